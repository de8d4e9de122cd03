"""How are we doing, against when, and what changed?"""

import streamlit as st

from components import figures
from components.cards import kpi_row
from components.forecast_words import forecast_state
from components.links import open_customer, sentences
from components.news import what_changed
from components.panel import panel, show
from components.reading import compared_months
from components.scope_bar import compared_with
from components.summary_cards import money_cards, summary_cards
from data_access import eligibility, growth, incentives, portfolio
from data_access.forecasts import questions as forecasts
from pages import session

scope = session.scope()
earlier = session.before(scope)

st.title("Executive summary", anchor=False)

months = session.ask(growth.BY_MONTH, within=scope).frame
customers = session.ask(portfolio.TOTALS, within=scope).frame
months_before = session.ask(growth.BY_MONTH, within=earlier).frame if earlier else None
customers_before = session.ask(portfolio.TOTALS, within=earlier).frame if earlier else None
movers = session.ask(growth.MOVERS, within=scope)

kpi_row(summary_cards(months, customers, months_before, customers_before), compared_with=compared_with(scope))
kpi_row(
    money_cards(
        session.ask(incentives.BY_MONTH, within=scope).frame,
        session.ask(incentives.BY_MONTH, within=earlier).frame if earlier else None,
        session.ask(forecasts.EARNINGS).frame,
        session.ask(eligibility.SCORES, today=session.today()).frame,
    ),
    compared_with=compared_with(scope),
)

with panel("What changed?"):
    sentences(what_changed(months, customers, movers.frame))

left, right = st.columns(2)
with left, panel("How do workload users grow?", "Sum over associated workloads: workload users, not people."):
    by_workload = session.ask(growth.BY_MONTH, within=scope, slice_by="workload")
    show(by_workload, figures.growth_lines, key="growth_by_workload", metric="mau")
with right, panel("Why did workload users change?", "Opening and what came, less what went, is closing."):
    show(session.ask(growth.BRIDGE, within=scope), figures.usage_bridge, key="bridge")

left, right = st.columns(2)
with left, panel("Where will workload users be?", "Forecast as the sum of its parts, with its 80 % band where it is known."):
    forecast_state(**session.forecast_state())
    outlook = session.ask(forecasts.TOTALS, within=scope)
    show(outlook, figures.outlook, key="outlook", metric="mau")
with right, panel("What is earned, and what is still open?", "Reported, and what headroom could pay within the caps (estimate)."):
    show(session.ask(incentives.BY_WORKLOAD, within=scope), figures.earned_and_potential, key="earned_potential")

with panel("Who moved most?", compared_months(movers.frame)):
    chosen = show(movers, figures.movers, key="movers", pick=0)
if chosen:
    open_customer(chosen)
