"""Do cards and sentences leave incomplete months out, on both sides of a comparison?"""

from datetime import date

import polars as pl

from components.news import needs_somebody
from components.reading import alike, at_end, compared_months, months_in_words, over_period, where_any
from components.summary_cards import money_cards, summary_cards

AUG, SEP, OCT = (date(2026, month, 1) for month in (8, 9, 10))
NOW = pl.DataFrame(
    {
        "month": [AUG, SEP, OCT],
        "mau": [100, 120, 40],
        "pau": [200, 200, 90],
        "usage_share": [0.5, 0.6, 0.4],
        "new_units": [5, 20, 0],
        "is_complete": [True, True, False],
    }
)
BEFORE = NOW.with_columns(
    month=pl.col("month").dt.offset_by("-3mo"), new_units=pl.Series([3, 4, 9]), is_complete=pl.lit(value=True)
)
CUSTOMERS = pl.DataFrame(
    {"month": [AUG, SEP, OCT], "associated_customers": [7, 8, 8], "is_complete": NOW["is_complete"]}
)
MOVERS = pl.DataFrame(
    {
        "tenant_id": ["1", "2"],
        "name": ["Contoso", "Fabrikam"],
        "mau_change": [30, -10],
        "workload": ["EXO", "INTUNE"],
        "reason": ["newly associated", "no usage reported"],
        "first_month": [AUG, AUG],
        "last_month": [SEP, SEP],
    }
)


def test_levels_and_sums_end_with_the_last_complete_month() -> None:
    assert at_end(NOW, "mau") == 120
    assert over_period(NOW, "new_units") == 25
    assert months_in_words(NOW) == "Aug 2026 to Sep 2026"


def test_two_months_are_compared_with_two() -> None:
    cut = alike(BEFORE, NOW)
    assert cut is not None
    assert cut["month"].to_list() == [date(2026, 5, 1), date(2026, 6, 1)]
    assert over_period(cut, "new_units", like=NOW) == 7


def test_a_sum_over_fewer_months_is_no_comparison() -> None:
    assert over_period(alike(BEFORE.tail(2), NOW), "new_units", like=NOW) is None


def test_every_card_names_its_denominator_or_month() -> None:
    cards = summary_cards(NOW, CUSTOMERS, BEFORE, None)
    assert [card.of for card in cards] == [
        "in Sep 2026",
        "of 200 paid units in Sep 2026",
        "of 200 paid units in Sep 2026",
        "above HWM, Aug 2026 to Sep 2026",
    ]
    assert [(card.value, card.before) for card in cards] == [(8, None), (0.6, 0.6), (120, 120), (25, 7)]
    assert [card.value for card in summary_cards(NOW.clear(), CUSTOMERS.clear(), None, None)] == [None] * 4


def test_movers_say_between_which_months() -> None:
    assert "from Aug 2026 to Sep 2026, the last complete month" in compared_months(MOVERS)
    assert "between complete months" in compared_months(MOVERS.clear())


def test_losses_need_somebody_before_headroom_does() -> None:
    headroom = pl.DataFrame({"tenant_id": ["1"], "name": ["Contoso"], "opportunity_units": [50]})
    said = needs_somebody(MOVERS, headroom)
    assert [(one.parameters[0][1], one.sentence.split()[0]) for one in said] == [("2", "Fabrikam"), ("1", "Contoso")]
    assert len(needs_somebody(MOVERS.clear(), headroom.clear())) == 1


def test_a_line_along_zero_is_not_drawn() -> None:
    money = pl.DataFrame({"reported_usd": [None, 0.0], "estimated_usd": [0.0, 0.0]})
    assert where_any(money, "reported_usd", "estimated_usd").is_empty()
    one = money.with_columns(estimated_usd=pl.Series([0.0, -2.0]))
    assert where_any(one, "reported_usd", "estimated_usd").height == 2


def test_points_above_the_line_do_not_hide_what_is_not_entered() -> None:
    scores = pl.DataFrame(
        {
            "program": ["modern-work"] * 2,
            "program_name": ["Solutions Partner for Modern Work"] * 2,
            "track_name": ["SMB"] * 2,
            "line_points": [70.0] * 2,
            "points": [75.0, 0.0],
            "is_known": [True, False],
            "is_whole": [True, True],
        }
    )
    money = pl.DataFrame(schema={"reported_usd": pl.Float64, "estimated_usd": pl.Float64})
    card = money_cards(money, None, pl.DataFrame(), scores)[-1]
    assert card.of == "Modern Work, SMB: above the line of 70, 1 metric not known yet"
    part = money_cards(money, None, pl.DataFrame(), scores.with_columns(is_whole=pl.lit(value=False)))[-1]
    assert part.of == "Modern Work, SMB: your customers' part"
    narrowed = money_cards(money, None, pl.DataFrame(), scores, is_narrowed=True)[-1]
    assert narrowed.of.startswith("filters do not narrow it; Modern Work")
