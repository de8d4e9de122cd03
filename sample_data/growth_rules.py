"""What would Microsoft pay for a month of usage? The sample's own, made-up version of the growth rules.

Units are users above the prior high-water mark, from the association month on; a cap per customer and
workload and a time cap end it. Rates, caps and minimum are invented: the real ones are not public.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from sample_data.book import Book
from sample_data.companies import SEGMENTS
from sample_data.draws import Flags, Ints
from sample_data.workloads import column

STARTED_ON = date(2023, 10, 1)
"""Growth rules, and the export's columns for them, begin in October 2023 (earnings-default.md)."""

CAP_CENTS = 1_200_000
TIME_CAP_MONTHS = 24
MINIMUM_PAID = 11


@dataclass(frozen=True)
class Payout:
    """Customers x workloads x months: the mark before the month, units above it, and cents paid."""

    prior_mark: Ints
    units: Ints
    cents: Ints
    is_counted: Flags
    reasons: dict[str, Flags]


def is_counted(book: Book) -> Flags:
    """Months of claimed workloads, from association on, in the visible files and under the growth rules."""
    line = book.timeline
    months = np.arange(line.size)
    since = max(line.first, line.position_of(STARTED_ON))
    has_rate = column("rate_cents") > 0
    on_time = (months >= book.claims.association[:, :, None]) & (months >= since)
    return on_time & listed(book) & has_rate[None, :, None]


def listed(book: Book) -> Flags:
    """Months of claimed workloads that the CPOR usage report may list."""
    silent = np.take_along_axis(book.claims.is_silent, np.maximum(book.claims.wave, 0), axis=1)
    return book.usage.is_present & (book.claims.is_claimed & ~silent)[:, :, None]


def payout(book: Book) -> Payout:
    """What each month earned, and why the others earned nothing (codes of earnings-revenue.md)."""
    mau = np.where(book.usage.is_present, book.usage.mau, 0)
    paid = book.licences.paid
    mark = np.maximum.accumulate(mau, axis=2)
    prior = np.concatenate([np.zeros_like(mark[:, :, :1]), mark[:, :, :-1]], axis=2)
    counted = is_counted(book)
    age = np.arange(book.timeline.size) - book.claims.association[:, :, None]
    is_american = np.array([country.code == "US" for country in book.companies.countries])
    is_public = (book.companies.segments == SEGMENTS.index("Public sector")) & is_american
    reasons = {
        "MXTMCPMT": counted & (age >= TIME_CAP_MONTHS),
        "MINTHNTMT": counted & (paid < MINIMUM_PAID),
        "CUSPUBSEC": counted & (is_public & _is_unproven(book))[:, None, None],
        "MAULWPHWM": counted & (mau <= prior),
        "PAULWPHWM": counted & (paid <= prior),
    }
    refused = np.logical_or.reduce(list(reasons.values()))
    units = np.where(counted & ~refused, np.maximum(np.minimum(mau, paid) - prior, 0), 0)
    owed = np.cumsum(units * column("rate_cents").astype(np.int64)[None, :, None], axis=2)
    cents = np.diff(np.minimum(owed, CAP_CENTS), axis=2, prepend=0)
    return Payout(prior, units, cents, counted, reasons)


def _is_unproven(book: Book) -> Flags:
    return book.draws(30).chance(0.3, book.companies.size)
