"""How is a plan for a customer's workload entered?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from domain.workloads import workload_name


def plan_form(workloads: Sequence[str], today: date) -> dict[str, Any] | None:
    """Target share, roll-out dates and expected licences of one workload; its values once sent."""
    with st.form("plan", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            workload = st.selectbox("Workload", list(workloads), format_func=workload_name)
            share = st.number_input("Target % of paid units", value=None, min_value=0, max_value=100, step=5)
            licences = st.number_input("Licences then (optional)", value=None, min_value=0, step=10)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            start_on = st.date_input("Roll-out from", value=today)
            reach_on = st.date_input("until", value=today)
            sent = st.form_submit_button("Save the plan")
    if not sent:
        return None
    return {
        "workload": workload,
        "target_share": None if share is None else share / 100,
        "licences_count": licences,
        "start_on": start_on,
        "reach_on": reach_on,
    }
