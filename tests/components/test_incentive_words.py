"""Do the incentive pages say which rules stand apart, which date is right, and what a scenario changes?"""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from components.incentive_words import families_note, usage_month_words
from components.what_if import changed_customers, whole_change

RULES = {"family": pl.String, "workload": pl.String, "start": pl.Date, "end_before": pl.Date}


def rules(*rows: tuple[str, str, date, date | None]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=RULES, orient="row")


def test_families_that_meet_are_said_to_stand_apart() -> None:
    milestone = ("milestone", "EXO", date(2019, 10, 1), None)
    note = families_note(rules(milestone, ("growth", "EXO", date(2023, 10, 1), None)))
    assert note is not None
    assert note.startswith("From Oct 2023 on both families have rules")


@pytest.mark.parametrize(
    ("workload", "end_before"),
    [("EXO", date(2023, 10, 1)), ("SPO", None)],
    ids=["one after the other", "other workload"],
)
def test_families_that_never_meet_need_no_note(workload: str, end_before: date | None) -> None:
    milestone = ("milestone", workload, date(2019, 10, 1), end_before)
    assert families_note(rules(milestone, ("growth", "EXO", date(2023, 10, 1), None))) is None


@pytest.mark.parametrize(
    ("compared", "proposed", "said"),
    [
        (5, "transaction_on", "which agrees best"),
        (5, "earning_on", "set `CPOR_EARNINGS_MONTH_COLUMN=earning_on`"),
        (0, "transaction_on", "Nothing to compare yet"),
    ],
)
def test_the_date_that_agrees_better_is_proposed(compared: int, proposed: str, said: str) -> None:
    dates = pl.DataFrame(
        {
            "date_column": ["transaction_on", "earning_on"],
            "compared_count": [compared, compared],
            "is_proposed": [proposed == "transaction_on", proposed == "earning_on"],
        }
    )
    assert said in usage_month_words(dates, "transaction_on")


def test_a_scenario_is_summed_to_the_cent_and_lists_who_changes() -> None:
    money = [Decimal("10.10"), Decimal("0.20"), Decimal("5.00")]
    frame = pl.DataFrame(
        {
            "scenario": ["What if: cap 5 USD"] * 3,
            "tenant_id": ["a", "b", "c"],
            "name": ["A", "B", "C"],
            "base_usd": money,
            "scenario_usd": [Decimal("5.00"), Decimal("0.20"), Decimal("6.00")],
            "change_usd": [Decimal("-5.10"), Decimal("0.00"), Decimal("1.00")],
        }
    )
    assert whole_change(frame).row(0) == (
        "What if: cap 5 USD",
        Decimal("15.30"),
        Decimal("11.20"),
        Decimal("-4.10"),
    )
    assert changed_customers(frame)["name"].to_list() == ["C", "A"]
