"""Which earnings did Microsoft report, and where do they deliberately differ from what the rules promise?"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from sample_data.book import Book
from sample_data.draws import Flags, Ints
from sample_data.files.columns import Cells, cells
from sample_data.growth_rules import payout
from sample_data.workloads import column


class Difference(IntEnum):
    """How a reported row departs from the promise; each happens about once in 250 rows, and at least once."""

    NONE = 0
    MISSING = 1
    UNDERPAID = 2
    RECALCULATED = 3
    UNKNOWN_CLAIM = 4


_WEIGHTS = (0.984, 0.004, 0.004, 0.004, 0.004)
_UNDERPAID_PERCENT = 60


@dataclass(frozen=True)
class Reported:
    """One entry per row of the export; `cents` are US cents, negative for a recalculation."""

    at: Cells
    differences: Ints
    prior_mark: Ints
    units: Ints
    cents: Ints
    is_in_euro: Flags
    is_coop: Flags


def _differences(book: Book, count: int) -> Ints:
    kinds = book.draws(21).pick(_WEIGHTS, count)
    if book.is_first and count >= 2 * len(Difference):
        for kind in list(Difference)[1:]:
            kinds[count * int(kind) // len(Difference)] = kind
    return kinds


def reported(book: Book) -> Reported:
    """The export's rows of one chunk: promised rows first, then recalculations, then unknown claims."""
    promised = payout(book)
    at = cells(promised.cents > 0)
    kinds = _differences(book, at.count)
    order = np.concatenate(
        [
            np.flatnonzero(kinds != Difference.MISSING),
            np.flatnonzero(kinds == Difference.RECALCULATED),
            np.flatnonzero(kinds == Difference.UNKNOWN_CLAIM),
        ]
    )
    first_pass = int((kinds != Difference.MISSING).sum())
    differences = kinds[order]
    # A recalculated or copied month is first reported as promised: only its second row is the difference.
    differences[:first_pass][differences[:first_pass] > Difference.UNDERPAID] = Difference.NONE
    rows = at.where(order)
    units, cents = rows.of(promised.units), rows.of(promised.cents)
    rates = column("rate_cents").astype(np.int64)[rows.what]
    is_back = differences == Difference.RECALCULATED
    units = np.where(is_back, -np.maximum(1, units // 2), units)
    cents = np.where(differences == Difference.UNDERPAID, cents * _UNDERPAID_PERCENT // 100, cents)
    cents = np.where(is_back, units * rates, cents)
    in_europe = np.array([location.country_code in ("NL", "DE") for location in book.companies.locations])
    in_euro = in_europe & book.draws(22).chance(0.05, book.companies.size)
    if book.is_first and in_europe.any():
        earners = np.bincount(rows.who, minlength=book.companies.size) * in_europe
        in_euro[int(np.argmax(earners))] = True
    coop = book.draws(23).chance(0.06, book.companies.size)
    marks = rows.of(promised.prior_mark)
    return Reported(rows, differences, marks, units, cents, in_euro[rows.who], coop[rows.who])
