"""Do a forecast's dates, targets and state read as what is known, and never as more?"""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from components.forecast_words import expected
from components.target_words import targets_in_words

ROW = {
    "probability_3": 0.1,
    "probability_6": 0.3,
    "probability_12": 0.64,
    "reached_on_earliest": date(2027, 1, 1),
    "reached_on": date(2027, 3, 1),
    "reached_on_latest": date(2027, 8, 1),
    "evidence": "good",
}
DATES = dict.fromkeys(("reached_on_earliest", "reached_on", "reached_on_latest"), pl.Date)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Mar 2027 (Jan 2027 to Aug 2027), 64% within a year"),
        ({"reached_on": None, "probability_12": 0.03}, "not within a year, most likely (3%)"),
        ({"reached_on": None, "evidence": "low"}, "not enough data for a date"),
        ({"probability_12": None, "reached_on": None, "evidence": "none"}, "not enough data"),
        ({"probability_12": None, "reached_on": None, "evidence": None}, "no forecast of this workload"),
    ],
)
def test_a_date_comes_with_its_range_and_chance(changed: dict[str, object], said: str) -> None:
    frame = pl.DataFrame([ROW | changed], schema_overrides=DATES)
    found = expected(frame)
    assert found["expected"].to_list() == [said]
    assert found["within_3_share"].to_list() == [0.1]


def target(
    amount: int, actual: int | None, low: float | None, high: float | None, *, is_over: bool = False
) -> dict[str, object]:
    return {
        "quarter": date(2026, 10, 1),
        "kind": "new_units",
        "target_amount": Decimal(amount),
        "actual_amount": None if actual is None else Decimal(actual),
        "forecast_amount": None if low is None or high is None else (low + high) / 2,
        "low_amount": low,
        "high_amount": high,
        "is_over": is_over,
    }


def test_a_target_is_reached_on_course_open_or_short() -> None:
    rows = [
        target(100, 100, 100, 120),
        target(100, 40, 101, 120),
        target(100, 40, 90, 120),
        target(100, 40, 50, 99),
        target(100, 40, None, None),
        target(100, 40, None, None, is_over=True),
    ]
    found = targets_in_words(pl.DataFrame(rows, schema_overrides={"low_amount": pl.Float64}))
    said = ["reached", "on course", "open: within the band", "short of it", "no forecast", "missed, as known so far"]
    assert found["outlook"].to_list() == said
    assert found["quarter"].unique().to_list() == ["FY27 Q2"]
    assert targets_in_words(pl.DataFrame(rows, schema_overrides={"low_amount": pl.Float64}).clear()).is_empty()


def page() -> None:
    import streamlit as st

    from components.forecast_words import forecast_state

    forecast_state(lambda: st.session_state["state"])


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"is_being_made": True, "is_there": False, "is_current": False}, "in progress"),
        ({"is_being_made": False, "is_there": False, "is_current": False}, "no forecast yet"),
        ({"is_being_made": False, "is_there": True, "is_current": False}, "earlier usage"),
        ({"is_being_made": False, "is_there": True, "is_current": True}, None),
    ],
)
def test_what_is_shown_says_when_it_is_not_the_newest(state: dict[str, bool], said: str | None) -> None:
    app = AppTest.from_function(page)
    app.session_state["state"] = state
    app.run()
    assert not app.exception
    assert ([said in one.value for one in app.caption] if said else list(app.caption)) == ([True] if said else [])
