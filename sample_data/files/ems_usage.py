"""What does the EMS usage download hold? Entra, Intune and Information Protection, one row per subscription.

This source is late: it lacks the last month.
"""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.constants import OFFICE_MONTHS
from sample_data.draws import Floats
from sample_data.files.columns import cells, customer_columns, repeated, reseller, subscription_ids
from sample_data.files.headers import header
from sample_data.files.subscription_details import lifetimes
from sample_data.partner import GLOBAL_ID
from sample_data.skus import skus
from sample_data.workloads import behaviours

FILE_NAME = "ems_usage.csv"
MONTHS_LATE = 1
HEADER = header("ems_usage")

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


def _users_per_subscription(book: Book, workload: int) -> Floats:
    # Customers x products x months; a customer's parts sum to its users exactly. NaN = not reported.
    is_ems = np.array([sku.is_ems for sku in skus()])
    seats = book.licences.seats * is_ems[:, None]
    up_to = np.cumsum(seats, axis=1)
    users = book.usage.mau[:, workload, None, :] * up_to // np.maximum(up_to[:, -1:, :], 1)
    split = np.diff(users, axis=1, prepend=0).astype(np.float64)
    return np.where(book.usage.is_present[:, workload, None, :], split, np.nan)


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows; a workload without a fact that month has empty cells."""
    line = book.timeline
    is_ems = np.array([sku.is_ems for sku in skus()])
    months = np.arange(line.size)
    is_shown = (months >= max(line.first, line.size - OFFICE_MONTHS)) & (months < line.size - MONTHS_LATE)
    at = cells((book.licences.seats > 0) & is_ems[:, None] & is_shown)
    seats = at.of(book.licences.seats)
    wide: dict[str, pl.Series] = {}
    for workload, row in enumerate(behaviours()):
        if row.ems_prefix is not None:
            users = _users_per_subscription(book, workload)[at.who, at.what, at.when]
            series = pl.Series(users).fill_nan(None).cast(pl.Int64)
            wide[f"{row.ems_prefix}PaidAvailableUnits"] = pl.select(
                pl.when(series.is_not_null()).then(pl.Series(seats))
            ).to_series()
            wide[f"{row.ems_prefix}MonthlyActiveUsers"] = series
    starts, ends = lifetimes(book, at)
    per_customer = len(skus())
    most = pl.select(pl.max_horizontal([s for name, s in wide.items() if name.endswith("Users")])).to_series()
    return pl.DataFrame(
        {
            **customer_columns(book, at.who, _CUSTOMER),
            "PGAMpnID": pl.repeat(GLOBAL_ID, at.count, eager=True),
            "SubscriptionId": repeated(subscription_ids(book, per_customer), at.who * per_customer + at.what),
            "SubscriptionStartDate": starts.dt.strftime("%Y%m%d"),
            "SubscriptionEndDate": ends.dt.strftime("%Y%m%d"),
            "SubscriptionStatus": pl.repeat("Active", at.count, eager=True),
            "Month": line.numbers[at.when],
            "SKU": repeated([sku.name for sku in skus()], at.what),
            "SKUId": repeated([sku.id for sku in skus()], at.what),
            "FreeVsPaidSKU": pl.repeat("Paid", at.count, eager=True),
            "SalesModel": repeated(reseller(book), at.who).replace({"DPOR": "Volume Licensing"}),
            "PartnerAttributionType": repeated(reseller(book), at.who),
            "PartnerHierarchy": pl.repeat("Location", at.count, eager=True),
            "PaidAvailableUnits": seats,
            "MonthlyActiveUsers": most,
            **wide,
            "MDM": wide["IntuneMonthlyActiveUsers"] * 7 // 10,
            "MAM": wide["IntuneMonthlyActiveUsers"] * 4 // 10,
            "SSPR": wide["AADPMonthlyActiveUsers"] // 9,
        }
    )
