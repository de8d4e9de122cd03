"""Which customers do we have, which moved, and which need somebody?"""

import polars as pl
import streamlit as st

from components import figures
from components.links import open_customer
from components.paged_table import TablePage, paged_table
from components.panel import panel, show
from data_access import growth, portfolio
from pages import session

SORTS = {
    "mau_change": "Gained most ↓",
    "mau": "Workload users ↓",
    "opportunity_units": "Headroom ↓",
    "usage_share": "Usage % ↓",
    "new_units": "New units ↓",
    "licences_count": "Licences ↓",
    "name": "Name",
}
COLUMNS = (
    "name",
    "segment",
    "account_manager",
    "associated_count",
    "available_count",
    "mau",
    "pau",
    "usage_share",
    "trend",
    "mau_change",
    "opportunity_units",
    "new_units",
)
SCATTER_MOST = 2_000

scope = session.scope()
st.title("Portfolio", anchor=False)


def rows(page: TablePage) -> session.Answer:
    return session.ask(
        portfolio.CUSTOMERS,
        within=scope,
        search=page.search,
        sort_by=page.sort,
        descending=page.is_descending,
        skip_rows=page.offset,
        page_size=page.limit,
    )


def every_row(page: TablePage) -> pl.DataFrame:
    return session.ask(
        portfolio.CUSTOMERS, within=scope, search=page.search, sort_by=page.sort, descending=page.is_descending
    ).frame


with panel("Which customers moved most?", "Change of associated workload users over the months shown."):
    moved = show(session.ask(growth.MOVERS, within=scope), figures.movers, key="portfolio_movers", pick=0)
    if moved:
        open_customer(moved)

view = st.segmented_control(
    "View", ["Table", "Scatter", "Heatmap"], default="Table", required=True, key="portfolio_view"
)

if view == "Table":
    with panel("How does each customer stand?", "Workload users and paid units sum the associated workloads."):
        table = st.fragment(lambda: paged_table(rows, key="portfolio", sorts=SORTS, columns=COLUMNS, export=every_row))
        picked = table()
        if picked:
            open_customer(picked)
elif view == "Scatter":
    with panel("Who has paid for more than is used?", f"The {SCATTER_MOST:,} customers with most workload users."):
        picked = show(
            session.ask(portfolio.CUSTOMERS, within=scope, sort_by="mau", page_size=SCATTER_MOST),
            figures.portfolio_scatter,
            key="scatter",
            pick=0,
            size="opportunity_units",
        )
        if picked:
            open_customer(picked)
else:
    with panel("Where is each workload used?", "Usage % of the 40 customers with most workload users."):
        picked = show(
            session.ask(portfolio.HEATMAP, within=scope, most=40),
            figures.customer_workload_heatmap,
            key="heatmap",
            pick=0,
        )
        if picked:
            open_customer(picked)
