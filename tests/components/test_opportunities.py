"""Do the list's lines, its CSV and its record say what the answers hold?"""

from pathlib import Path

import polars as pl
import pytest

from components.opportunity_record import changes_in_words, lift_sentence, rates_in_words
from components.opportunity_rows import COLUMNS, listed, opportunity_csv
from data_access import signals
from data_access.warehouse import Warehouse
from tests.data_access.signal_book import TODAY, book, customer, months
from tests.data_access.usage_book import ADMIN


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    uses = [*months(1, "EXO", [100] * 10, 400), *months(2, "EXO", [350] * 10, 1000)]
    return book(tmp_path_factory.mktemp("list"), uses, customers=[customer(1, name="=cmd()"), customer(2)])


def test_a_line_shows_worth_odds_why_next_and_who(door: Warehouse) -> None:
    shown = listed(door.ask(signals.OPPORTUNITIES, viewer=ADMIN, today=TODAY).frame)
    assert shown.columns == list(COLUMNS)
    first = shown.row(0, named=True)
    assert (first["customer"], first["workload"], first["signal"]) == (
        "Customer 2",
        "Exchange Online",
        "Just under a milestone (+1)",
    )
    assert (first["value"], first["owner"], first["status"]) == (1000.0, "Ana", "new")
    assert first["why"] == "+ 50 users short of 40 %; + 650 paid seats above the mark of 350"


def test_the_csv_runs_no_formula_and_brings_the_words(door: Warehouse) -> None:
    text = opportunity_csv(door.ask(signals.OPPORTUNITIES, viewer=ADMIN, today=TODAY).frame).decode("utf-8-sig")
    assert "'=cmd()" in text
    assert ",why,odds,rests_on,next_action,back" in text
    assert "facts_key" not in text


def test_the_record_is_one_sentence_with_and_without_a_past(tmp_path: Path) -> None:
    shares = {"our_share": [0.8, None, 0.6], "headroom_share": [0.5, None, 0.3]}
    assert lift_sentence(pl.DataFrame(shares)) == (
        "Over 2 past lists, the top tenth held 70% of what growth paid in the six months after; "
        "the top tenth by largest headroom held 40%."
    )
    assert lift_sentence(pl.DataFrame(schema=dict.fromkeys(shares, pl.Float64))).startswith(
        "No past list can be judged"
    )


def test_the_model_and_the_changes_name_signals_in_words(door: Warehouse) -> None:
    rates = rates_in_words(door.ask(signals.RATES, viewer=ADMIN).frame)
    assert {"signal", "evidence_count", "worked_out_count", "probability_share"} <= set(rates.columns)
    changes = pl.DataFrame(
        {
            "name": ["A"],
            "workload": ["EXO"],
            "change": ["changed"],
            "signals_before": ["headroom"],
            "signals_now": ["headroom+falling"],
            "before_usd": [1.0],
            "now_usd": [2.0],
            "mau_before": [3],
            "mau_now": [2],
        }
    )
    (row,) = changes_in_words(changes).to_dicts()
    assert (row["workload"], row["signals_now"]) == ("Exchange Online", "Headroom, Falling")
