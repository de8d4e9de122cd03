"""Where does this customer stand, workload by workload?"""

import streamlit as st

from components import figures
from components.customer_head import customer_head
from components.links import customer_in_url, link
from components.panel import panel, show, show_table
from data_access import adoption, portfolio
from pages import session

COLUMNS = (
    "workload",
    "mau",
    "pau",
    "usage_share",
    "prior_hwm",
    "starting_hwm",
    "opportunity_units",
    "new_units",
    "claim_id",
    "associated_on",
    "month",
    "source",
)

tenant = customer_in_url()
scope = session.scope()

if tenant is None:
    st.title("Customer", anchor=False)
    st.info("Choose a customer in the portfolio, or find one in the side bar.", icon=":material/search:")
    link("Open the portfolio", "customers/portfolio", icon=":material/table_rows:")
    st.stop()

who = session.ask(portfolio.CUSTOMER, tenant=tenant).frame
if who.is_empty():
    st.title("Customer", anchor=False)
    st.info("There is no such customer among those you may see.", icon=":material/search_off:")
    link("Open the portfolio", "customers/portfolio", icon=":material/table_rows:")
    st.stop()

customer_head(who.row(0, named=True))

with panel("How much of each workload is used?", "Prior HWM from files is a lower bound, since the first month known."):
    show_table(session.ask(portfolio.WORKLOADS, tenant=tenant), key="workloads", columns=COLUMNS)

history = session.ask(adoption.LEDGER, within=scope, tenant=tenant)
with panel(
    "How did each workload develop?", "Users, the high-water mark they stand against, and the paid units above."
):
    show(history, figures.workload_histories, key="histories")

with panel("Which months were strong?", "Usage % by workload and month; an empty cell is a month without a fact."):
    show(history, figures.workload_month_heatmap, key="month_heatmap")

others = session.ask(adoption.OTHER_VALUES, within=scope, tenant=tenant)
if others.frame.height:
    with panel("What did other sources say?", "The same months, from files that rank lower or are older."):
        show_table(others, key="others")
