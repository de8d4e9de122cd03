"""Are signals' definitions whole, their words right, and the days of claims' clocks those of the clocks themselves?"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.signal_marts import USAGE_SIGNALS
from data_access.statements import SQL_FOLDER
from domain.claim_clocks import clock
from domain.claim_states import State
from domain.claim_windows import ClaimWindows
from domain.claims import Life
from domain.errors import BadInput, UnknownName
from domain.opportunities import LONGEST_TEXT, Status, checked
from domain.signal_clocks import cutoffs
from domain.signal_reasons import MOST_REASONS, back_because, evidence, reasons
from domain.signals import known_signals, signal

ROW: dict[str, Any] = {
    "signal": "headroom",
    "signals": "headroom",
    "facts": "headroom:300:",
    "mau": 100,
    "mark": 120,
    "mau_3": 110,
    "pau": 400,
    "pau_3": 380,
    "probability": 0.4,
    "evidence_count": 12,
    "reached_count": 5,
    "is_back": False,
}


@pytest.mark.parametrize("one", known_signals().values(), ids=lambda one: one.code)
def test_every_signal_is_defined_and_has_one_question(one: Any) -> None:
    assert all((one.title, one.meaning, one.outcome, one.action))
    assert one.action.endswith(".")
    assert 0 < one.prior_share < 1
    folder = "marts_signals" if one.code in USAGE_SIGNALS else "signals"
    assert (SQL_FOLDER / folder / f"{one.code}.sql").exists()


def test_an_unknown_signal_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UnknownName, match="headroom"):
        signal("mood")


def test_reasons_are_signed_and_at_most_three() -> None:
    assert [str(one) for one in reasons(ROW)] == [
        "+ 300 paid seats above the mark of 120",
        "− 10 users fewer in three months",
        "− 20 users below the mark",
    ]
    many = {**ROW, "signals": "headroom+falling+seats_grew", "facts": "falling:31:3,seats_grew:60:,headroom:300:"}
    assert len(reasons(many)) == MOST_REASONS
    assert str(reasons(many)[0]) == "− 31 users lost in 3 months, every month"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("unclaimed:70:", "+ 70 paid seats without an association"),
        ("near_milestone:1:40", "+ 1 user short of 40 %"),
        ("near_mark:3:", "+ 3 users under the mark of 120, after a dip"),
        ("size_line:-20:300", "+ 20 licences short of 300"),
        ("size_line:5:150", "+ crossed 150 licences, now 400"),
        ("cap_nearly_used:40:", "− 40 units left under the cap"),
        ("poe_ageing:400:", "− proof signed 400 days ago"),
        ("claim_overdue:31:", "− 31 days in one step of the claim"),
        ("claim_without_usage:175:", "− 175 days approved without usage"),
    ],
)
def test_each_signal_says_its_number(facts: str, said: str) -> None:
    code = facts.partition(":")[0]
    assert str(reasons({**ROW, "signals": code, "facts": facts})[0]) == said


def test_a_row_of_seats_alone_needs_no_users() -> None:
    row = {
        **ROW,
        "facts": "unclaimed:70:",
        "signals": "unclaimed",
        "mau": None,
        "mark": None,
        "mau_3": None,
        "pau": None,
        "pau_3": None,
    }
    assert [str(one) for one in reasons(row)] == ["+ 70 paid seats without an association"]


def test_without_evidence_no_number_is_made_up() -> None:
    assert (
        evidence({**ROW, "probability": None, "evidence_count": 1})
        == "Not enough data: 1 past case that stood like it."
    )


def test_a_line_that_is_back_says_why() -> None:
    row = {
        **ROW,
        "is_back": True,
        "said_status": "won",
        "signals": "headroom+falling",
        "closed_signals": "headroom",
        "closed_mau": 140,
        "closed_pau": 400,
    }
    assert back_because(row) == "Back after it was won: its facts changed (new: falling; 140 users then, 100 now)."
    assert back_because(ROW) is None


def test_a_decision_is_tidied_and_checked() -> None:
    assert checked(" won".strip(), " ", " paid ", " ok ").owner is None
    with pytest.raises(BadInput, match="at most"):
        checked("accepted", None, "", "x" * (LONGEST_TEXT + 1))
    assert [status for status in Status if status.is_closed] == [Status.WON, Status.DISMISSED]


_STATES = {
    State.DRAFT: "filing_before",
    State.SUBMITTED: "intake_before",
    State.UNDER_REVIEW: "review_before",
    State.DISPUTE: "dispute_before",
}


@given(
    today=st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    age=st.integers(0, 60),
    state=st.sampled_from(sorted(_STATES)),
    country=st.sampled_from(["US", "DE", "AE"]),
)
def test_a_step_is_past_its_window_exactly_when_its_clock_says_so(
    today: date, age: int, state: State, country: str
) -> None:
    windows = ClaimWindows(country=country)
    since = today - timedelta(days=age)
    running = clock(Life("1", state, since, since), today, windows, since)
    assert running is not None
    assert running.is_overdue is (since < getattr(cutoffs(today, windows), _STATES[state]))
