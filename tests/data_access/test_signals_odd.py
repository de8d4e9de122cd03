"""Does every question say something true of a portfolio that is small, flat, empty, gappy or broken off?"""

import math
from pathlib import Path

import pytest

from data_access import signals
from data_access.contract import Question
from data_access.signal_settings import SignalSettings
from data_access.warehouse import Warehouse
from tests.data_access.signal_book import asked, book, months
from tests.data_access.usage_book import Use

QUESTIONS = [one for one in vars(signals).values() if isinstance(one, Question)]
NAMES = {
    "signals/by_customer",
    "signals/by_owner",
    "signals/by_signal",
    "signals/calibration",
    "signals/changes",
    "signals/claim_overdue",
    "signals/claim_without_usage",
    "signals/customers_listed",
    "signals/filed",
    "signals/lift",
    "signals/named",
    "signals/named_situations",
    "signals/of_claims",
    "signals/opportunities",
    "signals/poe_ageing",
    "signals/rates",
    "signals/ready",
    "signals/reasons",
    "signals/shown",
    "signals/situations",
    "signals/standing",
    "signals/sums",
    "signals/totals",
    "signals/touched",
    "signals/work_history",
}
ODD: dict[str, list[Use]] = {
    "one month": months(1, "EXO", [100], 400),
    "one customer": months(1, "EXO", [100 + 3 * month for month in range(24)], 400),
    "all flat": [use for one in range(1, 9) for use in months(one, "EXO", [100] * 24, 400)],
    "all zero": [use for one in range(1, 9) for use in months(one, "EXO", [0] * 24, 0)],
    "no users": [use for one in range(1, 9) for use in months(one, "EXO", [0] * 24, 400)],
    "gaps": [use for one in range(1, 9) for use in months(one, "EXO", [100, None, 90, None, None, 120] * 4, 400)],
    "seats to zero": [use for one in range(1, 9) for use in months(one, "EXO", [100] * 24, [400] * 20 + [0] * 4)],
    "unknown seats": [Use(1, "EXO", month, 100, None) for month in range(12)],
    "unclaimed": months(1, "EXO", [100] * 12, 400, since=None),
    "a stranger": months(1, "A workload of our own", [100] * 12, 400),
}


@pytest.fixture(scope="module", params=ODD, ids=lambda name: name.replace(" ", "-"))
def door(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return book(tmp_path_factory.mktemp("odd"), ODD[request.param], SignalSettings())


def test_these_are_the_questions() -> None:
    assert {one.name for one in QUESTIONS} == NAMES


def test_every_question_answers_with_numbers_that_can_be(door: Warehouse) -> None:
    for question in QUESTIONS:
        for row in asked(door, question):
            for name, value in row.items():
                assert not (isinstance(value, float) and not math.isfinite(value)), (question.name, name)
                if name in ("probability", "predicted_share", "observed_share", "our_share"):
                    assert value is None or 0 <= value <= 1
                if name.endswith(("_usd", "_count")):
                    assert value is None or value >= 0


def test_a_small_portfolio_is_never_given_odds(door: Warehouse) -> None:
    customers = {row["tenant_id"] for row in asked(door, signals.STANDING)}
    if len(customers) < SignalSettings().minimum_customers:
        assert {row["probability"] for row in asked(door, signals.OPPORTUNITIES)} <= {None}


def test_seats_of_zero_open_no_headroom(tmp_path: Path) -> None:
    broken_off = book(tmp_path / "a", ODD["seats to zero"])
    assert asked(broken_off, signals.OPPORTUNITIES, signal="headroom") == []
    assert asked(book(tmp_path / "b", ODD["all zero"]), signals.OPPORTUNITIES) == []


def test_a_gap_is_no_fall(tmp_path: Path) -> None:
    uses = months(1, "EXO", [100, 100, 100, 130, None, 120, 110], 400)
    named = {row["signal"] for row in asked(book(tmp_path, uses), signals.SITUATIONS)}
    assert "falling" not in named
