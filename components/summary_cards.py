"""How are we doing, in numbers with their months and denominators?"""

import polars as pl

from components.cards import Kpi
from components.reading import alike, at_end, last_month_in_words, months_in_words, over_period, trend
from domain.metrics import Unit
from domain.wording import short


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
