"""What became of a filed form: its receipt, its proof, and the submission to record?"""

from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from components.words import plain
from domain.claim_readiness import Gap, is_ready


@dataclass(frozen=True, slots=True)
class Submission:
    """What Partner Center showed when the user submitted there."""

    on: date
    claim_number: str


def receipt_line(receipt_id: str, claim_id: str, filed_by: str, filed_at: datetime) -> None:
    """The receipt; the same one on every reload."""
    st.success(
        f"Filed as **{claim_id}**, once. Receipt **{receipt_id}**, by {plain(filed_by)} on {filed_at:%d %b %Y, %H:%M} UTC."
        " It is kept as a draft here: nothing has been sent to Microsoft.",
        icon=":material/receipt_long:",
    )


def submission_form(gaps: tuple[Gap, ...], today: date, *, key: str) -> Submission | None:
    """When it was submitted in Partner Center and which number it got there."""
    st.markdown(
        "1. Take the claim pack: the fields in the wizard's order, the proof, the checklist.\n"
        "2. Submit the claim in Partner Center.\n"
        "3. Record here when you did, and the number it got. The product never submits anything itself."
    )
    if not is_ready(gaps):
        st.caption("Record the submission once the check before says ready.")
    with st.form(f"{key}_submission", border=False, enter_to_submit=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            on = st.date_input("Submitted on", value=today, max_value=today, key=f"{key}_submitted_on", width=180)
            number = st.text_input("Microsoft's claim number", max_chars=60, key=f"{key}_claim_number", width=260)
        if st.form_submit_button("Record submission", type="primary", disabled=not is_ready(gaps)):
            return Submission(on, number)
    return None
