"""How are we doing, against when, and what changed?"""

import streamlit as st

from components import figures
from components.cards import Kpi, kpi_row
from components.links import open_customer, sentences
from components.news import what_changed
from components.panel import panel, show
from components.reading import at_end, over_period, trend
from components.scope_bar import compared_with
from data_access import growth, portfolio
from domain.wording import short
from domain.metrics import Unit
from pages import session

scope, versus = session.scope(), compared_with(session.scope())
earlier = session.before(scope)

st.title("Executive summary", anchor=False)

months = session.ask(growth.BY_MONTH, within=scope).frame
months_before = session.ask(growth.BY_MONTH, within=earlier).frame if earlier else None
customers = session.ask(portfolio.TOTALS, within=scope).frame
customers_before = session.ask(portfolio.TOTALS, within=earlier).frame if earlier else None
movers = session.ask(growth.MOVERS, within=scope)

kpi_row(
    [
        Kpi(
            "associated_customers",
            at_end(customers, "associated_customers"),
            at_end(customers_before, "associated_customers"),
            trend=trend(customers, "associated_customers"),
        ),
        Kpi(
            "usage_share",
            at_end(months, "usage_share"),
            at_end(months_before, "usage_share"),
            of=f"of {short(at_end(months, 'pau'), Unit.USERS)} paid units",
            trend=trend(months, "usage_share"),
        ),
        Kpi(
            "workload_users",
            at_end(months, "mau"),
            at_end(months_before, "mau"),
            trend=trend(months, "mau"),
        ),
        Kpi(
            "net_growth_units",
            over_period(months, "new_units"),
            over_period(months_before, "new_units"),
            of="above the high-water marks",
            trend=trend(months, "new_units"),
        ),
    ],
    compared_with=versus,
)

with panel("What changed?"):
    sentences(what_changed(months, customers, movers.frame))

left, right = st.columns(2)
with left, panel("How do workload users grow?", "Sum over associated workloads: workload users, not people."):
    show(
        session.ask(growth.BY_MONTH, within=scope, slice_by="workload"),
        figures.growth_lines,
        key="growth_by_workload",
        metric="mau",
    )
with right, panel("Why did workload users change?", "Opening and what came, less what went, is closing."):
    show(session.ask(growth.BRIDGE, within=scope), figures.usage_bridge, key="bridge")

with panel("Who moved most?", "Change of associated workload users from the first to the last month shown."):
    chosen = show(movers, figures.movers, key="movers", pick=0)
    if chosen:
        open_customer(chosen)
