"""What does the monthly Teams usage download hold? Users per sub-workload and device, no licences."""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.constants import OFFICE_MONTHS
from sample_data.files.columns import cells, customer_columns
from sample_data.files.headers import header
from sample_data.partner import GLOBAL_ID
from sample_data.workloads import position

FILE_NAME = "teams_usage.csv"
HEADER = header("teams_usage")

_CUSTOMER = {
    "tpid": "CustomerId",
    "tenant": "CustomerTenantId",
    "name": "CustomerName",
    "country_code": "CustomerCountryCode",
    "country": "CustomerCountry",
    "segment": "CustomerSegment",
    "industry": "IndustryName",
    "vertical": "VerticalName",
    "unit": "EOU",
}
_SUB_WORKLOADS = {"TEAMS_MEETINGS": "Meetings", "TEAMS_PHONE": "Phone systems"}


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows; devices overlap, so their users do not add up to all participants."""
    line = book.timeline
    names = np.full(book.usage.mau.shape[1], "", dtype=object)
    for code, name in _SUB_WORKLOADS.items():
        names[position(code)] = name
    is_recent = np.arange(line.size) >= max(line.first, line.size - OFFICE_MONTHS)
    at = cells(book.usage.is_present & (names != "")[:, None] & is_recent)
    users = at.of(book.usage.mau)
    return pl.DataFrame(
        {
            **customer_columns(book, at.who, _CUSTOMER),
            "PGAMpnID": pl.repeat(GLOBAL_ID, at.count, eager=True),
            "MonthKey": line.numbers[at.when],
            "SubWorkload": names[at.what].tolist(),
            "DesktopUsers": users * 8 // 10,
            "WebUsers": users * 2 // 10,
            "MobileUsers": users * 55 // 100,
            "AllUpParticipants": users,
        }
    )
