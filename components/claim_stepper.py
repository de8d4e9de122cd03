"""Where in the form is one, and what is still open? Partner Center's order, on one screen."""

from collections.abc import Mapping

import streamlit as st

LABELS = {
    "solution": "1 Solution",
    "details": "2 Details",
    "workloads": "3 Workloads",
    "contacts": "4 Contacts",
    "review": "5 Review and file",
    "proof": "6 Proof",
    "submit": "7 Submission",
}
_KEY, _ADDRESS = "claim_step", "step"


def stepper(done: Mapping[str, bool], form_id: str, first: str) -> str:
    """The steps as a line to click; the one that is open. `done` marks what is complete.

    A reload opens the address's step, a form that follows another in this window its own `first`.
    """
    # Not bound: a bound choice writes its label into the address, and the labels carry marks.
    before = st.session_state.get("form_on_screen")
    st.session_state["form_on_screen"] = form_id
    if before not in (None, form_id):
        st.session_state[_KEY] = first
    elif _KEY not in st.session_state:
        asked = st.query_params.get(_ADDRESS)
        st.session_state[_KEY] = asked if asked in LABELS else first
    chosen = st.segmented_control(
        "Step",
        list(LABELS),
        required=True,
        format_func=lambda step: f"{':material/check: ' if done.get(step) else ''}{LABELS[step]}",
        key=_KEY,
        label_visibility="collapsed",
        wrap=True,
    )
    step = str(chosen or first)
    if st.query_params.get(_ADDRESS) != step:
        st.query_params[_ADDRESS] = step
    return step


def step_buttons(step: str, last: str) -> None:
    """Back and on, up to `last`."""
    order = list(LABELS)
    at = order.index(step)
    with st.container(horizontal=True):
        if at:
            st.button("Back", on_click=go_to, args=(order[at - 1],), icon=":material/arrow_back:", type="tertiary")
        if at < order.index(last):
            st.button(
                f"On to {LABELS[order[at + 1]][2:].lower()}", on_click=go_to, args=(order[at + 1],), type="primary"
            )


def go_to(step: str) -> None:
    """Open a step; from a callback."""
    st.session_state[_KEY] = step
