"""What does the "Subscriptions Details" download hold? Seats per subscription, as level and as difference."""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.constants import OFFICE_MONTHS
from sample_data.files.columns import Cells, cells, customer_columns, repeated, reseller, subscription_ids
from sample_data.files.headers import header
from sample_data.growth_rules import listed
from sample_data.partner import GLOBAL_ID
from sample_data.skus import skus

FILE_NAME = "subscription_details.csv"
HEADER = header("subscription_details")

_CUSTOMER = {
    "tenant": "CustomerTenantId",
    "tpid": "CustomerTpid",
    "name": "CustomerName",
    "country": "CustomerMarket",
    "segment": "CustomerSegment",
    "industry": "IndustryName",
    "vertical": "VerticalName",
    "unit": "EOU",
    "partner": "MPNID",
    "partner_name": "PartnerName",
    "partner_country": "PartnerLocation",
}


def lifetimes(book: Book, at: Cells) -> tuple[pl.Series, pl.Series]:
    """Start and end day of the subscriptions at these cells; a subscription renews every year."""
    line = book.timeline
    begins = np.argmax(book.licences.seats > 0, axis=2)
    older = np.arange(begins.size).reshape(begins.shape) % 30
    begins = np.where(begins == 0, -older, begins)
    begin = begins[at.who, at.what]
    lowest = int(begin.min()) if at.count else 0
    span = line.size - lowest + 13
    days = pl.Series([line.month_at(lowest + step) for step in range(span)], dtype=pl.Date)
    years = (at.when - begin) // 12 + 1
    return days.gather(begin - lowest), days.gather(begin - lowest + years * 12)


def product_family(name: str) -> str:
    """The product line Insights groups a product under."""
    return "Enterprise Mobility + Security" if name.startswith("Enterprise Mobility") else "Microsoft 365"


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows: running subscriptions, and one last row where the seats went to nothing."""
    line = book.timeline
    seats = book.licences.seats
    before = np.concatenate([np.zeros_like(seats[:, :, :1]), seats[:, :, :-1]], axis=2)
    is_recent = np.arange(line.size) >= max(line.first, line.size - OFFICE_MONTHS)
    at = cells(((seats > 0) | (before > 0)) & is_recent)
    level = at.of(seats)
    starts, ends = lifetimes(book, at)
    products = skus()
    names = [sku.name for sku in products]
    prices = np.array([sku.price for sku in products])
    claimed = listed(book) & (np.arange(line.size) >= book.claims.association[:, :, None])
    active = np.where(claimed, book.usage.mau, 0).max(axis=1)[at.who, at.when]
    is_paid = np.array([sku.is_paid for sku in products])[at.what]
    is_ours = (active > 0) & is_paid
    ids = subscription_ids(book, len(products))
    return pl.DataFrame(
        {
            **customer_columns(book, at.who, _CUSTOMER),
            "PGAMpnID": pl.repeat(GLOBAL_ID, at.count, eager=True),
            "SubscriptionId": repeated(ids, at.who * len(products) + at.what),
            "SubscriptionStartDate": starts,
            "SubscriptionEndDate": ends,
            "SubscriptionState": np.where(level > 0, "Active", "Churned"),
            "Month": repeated(line.months, at.when),
            "IsAutoRenew": pl.repeat("Yes", at.count, eager=True),
            "TopSegment": customer_columns(book, at.who, {"segment": "TopSegment"})["TopSegment"],
            "ReportingProductName": repeated(names, at.what),
            "Product": repeated([product_family(name) for name in names], at.what),
            "RawProductName": repeated(names, at.what),
            "ProductPartNumber": repeated([sku.string_id for sku in products], at.what),
            "SKU": repeated(names, at.what),
            "SolutionArea": pl.repeat("Modern Work and Security", at.count, eager=True),
            "PartnerAttributionType": repeated(reseller(book), at.who),
            "SalesChannel": repeated(reseller(book), at.who).replace({"DPOR": "Direct"}),
            "PricingLevel": repeated([sku.pricing for sku in products], at.what),
            "IsDuplicateRowForPGA": pl.repeat(0, at.count, eager=True),
            "SubscriptionStartMonth": starts,
            "AvailableSeatsEOP": level,
            "AvailableSeats": level - at.of(before),
            "BilledRevenueUSD": level * prices[at.what],
            "AzureConsumedRevenueUSD": pl.repeat(0, at.count, eager=True),
            "CPORRevenue": np.where(is_ours, level * prices[at.what], 0.0),
            "CPORPaidSeats": np.where(is_ours, level, 0),
            "CPORActiveUsers": np.where(is_ours, active, 0),
        }
    )
