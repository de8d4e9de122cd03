"""Which clock runs on a claim, who must act, and how many days are left?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.business_days import business_days_left, plus_business_days
from domain.claim_states import Actor, State
from domain.claim_steps import answer_by, dispute_by
from domain.claim_windows import ClaimWindows
from domain.claims import Life


@dataclass(frozen=True, slots=True)
class Clock:
    """A running window. `days_left` is 0 on the last day and negative when overdue, in business or calendar days."""

    label: str
    actor: Actor
    last_on: date
    days_left: int
    is_business_days: bool
    action: str

    @property
    def is_overdue(self) -> bool:
        return self.days_left < 0


def clock(life: Life, today: date, windows: ClaimWindows, agreement_on: date | None = None) -> Clock | None:
    """The clock of a claim's state today, or None when nothing runs. `agreement_on`: the customer signed."""
    match life.state:
        case State.DRAFT:
            since = agreement_on or life.filed_on
            return filing_clock(since, today, windows)
        case State.SUBMITTED:
            return _business(
                "Microsoft starts the review",
                Actor.MICROSOFT,
                life.since_on,
                windows.intake_business_days,
                today,
                windows,
                "Look at the claim's status in Partner Center; ask support when it is overdue.",
            )
        case State.UNDER_REVIEW:
            return _business(
                "Microsoft decides",
                Actor.MICROSOFT,
                life.since_on,
                windows.review_business_days,
                today,
                windows,
                "Look for reviewer comments in Partner Center; ask support when it is overdue.",
            )
        case State.PARTNER_ACTION_REQUIRED:
            last_day = answer_by(life, windows)
            left = business_days_left(today, last_day, windows.country)
            return Clock(
                "Answer Microsoft",
                Actor.PARTNER,
                last_day,
                left,
                True,
                "Answer the reviewer and resubmit; without an answer the claim is rejected.",
            )
        case State.APPROVED:
            notice = _business(
                "Customer notice",
                Actor.CUSTOMER,
                life.since_on,
                windows.notice_business_days,
                today,
                windows,
                "Nothing to do: the customer may decline until then, and later.",
            )
            return None if notice.is_overdue else notice
        case State.REJECTED if not life.was_disputed and today <= dispute_by(life, windows):
            last_day = dispute_by(life, windows)
            return Clock(
                "Dispute the rejection",
                Actor.PARTNER,
                last_day,
                (last_day - today).days,
                False,
                "Dispute it once, with a justification or a new proof of execution, or let it go.",
            )
        case State.DISPUTE:
            return _business(
                "Microsoft answers the dispute",
                Actor.MICROSOFT,
                life.since_on,
                windows.dispute_business_days,
                today,
                windows,
                "Look at the claim in Partner Center; ask support when it is overdue.",
            )
        case _:
            return None


def filing_clock(since: date, today: date, windows: ClaimWindows) -> Clock:
    """The reminder to file: Microsoft advises to do so right after the customer signs."""
    return _business(
        "File with Microsoft",
        Actor.PARTNER,
        since,
        windows.filing_business_days,
        today,
        windows,
        "Submit it in Partner Center and record the submission.",
    )


def _business(
    label: str, actor: Actor, since: date, count: int, today: date, windows: ClaimWindows, action: str
) -> Clock:
    last_day = plus_business_days(since, count, windows.country)
    return Clock(label, actor, last_day, business_days_left(today, last_day, windows.country), True, action)


def needs_us(running: Clock | None) -> bool:
    """Whether somebody here has something to do: our own clock, or Microsoft's once it is overdue."""
    return running is not None and (running.actor is Actor.PARTNER or running.is_overdue)


def needs_action(clocks: Iterable[tuple[str, Clock | None]]) -> list[tuple[str, Clock]]:
    """The claims (id, clock) that need somebody here, fewest days left first; ties by last day, then id."""
    waiting = [(claim_id, running) for claim_id, running in clocks if running is not None and needs_us(running)]
    return sorted(waiting, key=lambda each: (each[1].days_left, each[1].last_on, each[0]))
