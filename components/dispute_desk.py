"""How is a dispute recorded, and its outcome?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from domain.incentive_payments import DISPUTE_OUTCOMES
from domain.wording import exact_money, month
from domain.workloads import workload_name


def raise_form(differences: pl.DataFrame, today: date) -> dict[str, Any] | None:
    """Choose a difference and give the ticket; its values once sent. Frame of incentives/differences."""
    open_rows = differences.filter(pl.col("days_left") >= 0).to_dicts()
    if not open_rows:
        st.caption("No difference can be disputed any more.")
        return None
    with st.form("dispute", border=False):
        chosen = st.selectbox("Difference", range(len(open_rows)), format_func=lambda at: _label(open_rows[at]))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            ticket = st.text_input("Support ticket", max_chars=100)
            raised_on = st.date_input("Raised on", value=today, max_value=today)
        note = st.text_input("Note", max_chars=500)
        if not st.form_submit_button("Record the dispute", type="primary"):
            return None
    row = open_rows[chosen]
    return {
        "tenant_id": row["tenant_id"],
        "workload": row["workload"],
        "month": row["month"],
        "claim_id": row["claim_id"],
        "amount_usd": row["difference_usd"],
        "raised_on": raised_on,
        "ticket": ticket,
        "note": note,
    }


def settle_form(disputes: pl.DataFrame, today: date) -> dict[str, Any] | None:
    """Choose an open dispute and say how it ended."""
    open_rows = {row["dispute_id"]: row for row in disputes.filter(pl.col("outcome") == "open").to_dicts()}
    if not open_rows:
        return None
    with st.form("settle", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        dispute = st.selectbox("Open dispute", list(open_rows), format_func=lambda code: _dispute(open_rows[code]))
        outcome = st.selectbox("ended", [one for one in DISPUTE_OUTCOMES if one != "open"])
        outcome_on = st.date_input("on", value=today, max_value=today)
        sent = st.form_submit_button("Record the outcome")
    return {"dispute_id": dispute, "outcome": outcome, "outcome_on": outcome_on} if sent else None


def _label(row: Mapping[str, Any]) -> str:
    return (
        f"{row['name']}, {_workload(row['workload'])}, {month(row['month'])}: "
        f"{exact_money(row['difference_usd'])} ({row['days_left']} days left)"
    )


def _dispute(row: Mapping[str, Any]) -> str:
    return f"{row['ticket']}: {row['name']}, {_workload(row['workload'])}, {month(row['month'])}"


def _workload(code: str | None) -> str:
    return workload_name(code) if code else "no workload named"
