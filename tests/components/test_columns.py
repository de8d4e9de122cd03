"""Does a table speak to people: words for codes, one rounding for shares, no lost column?"""

from decimal import Decimal
from typing import Any

import polars as pl

from components.columns import column_config, column_label, displayed


def test_codes_are_words_and_shares_read_as_on_the_cards() -> None:
    frame = pl.DataFrame(
        {
            "workload": ["EXO", None],
            "part": ["unknown_claim", "something new"],
            "rule_set": ["growth_illustrative", None],
            "usage_share": [0.69456, None],
            "amount_usd": [Decimal("1.25"), None],
            "rate": [0.69456, 1.0],
        }
    )
    assert displayed(frame).rows() == [
        ("Exchange Online", "Claim that no usage file names", "Growth illustrative", 0.695, 1.25, 0.69456),
        (None, "something new", None, None, None, 1.0),
    ]


def test_money_in_its_own_currency_has_both_decimals_and_no_sign_of_ours() -> None:
    frame = pl.DataFrame({"amount": [Decimal("564.00")], "amount_usd": [Decimal("1.25")], "months_since": [3]})
    config: dict[str, Any] = dict(column_config(frame))
    assert {name: one["type_config"]["format"] for name, one in config.items()} == {
        "amount": "accounting",
        "amount_usd": "dollar",
        "months_since": "localized",
    }


def test_a_header_has_no_unit_but_says_what_is_an_estimate() -> None:
    assert [column_label(name) for name in ("mau", "prior_hwm", "potential_usd", "reported_usd", "minimum_pau")] == [
        "MAU",
        "Prior HWM",
        "Potential (estimate)",
        "Earned",
        "Minimum PAU",
    ]


def test_a_source_goes_by_the_name_of_its_download() -> None:
    shown = displayed(pl.DataFrame({"source": ["OfficeUsage", "CPOR usage"]}))
    assert shown["source"].to_list() == ["Microsoft 365 usage", "CPOR usage"]


def test_a_code_beside_its_name_stays_out_of_sight() -> None:
    config = column_config(pl.DataFrame({"metric": ["net_adds"], "metric_name": ["Net customer adds"]}))
    assert config["metric"] is None
    named = config["metric_name"]
    assert isinstance(named, dict)
    assert named["label"] == "Metric"
