"""Where does usage grow, where does it shrink, and how do associations mature?"""

import streamlit as st

from components import figures
from components.choices import choice
from components.links import open_customer
from components.panel import panel, show
from components.quarters import by_quarter
from components.reading import compared_months
from data_access import growth
from pages import session

METRICS = {"mau": "Workload users", "usage_share": "Usage %", "new_units": "New units"}
GRAINS = {"month": "Month", "quarter": "Quarter"}
SPLITS = {
    "workload": "Workload",
    "segment": "Segment",
    "country": "Country",
    "account_manager": "Account manager",
    "team": "Team",
    "all": "Nothing",
}
BRIDGE_HEIGHT = 440

scope = session.scope()
st.title("Trends", anchor=False)

with st.container(horizontal=True, vertical_alignment="bottom"):
    metric = choice("Metric", METRICS, key="metric")
    grain = choice("Grain", GRAINS, key="grain")
    split = choice("Split by", SPLITS, key="split")

months = session.ask(growth.BY_MONTH, within=scope, slice_by=split)
with panel(f"How does it develop: {METRICS[metric].lower()}?", "Only months under association count."):
    show(
        months if grain == "month" else by_quarter(months),
        figures.growth_lines,
        key="trend",
        metric=metric,
        slice_by=split,
        is_quarterly=grain == "quarter",
    )

left, right = st.columns(2)
with left, panel("Why did workload users change?", "Opening and what came, less what went, is closing."):
    show(session.ask(growth.BRIDGE, within=scope), figures.usage_bridge, key="trend_bridge", height=BRIDGE_HEIGHT)
with (
    right,
    panel(
        "How do associations mature?",
        "Usage % by months since the association, per quarter of association: the stronger the colour, the more is used.",
    ),
):
    show(session.ask(growth.COHORTS, within=scope), figures.cohort_heatmap, key="cohorts")

movers = session.ask(growth.MOVERS, within=scope, most=10)
with panel("Who moved most?", compared_months(movers.frame)):
    picked = show(movers, figures.movers, key="trend_movers", pick=0)
if picked:
    open_customer(picked)
