"""How does a page offer one choice of a few? Labels on screen, codes in the program."""

from collections.abc import Mapping

import streamlit as st


def choice(label: str, labels: Mapping[str, str], *, key: str) -> str:
    """A select box over codes; returns the chosen code, the first by default."""
    chosen = st.selectbox(label, list(labels), format_func=lambda code: labels[code], key=key, width=200)
    return str(chosen)
