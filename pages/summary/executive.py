"""How are we doing, against when, and what changed?"""

import streamlit as st

from components import figures
from components.cards import kpi_row
from components.claim_funnel import with_overdue
from components.forecast_words import forecast_state
from components.links import link, open_customer
from components.opportunity_brief import brief_block
from components.panel import panel, show, show_table
from components.reading import compared_months
from components.scope_bar import compared_with
from components.summary_cards import money_cards, opportunity_cards, summary_cards
from components.target_words import TARGET_COLUMNS, TARGET_LABELS, targets_in_words
from data_access import associations, claim_watch, eligibility, growth, incentives, portfolio, signals
from data_access.brief import brief
from data_access.forecasts import questions as forecasts
from data_access.registry.settings import claim_settings
from domain.periods import fiscal_year_start, plus_months
from domain.scope import Scope
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
    worth = session.ask(signals.TOTALS, within=scope, today=session.today()).frame
    cards = money_cards(money, money_before, ahead, scores, is_narrowed=scope.is_narrowed)
    kpi_row([*cards, *opportunity_cards(worth)], compared_with=versus)

changed = st.container()

year_start = fiscal_year_start(session.today())
wanted = session.ask(forecasts.TARGETS, within=Scope(start=year_start, end_before=plus_months(year_start, 12)))
if wanted.frame.height:
    with panel(
        "How near are this fiscal year's targets?",
        "Known so far, and with what growth rules would still bring (estimate); filters do not narrow it.",
    ):
        show_table(
            session.view(wanted, targets_in_words(wanted.frame), "words"),
            key="targets",
            columns=TARGET_COLUMNS,
            labels=TARGET_LABELS,
        )

left, right = st.columns(2)
with left, panel("How do workload users grow?", "Sum over associated workloads: workload users, not people."):
    by_workload = session.ask(growth.BY_MONTH, within=scope, slice_by="workload")
    show(by_workload, figures.growth_lines, key="growth_by_workload", metric="mau")
with right, panel("Why did workload users change?", "Opening and what came, less what went, is closing."):
    show(session.ask(growth.BRIDGE, within=scope), figures.usage_bridge, key="bridge")

left, right = st.columns(2)
with left:
    with panel(
        "Where will workload users be?", "Forecast as the sum of its parts, with its 80 % band where it is known."
    ):
        forecast_state(session.forecast_state)
        outlook = session.ask(forecasts.TOTALS, within=scope)
        show(outlook, figures.outlook, key="outlook", metric="mau")
    with panel("Where do our claims stand?", "Claims by state; overdue is past its clock, ours or Microsoft's."):
        funnel = session.ask(associations.FUNNEL, within=scope)
        late = claim_watch.overdue_by_state(session.door(), session.me(), session.today(), claim_settings(), scope)
        show(
            session.view(funnel, with_overdue(funnel.frame, late), f"{session.today()}/{late}"),
            figures.state_bars,
            key="funnel",
        )
        link("Open the register", "associations/register", icon=":material/assignment:")
with (
    right,
    panel(
        "What is earned, and what is still open?", "Reported, and what headroom could pay within the caps (estimate)."
    ),
):
    show(session.ask(incentives.BY_WORKLOAD, within=scope), figures.earned_and_potential, key="earned_potential")

with panel("Who moved most?", compared_months(movers.frame)):
    chosen = show(movers, figures.movers, key="movers", pick=0)
if chosen:
    open_customer(chosen)

# Last, where it stands above: it asks most, and nothing else need wait for it.
with changed, panel("What changed, why, and what to do?", "Sentences from the data, each a link to what proves it."):
    brief_block(brief(session.door(), session.me(), session.today(), scope))
