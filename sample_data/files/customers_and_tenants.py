"""What does the "Customers and Tenants" download hold? One row per customer and product of the last month."""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.files.columns import cells, customer_columns, repeated, reseller
from sample_data.files.headers import header
from sample_data.files.subscription_details import product_family
from sample_data.growth_rules import listed
from sample_data.partner import GLOBAL_ID
from sample_data.skus import skus

FILE_NAME = "customers_and_tenants.csv"
HEADER = header("customers_and_tenants")

_CUSTOMER = {
    "tenant": "CustomerTenantId",
    "tpid": "CustomerTpid",
    "name": "CustomerName",
    "country": "CustomerMarket",
    "segment": "CustomerSegment",
    "domain": "TenantDomainName",
    "industry": "IndustryName",
    "vertical": "VerticalName",
    "unit": "EOU",
    "partner": "MPNId",
    "partner_name": "PartnerName",
    "partner_country": "PartnerLocation",
}


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows; customers that left are not in it any more."""
    line = book.timeline
    is_last = np.arange(line.size) == line.size - 1
    at = cells((book.licences.seats > 0) & is_last)
    level = at.of(book.licences.seats)
    names = [sku.name for sku in skus()]
    revenue = level * np.array([sku.price for sku in skus()])[at.what]
    active = np.where(listed(book), book.usage.mau, 0).max(axis=1)[at.who, at.when]
    is_ours = (active > 0) & (revenue > 0)
    more = {"name": "CustomerTenantName", "country": "CustomerTenantCountry", "segment": "TopSegment"}
    return pl.DataFrame(
        {
            **customer_columns(book, at.who, _CUSTOMER),
            **customer_columns(book, at.who, more),
            "PGAMpnID": pl.repeat(GLOBAL_ID, at.count, eager=True),
            "CustomerStatus": pl.repeat("Active", at.count, eager=True),
            "Product": repeated([product_family(name) for name in names], at.what),
            "RawProductName": repeated(names, at.what),
            "SKU": repeated(names, at.what),
            "Month": repeated(line.months, at.when),
            "PartnerAttributionType": repeated(reseller(book), at.who),
            "SalesChannel": repeated(reseller(book), at.who).replace({"DPOR": "Direct"}),
            "IsDuplicateRowForPGA": pl.repeat(0, at.count, eager=True),
            "AvailableSeats": level,
            "BilledRevenueUSD": revenue,
            "AzureConsumedRevenueUSD": pl.repeat(0, at.count, eager=True),
            "CPORRevenue": np.where(is_ours, revenue, 0.0),
            "CPORPaidSeats": np.where(is_ours, level, 0),
            "CPORActiveUsers": np.where(is_ours, active, 0),
        }
    )
