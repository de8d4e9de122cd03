"""How is a dispute recorded, and its outcome?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from domain.incentive_payments import DISPUTE_DAYS, DISPUTE_OUTCOMES
from domain.wording import counted, exact_money, month
from domain.workloads import workload_name


def raise_form(difference: Mapping[str, Any], today: date) -> dict[str, Any] | None:
    """Give the ticket under which a difference is disputed; its values once sent. A row of incentives/differences."""
    if difference["days_left"] is None or difference["days_left"] < 0:
        st.caption(f"This difference can no longer be disputed: its {DISPUTE_DAYS} days are over.")
        return None
    # Of its own: what was typed for one difference is not sent with another.
    which = "/".join(str(difference[name]) for name in ("tenant_id", "workload", "month", "claim_id", "family"))
    with st.form(f"dispute_{which}", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            ticket = st.text_input("Support ticket", max_chars=100)
            raised_on = st.date_input("Raised on", value=today, max_value=today)
        note = st.text_input("Note", max_chars=500)
        if not st.form_submit_button("Record the dispute", type="primary"):
            return None
    return {
        "tenant_id": difference["tenant_id"],
        "workload": difference["workload"],
        "month": difference["month"],
        "claim_id": difference["claim_id"],
        "amount_usd": difference["difference_usd"],
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


def difference_words(row: Mapping[str, Any]) -> str:
    """One difference in a line: whose, of what and when, how much, and how long it can be disputed."""
    left = (
        f" ({counted(row['days_left'], 'day')} left)" if row["days_left"] is not None and row["days_left"] >= 0 else ""
    )
    return f"{row['name']}, {_workload(row['workload'])}, {month(row['month'])}: {exact_money(row['difference_usd'])}{left}"


def _dispute(row: Mapping[str, Any]) -> str:
    return f"{row['ticket']}: {row['name']}, {_workload(row['workload'])}, {month(row['month'])}"


def _workload(code: str | None) -> str:
    return workload_name(code) if code else "no workload named"
