"""What does the "Microsoft 365 Usage" (OfficeUsage) download hold? Claimed and other workloads."""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.constants import OFFICE_MONTHS
from sample_data.files.columns import Cells, cells, customer_columns, repeated, reseller
from sample_data.files.headers import header
from sample_data.growth_rules import listed
from sample_data.partner import GLOBAL_ID, LOCATIONS
from sample_data.workloads import behaviours

FILE_NAME = "m365_usage.csv"
HEADER = header("office_usage")

_CUSTOMER = {
    "tenant": "CustomerTenantId",
    "tpid": "CustomerTpid",
    "name": "CustomerName",
    "country": "CustomerMarket",
    "segment": "CustomerSegment",
    "industry": "IndustryName",
    "vertical": "VerticalName",
    "unit": "EOU",
}


def _frame(book: Book, at: Cells, is_duplicate: bool) -> pl.DataFrame:
    names = [row.office_name or "" for row in behaviours()]
    sold_as = np.array(reseller(book))[at.who]
    is_ours = listed(book)[at.who, at.what, at.when] & (at.when >= book.claims.association[at.who, at.what])
    attribution = sold_as if is_duplicate else np.where(is_ours, "CPOR", sold_as)
    teams = np.array([LOCATIONS.index(location) for location in book.companies.locations])
    team = (teams[at.who] + int(is_duplicate)) % len(LOCATIONS)
    # The two reports are refreshed on different days: one row in a hundred differs a little.
    drift = book.draws(2 + int(is_duplicate)).chance(0.01, at.count)
    users = at.of(book.usage.mau)
    return pl.DataFrame(
        {
            **customer_columns(book, at.who, _CUSTOMER),
            "PGAPartnerID": pl.repeat(GLOBAL_ID, at.count, eager=True),
            "WorkloadName": repeated(names, at.what),
            "Month": book.timeline.numbers[at.when],
            "PaidAvailableUnits": at.of(book.licences.paid),
            "MonthlyActiveUsers": np.where(drift & ~np.bool_(is_duplicate), users + 1 + users // 80, users),
            "PartnerID": repeated([location.partner_id for location in LOCATIONS], team),
            "PartnerName": repeated([location.name for location in LOCATIONS], team),
            "PartnerLocation": repeated([location.country for location in LOCATIONS], team),
            "PartnerAttributionType": attribution,
            "IsDuplicateRowForPGA": pl.repeat(int(is_duplicate), at.count, eager=True),
        }
    )


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows; a customer in eight is attributed twice, the second time flagged as duplicate."""
    line = book.timeline
    is_named = np.array([row.office_name is not None for row in behaviours()])
    is_recent = np.arange(line.size) >= max(line.first, line.size - OFFICE_MONTHS)
    at = cells(book.usage.is_present & is_named[:, None] & is_recent)
    is_twice = book.draws(4).chance(0.12, book.companies.size)
    again = at.where(is_twice[at.who] & (at.when >= book.claims.association[at.who, at.what]))
    return pl.concat([_frame(book, at, False), _frame(book, again, True)], how="vertical_relaxed")
