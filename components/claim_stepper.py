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
_KEY = "step"


def stepper(done: Mapping[str, bool]) -> str:
    """The steps as a line to click; the one that is open. `done` marks what is complete."""
    chosen = st.segmented_control(
        "Step",
        list(LABELS),
        # Streamlit warns of a default beside a value that was set.
        default=None if st.session_state.get(_KEY) else "solution",
        required=True,
        format_func=lambda step: f"{':material/check: ' if done.get(step) else ''}{LABELS[step]}",
        key=_KEY,
        bind="query-params",
        label_visibility="collapsed",
        wrap=True,
    )
    return str(chosen or "solution")


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


def open_first(form_id: str, step: str) -> None:
    """Begin a form that another one follows in this window at its own first step; a reload keeps the address's."""
    before = st.session_state.get("form_on_screen")
    st.session_state["form_on_screen"] = form_id
    if before not in (None, form_id) or (before is None and _KEY not in st.query_params):
        st.session_state[_KEY] = step
