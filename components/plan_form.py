"""How is a plan for a customer's workload entered and withdrawn, and how do its path and its score read?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from domain.workloads import workload_name

PLANNED = ("workload", "month", "forecast_mau", "low_mau", "high_mau", "planned_mau", "planned_pau")
SCORES = (
    "workload",
    "planned_at",
    "months_count",
    "last_month",
    "mau",
    "planned_mau",
    "forecast_mau",
    "plan_error_users",
    "forecast_error_users",
    "closer",
)
SCORE_LABELS = {
    "planned_at": "Planned",
    "months_count": "Months since",
    "last_month": "Last of them",
    "mau": "MAU then",
    "planned_mau": "By the plan",
    "forecast_mau": "By the data alone",
    "plan_error_users": "Plan's error, users",
    "forecast_error_users": "Data's error, users",
    "closer": "Closer",
}
PLANNED_LABELS = {
    "forecast_mau": "By the data alone",
    "low_mau": "80%: from",
    "high_mau": "80%: to",
    "planned_mau": "By the plan",
    "planned_pau": "PAU by the plan",
}


def plan_form(workloads: Sequence[str], today: date) -> dict[str, Any] | None:
    """Target share, roll-out dates and expected licences of one workload; its values once sent."""
    with st.form("plan", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            workload = st.selectbox("Workload", list(workloads), format_func=workload_name)
            share = st.number_input("Target % of paid units", value=None, min_value=0, max_value=100, step=5)
            licences = st.number_input("Licences then (optional)", value=None, min_value=0, step=10)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            start_on = st.date_input("Roll-out from", value=today)
            reach_on = st.date_input("Rolled out by", value=today)
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


def withdrawn_plan(workloads: Sequence[str]) -> str | None:
    """The workload whose plan is withdrawn in this run."""
    with st.container(horizontal=True):
        for code in workloads:
            if st.button(f"Withdraw the plan for {workload_name(code)}", key=f"withdraw_{code}", type="tertiary"):
                return code
    return None
