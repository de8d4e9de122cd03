"""Does a table speak to people: words for codes, one rounding for shares, no lost column?"""

from decimal import Decimal

import polars as pl

from components.columns import column_label, displayed


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
