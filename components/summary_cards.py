"""How are we doing, in numbers with their months and denominators?"""

import polars as pl

from components.cards import Kpi
from components.reading import alike, at_end, last_month_in_words, months_in_words, over_period, summed, trend
from domain.metrics import Unit
from domain.wording import counted, month, short


def summary_cards(
    months: pl.DataFrame,
    customers: pl.DataFrame,
    months_before: pl.DataFrame | None,
    customers_before: pl.DataFrame | None,
) -> list[Kpi]:
    """Frames of growth/by_month and portfolio/totals, now and in the months to compare with (None: nothing)."""
    when = last_month_in_words(months)
    paid = at_end(months, "pau")
    of_paid = f"of {short(paid, Unit.UNITS)} paid units {when}" if paid is not None else when
    users, clients = alike(months_before, months), alike(customers_before, customers)
    return [
        Kpi(
            "associated_customers",
            at_end(customers, "associated_customers"),
            at_end(clients, "associated_customers"),
            of=last_month_in_words(customers),
            trend=trend(customers, "associated_customers"),
        ),
        Kpi(
            "usage_share",
            at_end(months, "usage_share"),
            at_end(users, "usage_share"),
            of=of_paid,
            trend=trend(months, "usage_share"),
        ),
        Kpi("workload_users", at_end(months, "mau"), at_end(users, "mau"), of=of_paid, trend=trend(months, "mau")),
        Kpi(
            "net_growth_units",
            over_period(months, "new_units"),
            over_period(users, "new_units", like=months),
            of=f"above HWM, {months_in_words(months)}" if when else "",
            trend=trend(months, "new_units"),
        ),
    ]


def money_cards(
    money: pl.DataFrame,
    money_before: pl.DataFrame | None,
    ahead: pl.DataFrame,
    scores: pl.DataFrame,
    *,
    is_narrowed: bool = False,
) -> list[Kpi]:
    """Earned, estimated, forecast to the year's end, and the best-known track towards the Modern Work line.

    Frames of incentives/by_month, forecast/earnings and eligibility/scores. The last two know no filter, and say so
    beside the others where the scope `is_narrowed`.
    """
    aside = "filters do not narrow it; " if is_narrowed else ""
    year_end = ahead.row(0, named=True) if ahead.height else {}
    cards = [
        Kpi(
            "reported_usd",
            summed(money, "reported_usd"),
            summed(money_before, "reported_usd") if money_before is not None else None,
            of="by Microsoft, in the months shown",
            trend=money["reported_usd"].cast(pl.Float64).to_list(),
        ),
        Kpi(
            "payable_usd",
            summed(money, "estimated_usd"),
            summed(money_before, "estimated_usd") if money_before is not None else None,
            of="by the rules in force",
            trend=money["estimated_usd"].cast(pl.Float64).to_list(),
        ),
        Kpi(
            "forecast_usd",
            year_end.get("forecast_usd"),
            of=f"{aside}still to come until {month(year_end['until_month'])}" if year_end else "no forecast yet",
            interval=(year_end["low_usd"], year_end["high_usd"]) if year_end else None,
            is_compared=False,
        ),
    ]
    return [*cards, *_score(scores, aside)]


def _score(scores: pl.DataFrame, aside: str) -> list[Kpi]:
    if scores.is_empty():
        return []
    tracks = scores.group_by("program", "program_name", "track_name", "line_points", maintain_order=True).agg(
        pl.col("points").sum(), (~pl.col("is_known")).sum().alias("unknown_count")
    )
    best = tracks.sort("points", descending=True, maintain_order=True).row(0, named=True)
    missing = max(0.0, best["line_points"] - best["points"])
    said = f"{missing:,.0f} points to the line" if missing else f"above the line of {best['line_points']:,.0f}"
    if best["unknown_count"]:
        # Above the line is not reached: every metric has to be above zero.
        said += f", {counted(best['unknown_count'], 'metric')} not known yet"
    name = f"{best['program_name'].removeprefix('Solutions Partner for ')}, {best['track_name']}"
    # Of some customers alone there is no way to a line that only the whole partner reaches.
    of = f"{name}: {said}" if scores.item(0, "is_whole") else f"{name}: your customers' part"
    return [Kpi("program_points", best["points"], of=f"{aside}{of}", is_compared=False)]


def opportunity_cards(worth: pl.DataFrame) -> list[Kpi]:
    """What the open opportunities promise. Frame of signals/totals."""
    if worth.is_empty():
        return []
    row = worth.row(0, named=True)
    said = f"{row['open_count']:,} open, worth {short(row['value_usd'], Unit.USD)} if all succeed"
    return [Kpi("expected_value_usd", row["expected_usd"], of=said, is_compared=False)]
