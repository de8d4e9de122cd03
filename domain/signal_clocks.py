"""Since when must a claim's step run to be past its window today? A day per state, so that SQL compares dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from domain.business_days import plus_business_days
from domain.claim_windows import ClaimWindows
from domain.proof.dates import months_earlier


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """A step that began before the day is past its window. `decision_before` counts from the
    submission to Microsoft's decision; `poe_before`: acknowledgements from before it are too old, or soon will be.
    """

    filing_before: date
    intake_before: date
    review_before: date
    answer_before: date
    dispute_before: date
    decision_before: date
    poe_before: date


# Every question about opportunities binds these days: counted anew they took 0.6 ms each, a tenth of a page seen before.
@lru_cache(maxsize=64)
def cutoffs(today: date, windows: ClaimWindows) -> Cutoffs:
    """The days for today, in the windows' business days.

    >>> cutoffs(date(2026, 11, 23), ClaimWindows()).intake_before
    datetime.date(2026, 11, 16)
    """
    return Cutoffs(
        filing_before=_began_before(today, windows.filing_business_days, windows.country),
        intake_before=_began_before(today, windows.intake_business_days, windows.country),
        review_before=_began_before(today, windows.review_business_days, windows.country),
        answer_before=_began_before(today, windows.answer_business_days, windows.country),
        dispute_before=_began_before(today, windows.dispute_business_days, windows.country),
        decision_before=_began_before(
            today, windows.intake_business_days + windows.review_business_days, windows.country
        ),
        poe_before=months_earlier(today + timedelta(days=windows.poe_warning_days), windows.poe_months),
    )


def _began_before(today: date, count: int, country: str) -> date:
    """The first day whose window is still open today; every day before it is past."""
    day = today
    while plus_business_days(day - timedelta(days=1), count, country) >= today:
        day -= timedelta(days=1)
    return day
