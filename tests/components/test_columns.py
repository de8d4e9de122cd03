"""Does a table speak to people: words for codes, one rounding for shares, no lost column?"""

from decimal import Decimal

import polars as pl

from components.columns import column_config, column_label, displayed


def test_codes_are_words_and_shares_read_as_on_the_cards() -> None:
    frame = pl.DataFrame(
        {
            "workload": ["EXO", None],
            "part": ["unknown_claim", "something new"],
            "usage_share": [0.69456, None],
            "amount_usd": [Decimal("1.25"), None],
            "rate": [0.69456, 1.0],
        }
    )
    assert displayed(frame).rows() == [
        ("Exchange Online", "Claim that no usage file names", 0.695, 1.25, 0.69456),
        (None, "something new", None, None, 1.0),
    ]


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
