"""When is an earning due, how long can it be disputed, and is it earned, upcoming or paid?

Statuses: DOCS-23 payment statuses; clocks: DOCS-23 earnings (visible by the 16th of the next month, disputable for
90 days). The days are settings; the defaults are the documented ones.
"""

from datetime import date, timedelta

from domain.periods import plus_months

DUE_DAY = 16
DISPUTE_DAYS = 90
DISPUTE_OUTCOMES = ("open", "upheld", "partly upheld", "refused", "withdrawn")

STATUS_GROUPS = {
    "Unprocessed": "earned",
    "Upcoming": "upcoming",
    "In progress": "upcoming",
    "Reprocessing": "upcoming",
    "Pending tax invoice": "upcoming",
    "Tax invoice under review": "upcoming",
    "Reversed": "upcoming",
    "Sent": "paid",
    "Rejected during review": "held",
    "Failed": "held",
    "Incorrect payment": "held",
    "Tax invoice rejected": "held",
    "Rejected": "held",
    "Forfeited": "lost",
}
"""Payment status to group. An unknown or blank status is "other": counted, shown, not guessed."""


def earnings_due_on(month: date, due_day: int = DUE_DAY) -> date:
    """The day a month's usage is expected in earnings.

    >>> earnings_due_on(date(2026, 11, 1))
    datetime.date(2026, 12, 16)
    """
    return plus_months(month, 1).replace(day=due_day)


def days_to_dispute(earned_on: date, today: date, dispute_days: int = DISPUTE_DAYS) -> int:
    """Days left, 0 on the last day; negative once the window has closed.

    >>> days_to_dispute(date(2026, 10, 16), date(2026, 11, 23))
    52
    """
    return (earned_on + timedelta(days=dispute_days) - today).days


def status_group(status: str | None) -> str:
    """earned, upcoming, paid, held, lost or other.

    >>> status_group("Sent"), status_group("sent "), status_group("Somewhere")
    ('paid', 'paid', 'other')
    """
    folded = (status or "").strip().casefold()
    return next((group for name, group in STATUS_GROUPS.items() if name.casefold() == folded), "other")
