"""What does the "CPOR - Microsoft 365 usage" download hold? Claimed workloads, month by month."""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.claims import claim_id
from sample_data.draws import Flags
from sample_data.files.columns import Cells, cells, customer_columns, repeated
from sample_data.files.headers import header
from sample_data.growth_rules import listed
from sample_data.partner import LOCATIONS
from sample_data.workloads import RENAMED_ON, behaviours

FILE_NAME = "cpor_m365_usage.csv"
HEADER = header("cpor_usage")

_HISTORY = np.array([0, 3, 6, 12, 1_000])
"""Months listed before the association, and how usual each is."""
_HISTORY_WEIGHTS = (0.10, 0.15, 0.20, 0.30, 0.25)
_SHARED_MONTHS = 6
"""For so long a second location lists the same workload of the same customer again."""


def _is_listed(book: Book) -> Flags:
    line = book.timeline
    months = np.arange(line.size)
    history = _HISTORY[book.draws(1).pick(_HISTORY_WEIGHTS, book.claims.wave.shape)]
    begins = np.maximum(line.first, line.first if book.recipe.is_dense else book.claims.association - history)
    is_shown = np.broadcast_to(np.asarray(begins)[..., None], (*book.claims.wave.shape, 1)) <= months
    return listed(book) & is_shown


def _associated(book: Book, at: Cells) -> list[int]:
    line = book.timeline
    dates = [
        [int(f"{line.month_at(int(month)):%Y%m}{day:02d}") for month, day in zip(months, days, strict=True)]
        for months, days in zip(book.claims.approved, book.claims.day, strict=True)
    ]
    wave = book.claims.wave[at.who, at.what]
    picked: list[int] = np.array(dates)[at.who, wave].tolist()
    return picked


def _frame(book: Book, at: Cells, shift: int) -> pl.DataFrame:
    numbers = book.timeline.numbers[at.when]
    names = [row.cpor_names or ("", "") for row in behaviours()]
    flat = [name for pair in names for name in pair]
    wave = book.claims.wave[at.who, at.what]
    first = book.companies.first_index
    ids = [[claim_id(first + who, number) for number in range(3)] for who in range(book.companies.size)]
    teams = np.array([LOCATIONS.index(location) for location in book.companies.locations])
    partners = [LOCATIONS[(team + shift) % len(LOCATIONS)].partner_id for team in teams]
    return pl.DataFrame(
        {
            **customer_columns(book, at.who, {"tenant": "CustomerTenantId", "name": "CustomerName"}),
            "WorkloadName": repeated(flat, at.what * 2 + (numbers >= RENAMED_ON)),
            "MonthlyActiveUsers": at.of(book.usage.mau),
            "PaidAvailableUnits": at.of(book.licences.paid),
            "ClaimId": repeated([number for row in ids for number in row], at.who * 3 + wave),
            "MpnId": repeated(partners, at.who),
            "DateAssociated": _associated(book, at),
            "PartnerAttributionType": pl.repeat("CPOR", at.count, eager=True),
            "Date": numbers,
        }
    )


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows; a customer shared by two locations has its last months twice, with equal numbers."""
    at = cells(_is_listed(book))
    is_shared = book.claims.has_second_location[at.who] & (at.when >= book.timeline.size - _SHARED_MONTHS)
    is_associated = at.when >= book.claims.association[at.who, at.what]
    again = at.where(is_shared & is_associated)
    return pl.concat([_frame(book, at, 0), _frame(book, again, 1)], how="vertical_relaxed")
