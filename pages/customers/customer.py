"""Where does this customer stand, workload by workload?"""

import streamlit as st

from components import figures
from components.cards import kpi_row
from components.customer_head import customer_cards, customer_head
from components.links import customer_in_url, link
from components.panel import panel, show, show_table
from data_access import adoption, portfolio
from pages import session

LABELS = {
    "workload": "Workload",
    "mau": "MAU",
    "pau": "PAU",
    "usage_share": "Usage %",
    "prior_hwm": "Prior HWM",
    "starting_hwm": "Starting HWM",
    "opportunity_units": "Headroom",
    "new_units": "New units",
    "claim_id": "Claim",
    "associated_on": "Associated",
    "month": "Month",
    "source": "Source",
}

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
kpi_row(customer_cards(session.ask(portfolio.CUSTOMERS, tenant=tenant).frame))

with panel("How much of each workload is used?", "Prior HWM from files is a lower bound, since the first month known."):
    workloads = session.ask(portfolio.WORKLOADS, tenant=tenant)
    show_table(workloads, key="workloads", columns=tuple(LABELS), labels=LABELS)

history = session.ask(adoption.LEDGER, within=scope, tenant=tenant)
with panel(
    "How did each workload develop?",
    "Users as a line in the family's colour, the high-water mark as a grey step, paid units dotted.",
):
    show(history, figures.workload_histories, key="histories")

with panel("Which months were strong?", "Usage % by workload and month; an empty cell is a month without a fact."):
    show(history, figures.workload_month_heatmap, key="month_heatmap")

others = session.ask(adoption.OTHER_VALUES, within=scope, tenant=tenant)
if others.frame.height:
    with panel("What did other sources say?", "The same months, from files that rank lower or are older."):
        show_table(others, key="others")
