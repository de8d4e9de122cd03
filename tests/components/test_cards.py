"""Does a card say value, unit, denominator, change, standing and definition, and nothing it does not know?"""

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from components import cards
from components.cards import Kpi


def card(kpi: Kpi, compared_with: str = "last year") -> str:
    return cards._card(0, kpi, compared_with)


def test_a_card_is_complete() -> None:
    shown = card(Kpi("usage_share", 0.6134, 0.588, "127k of 208k PAU", [0.5, 0.6]))
    for part in ("Usage %", ">61.3%<", "127k of 208k PAU", "+2.5 pts", "vs last year", "MAU divided by PAU", "61.34%"):
        assert part in shown


def test_unknown_is_said_and_not_compared() -> None:
    shown = card(Kpi("mau", None, 5))
    assert "no data yet" in shown
    assert "no last year to compare" in shown
    assert ">0<" not in shown
    assert "to compare" not in card(Kpi("program_points", 75, is_compared=False))


@pytest.mark.parametrize(
    ("metric", "now", "before", "tone"),
    [
        ("mau", 2, 1, "good"),
        ("mau", 1, 2, "bad"),
        ("overdue_count", 2, 1, "bad"),
        ("pau", 2, 1, "even"),
        ("mau", 1, 1, "even"),
    ],
)
def test_a_change_is_good_or_bad_by_the_catalogue(metric: str, now: int, before: int, tone: str) -> None:
    assert f'class="cpor-{tone}"' in card(Kpi(metric, now, before))


def test_money_says_whether_it_is_reported_or_estimated() -> None:
    assert "reported</span>" in card(Kpi("reported_usd", Decimal("12.50")))
    assert "estimate</span>" in card(Kpi("potential_usd", Decimal("12.50")))


def test_text_is_escaped() -> None:
    assert "<script>" not in card(Kpi("mau", 1, of="<script>alert(1)</script>", label="<script>"))


def _row() -> None:
    from components.cards import Kpi, kpi_row

    kpi_row([Kpi("mau", 12762), Kpi("pau", 20000)])


def test_a_row_is_one_element() -> None:
    at = AppTest.from_function(_row, default_timeout=30).run()
    assert not at.exception
    (html,) = at.get("html")
    assert "12.8k" in html.proto.body
