"""Do the clocks count business days of the right calendar, and does the most urgent claim come first?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.business_days import business_days_left, is_business_day, plus_business_days
from domain.claim_clocks import clock, needs_action
from domain.claim_states import Actor, State
from domain.claim_windows import ClaimWindows
from domain.claims import Life
from domain.errors import BadInput

WINDOWS = ClaimWindows()
MONDAY = date(2026, 11, 23)


def life_in(state: State, since_on: date, **known: object) -> Life:
    return Life("C", state, since_on, filed_on=since_on, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "since_on", "label", "actor", "last_on", "left"),
    [
        # Thanksgiving, 26 Nov, is no business day in the US.
        (State.DRAFT, MONDAY, "File with Microsoft", Actor.PARTNER, date(2026, 12, 1), 5),
        (State.SUBMITTED, MONDAY, "Microsoft starts the review", Actor.MICROSOFT, date(2026, 12, 1), 5),
        (State.UNDER_REVIEW, date(2026, 11, 2), "Microsoft decides", Actor.MICROSOFT, date(2026, 11, 23), 0),
        (State.PARTNER_ACTION_REQUIRED, date(2026, 10, 30), "Answer Microsoft", Actor.PARTNER, date(2026, 11, 20), -1),
        (State.APPROVED, MONDAY, "Customer notice", Actor.CUSTOMER, date(2026, 12, 1), 5),
        (State.REJECTED, date(2026, 11, 3), "Dispute the rejection", Actor.PARTNER, date(2026, 12, 3), 10),
        (State.DISPUTE, MONDAY, "Microsoft answers the dispute", Actor.MICROSOFT, date(2026, 12, 1), 5),
    ],
)
def test_each_state_has_its_clock(
    state: State, since_on: date, label: str, actor: Actor, last_on: date, left: int
) -> None:
    running = clock(life_in(state, since_on, rejected_on=since_on), MONDAY, WINDOWS)
    assert running is not None
    assert (running.label, running.actor, running.last_on, running.days_left) == (label, actor, last_on, left)
    assert running.is_overdue == (left < 0)


def test_nothing_runs_after_the_notice_or_the_time_to_dispute() -> None:
    assert clock(life_in(State.APPROVED, date(2026, 11, 2)), MONDAY, WINDOWS) is None
    old = date(2026, 10, 23)
    assert clock(life_in(State.REJECTED, old, rejected_on=old), MONDAY, WINDOWS) is None
    assert clock(life_in(State.REJECTED, MONDAY, rejected_on=MONDAY, was_disputed=True), MONDAY, WINDOWS) is None
    assert clock(life_in(State.REJECTED_FINAL, MONDAY), MONDAY, WINDOWS) is None


def test_a_signed_agreement_starts_the_reminder() -> None:
    running = clock(life_in(State.DRAFT, MONDAY), MONDAY, WINDOWS, agreement_on=date(2026, 11, 9))
    assert running is not None
    assert (running.last_on, running.is_overdue) == (date(2026, 11, 17), True)


def test_the_calendar_and_the_lengths_are_configuration() -> None:
    german = ClaimWindows(country="DE", intake_business_days=3)
    running = clock(life_in(State.SUBMITTED, MONDAY), MONDAY, german)
    assert running is not None
    assert running.last_on == date(2026, 11, 26)
    with pytest.raises(BadInput, match="two-letter country code"):
        is_business_day(MONDAY, "ZZ")


def test_what_needs_us_is_ordered_by_days_left() -> None:
    lives = {
        "late": life_in(State.PARTNER_ACTION_REQUIRED, date(2026, 10, 1)),
        "dispute": life_in(State.REJECTED, date(2026, 11, 3), rejected_on=date(2026, 11, 3)),
        "draft": life_in(State.DRAFT, MONDAY),
        "microsoft": life_in(State.SUBMITTED, MONDAY),
        "chase": life_in(State.UNDER_REVIEW, date(2026, 10, 30)),
        "notice": life_in(State.APPROVED, MONDAY),
    }
    ordered = needs_action((name, clock(life, MONDAY, WINDOWS)) for name, life in lives.items())
    assert [name for name, _ in ordered] == ["late", "chase", "draft", "dispute"]


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(0, 40), st.sampled_from(["US", "DE", "AE", "JP"]))
def test_counting_forward_and_back_agree(day: date, count: int, country: str) -> None:
    last = plus_business_days(day, count, country)
    assert business_days_left(day, last, country) == count
    assert count == 0 or is_business_day(last, country)
    assert business_days_left(last + timedelta(days=1), last, country) < 0
