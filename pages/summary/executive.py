"""How are we doing, against when, and what changed?"""

import streamlit as st

from components import figures
from components.cards import kpi_row
from components.claim_funnel import with_overdue
from components.forecast_words import forecast_state
from components.links import link, open_customer, sentences
from components.news import what_changed
from components.panel import panel, show
from components.reading import compared_months
from components.scope_bar import compared_with
from components.summary_cards import money_cards, opportunity_cards, summary_cards
from data_access import associations, claim_watch, eligibility, growth, incentives, portfolio, signals
from data_access.forecasts import questions as forecasts
from data_access.registry.settings import claim_settings
from pages import session

scope = session.scope()
earlier = session.before(scope)

st.title("Executive summary", anchor=False)

versus = compared_with(scope)
months = session.ask(growth.BY_MONTH, within=scope).frame
customers = session.ask(portfolio.TOTALS, within=scope).frame
movers = session.ask(growth.MOVERS, within=scope)

with panel("How do we stand?", bordered=False):
    months_before = session.ask(growth.BY_MONTH, within=earlier).frame if earlier else None
    customers_before = session.ask(portfolio.TOTALS, within=earlier).frame if earlier else None
    kpi_row(summary_cards(months, customers, months_before, customers_before), compared_with=versus)

with panel("What is it worth?", bordered=False):
    money = session.ask(incentives.BY_MONTH, within=scope).frame
    money_before = session.ask(incentives.BY_MONTH, within=earlier).frame if earlier else None
    ahead = session.ask(forecasts.EARNINGS).frame
    scores = session.ask(eligibility.SCORES, today=session.today()).frame
    worth = session.ask(signals.TOTALS, within=scope).frame
    kpi_row([*money_cards(money, money_before, ahead, scores), *opportunity_cards(worth)], compared_with=versus)

with panel("What changed?"):
    sentences(what_changed(months, customers, movers.frame))

left, right = st.columns(2)
with left, panel("How do workload users grow?", "Sum over associated workloads: workload users, not people."):
    by_workload = session.ask(growth.BY_MONTH, within=scope, slice_by="workload")
    show(by_workload, figures.growth_lines, key="growth_by_workload", metric="mau")
with right, panel("Why did workload users change?", "Opening and what came, less what went, is closing."):
    show(session.ask(growth.BRIDGE, within=scope), figures.usage_bridge, key="bridge")

left, right = st.columns(2)
with (
    left,
    panel("Where will workload users be?", "Forecast as the sum of its parts, with its 80 % band where it is known."),
):
    forecast_state(**session.forecast_state())
    outlook = session.ask(forecasts.TOTALS, within=scope)
    show(outlook, figures.outlook, key="outlook", metric="mau")
with (
    right,
    panel(
        "What is earned, and what is still open?", "Reported, and what headroom could pay within the caps (estimate)."
    ),
):
    show(session.ask(incentives.BY_WORKLOAD, within=scope), figures.earned_and_potential, key="earned_potential")

with panel("Where do our claims stand?", "Claims by state; overdue is past its clock, ours or Microsoft's."):
    funnel = session.ask(associations.FUNNEL, within=scope)
    late = claim_watch.overdue_by_state(session.door(), session.me(), session.today(), claim_settings(), scope)
    show(
        session.view(funnel, with_overdue(funnel.frame, late), f"{session.today()}/{late}"),
        figures.state_bars,
        key="funnel",
    )
    link("Open the register", "associations/register", icon=":material/assignment:")

with panel("Who moved most?", compared_months(movers.frame)):
    chosen = show(movers, figures.movers, key="movers", pick=0)
if chosen:
    open_customer(chosen)
