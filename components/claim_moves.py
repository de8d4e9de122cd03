"""What can be recorded about this claim now? The moves its state allows, each with the data it needs, and no others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.words import plain
from domain.claim_states import Actor, Need, Transition, Trigger

_WHOSE = {
    Actor.PARTNER: "Ours to do, at Microsoft; record it here afterwards.",
    Actor.MICROSOFT: "Microsoft's move: record what Partner Center shows.",
    Actor.CUSTOMER: "The customer's move: record what happened.",
    Actor.CLOCK: "The window ran out.",
}
_REASONS = {Need.REASON: "Reason", Need.REASON_OR_PROOF: "Business justification (or attach a new proof below)"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """What somebody gave for a move."""

    trigger: Trigger
    on: date
    reason: str
    document: str | None
    claim_number: str | None


def claim_moves(moves: Sequence[Transition], today: date, documents: dict[str, str], *, key: str) -> Recorded | None:
    """One form; what was recorded once it is sent. `documents`: SHA-256 to file name, for a dispute."""
    if not moves:
        st.caption("Nothing can be recorded in this state: it is final, or its window is over.")
        return None
    labels = {str(move.trigger): move.label for move in moves}
    chosen = st.segmented_control(
        "What happened?",
        list(labels),
        default=next(iter(labels)),
        required=True,
        format_func=lambda code: labels[code],
        key=f"{key}_move",
        label_visibility="collapsed",
    )
    move = next(move for move in moves if move.trigger == chosen)
    st.caption(f"{_WHOSE[move.actor]} Next state: {move.target}.")
    return _form(move, today, documents, f"{key}_{move.trigger}")


def _form(move: Transition, today: date, documents: dict[str, str], key: str) -> Recorded | None:
    document, number = None, None
    with st.form(key, border=False, enter_to_submit=False):
        on = st.date_input("On which day", value=today, max_value=today, key=f"{key}_on", width=200)
        if Need.CLAIM_NUMBER in move.needs:
            number = st.text_input("Microsoft's claim number", max_chars=60, key=f"{key}_number", width=320)
        needed = next((label for need, label in _REASONS.items() if need in move.needs), "Remark (optional)")
        reason = st.text_area(needed, max_chars=2000, height=90, key=f"{key}_reason")
        if Need.REASON_OR_PROOF in move.needs and documents:
            document = st.selectbox(
                "New proof of execution", [None, *documents], format_func=lambda sha: documents.get(sha, "None")
            )
        if not st.form_submit_button(plain(move.label), type="primary"):
            return None
    return Recorded(move.trigger, on, reason or "", document, number)
