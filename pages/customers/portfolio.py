"""Which customers do we have, which moved, and which need somebody?"""

import polars as pl
import streamlit as st

from components import figures
from components.choices import view_choice
from components.links import open_customer, sentences
from components.news import needs_somebody
from components.paged_table import TablePage, paged_table
from components.panel import panel, show
from components.portfolio_rows import portfolio_rows
from components.reading import compared_months
from data_access import growth, portfolio
from data_access.warehouse import Answer
from domain.scope import Role
from pages import session

SORTS = {
    "mau": "Workload users ↓",
    "mau_change": "Gained most last month ↓",
    "opportunity_units": "Headroom ↓",
    "potential_usd": "Potential ↓",
    "open_signals": "Open signals ↓",
    "usage_share": "Usage % ↓",
    "new_units": "New units ↓",
    "licences_count": "Licences ↓",
    "name": "Name",
}
# In the order of what one looks for: on a telephone the first three are in sight.
LABELS = {
    "name": "Customer",
    "mau": "MAU",
    "mau_change": "Last month",
    "usage_share": "Usage %",
    "trend": "12 months",
    "open_signals": "Signals",
    "potential_usd": "Potential",
    "next_milestone": "Users to next milestone",
    "claims": "Claims",
    "account_manager": "Account manager",
    "segment": "Segment",
    "usage_percentile": "Percentile",
    "pau": "PAU",
    "opportunity_units": "Headroom",
    "new_units": "New units",
    "associated_count": "Associated",
    "available_count": "Available",
}
VIEWS = {"table": "Table", "scatter": "Scatter", "heatmap": "Heatmap"}
SCATTER_MOST = 2_000

scope = session.scope()
whose = "your" if session.me().role is Role.ACCOUNT_MANAGER else "our"
st.title("Portfolio", anchor=False)


def rows(page: TablePage) -> Answer:
    found = session.ask(portfolio.CUSTOMERS, within=scope, descending=page.is_descending, **page.asked)
    return session.view(found, portfolio_rows(found.frame), "words")


def every_row(page: TablePage) -> pl.DataFrame:
    found = session.ask(portfolio.CUSTOMERS, within=scope, descending=page.is_descending, **page.asked_whole)
    return portfolio_rows(found.frame)


@st.fragment
def table() -> None:
    # The panel stands inside the fragment: a redraw of the table alone must end in a sentence too.
    opened = None
    with panel(
        f"How does each of {whose} customers stand?",
        "Sums of the associated workloads at their latest month; last month is the change of MAU in it; potential is an "
        "estimate. Percentile: of a hundred of the segment, how many use less. Claims: the one that most needs somebody. Select a row to open it.",
    ):
        opened = paged_table(rows, key="portfolio", sorts=SORTS, columns=tuple(LABELS), labels=LABELS, export=every_row)
    if opened:
        open_customer(opened["tenant_id"])


movers = session.ask(growth.MOVERS, within=scope)
left, right = st.columns([3, 2])
with left, panel(f"Which of {whose} customers moved most?", compared_months(movers.frame)):
    picked = show(movers, figures.movers, key="portfolio_movers", pick=0)
with right, panel(f"Which of {whose} customers need somebody?", "Largest losses, then most paid for and not used."):
    headroom = session.ask(portfolio.HEADROOM, within=scope)
    sentences(needs_somebody(movers.frame, headroom.frame))

view = view_choice(VIEWS)
if view == "table":
    table()
elif view == "scatter":
    with panel(
        "Who pays for more than is used?",
        f"Low means unused, right means large, a big bubble means much potential (estimate). At most {SCATTER_MOST:,} customers, "
        "largest first. A click opens the customer.",
    ):
        largest = session.ask(portfolio.CUSTOMERS, within=scope, sort_by="mau", page_size=SCATTER_MOST)
        picked = show(largest, figures.portfolio_scatter, key="scatter", pick=0) or picked
else:
    with panel(
        "Where is each workload used?",
        "Usage % of the 40 customers with most workload users: the stronger the colour, the more is used; an empty cell is not reported. A click opens the customer.",
    ):
        cells = session.ask(portfolio.HEATMAP, within=scope, most=40)
        picked = show(cells, figures.customer_workload_heatmap, key="heatmap", pick=0) or picked

if picked:
    open_customer(picked)
