"""How does a page offer one choice of a few? Labels on screen and in the address, codes in the program."""

from collections.abc import Mapping

import streamlit as st


def choice(label: str, labels: Mapping[str, str], *, key: str) -> str:
    """A select box over codes; returns the chosen code, the first by default. `key` is its name in the address."""
    chosen = st.selectbox(
        label, list(labels), format_func=lambda code: labels[code], key=key, width=200, bind="query-params"
    )
    return str(chosen)


def view_choice(views: Mapping[str, str], *, key: str = "view") -> str:
    """A row of buttons over codes, for views of one thing; the first by default."""
    chosen = st.segmented_control(
        "View",
        list(views),
        format_func=lambda code: views[code],
        default=next(iter(views)),
        required=True,
        key=key,
        bind="query-params",
    )
    return str(chosen)
