"""What does a workload's unknown name mean?"""

from collections.abc import Mapping, Sequence

import streamlit as st


def name_choice(unknown: Sequence[str], names: Mapping[str, str]) -> tuple[str, str] | None:
    """Ask for one spelling's workload; (spelling, code) once it is said."""
    with st.form("workload_name", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        spelling = st.selectbox("Name in the files", list(unknown))
        code = st.selectbox("is the workload", list(names), format_func=lambda one: names[one])
        said = st.form_submit_button("Name it")
    return (spelling, code) if said and spelling and code else None
