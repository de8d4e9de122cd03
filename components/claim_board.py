"""Which claims stand where, and which of them wait for us? A column a state, the most urgent first."""

from collections.abc import Callable

import polars as pl
import streamlit as st

from components.claim_words import clock_line, customer_words, state_icon, workload_words
from components.words import plain
from domain.claim_states import State
from domain.phrases import shortened
from domain.wording import counted

_ON_A_CARD, _IN_A_ROW = 4, 4


def claim_board(claims: pl.DataFrame, on_open: Callable[[str], None]) -> None:
    """Every state with its count. Frame: associations/register with clocks. `on_open` is given a claim's ID."""
    states = list(State)
    for start in range(0, len(states), _IN_A_ROW):
        places = st.columns(_IN_A_ROW, gap="small")
        for state, place in zip(states[start : start + _IN_A_ROW], places, strict=True):
            with place, st.container(border=True, gap="xsmall", height="stretch", key=f"board_{state}"):
                _state(state, claims.filter(pl.col("state") == str(state)), on_open)


def _state(state: State, held: pl.DataFrame, on_open: Callable[[str], None]) -> None:
    overdue = held.filter("is_overdue").height
    late = f" :red[:material/warning: {overdue} overdue]" if overdue else ""
    st.markdown(f"{state_icon(state)} **{state}** :gray[{held.height}]{late}")
    urgent = held.sort("days_left", "claim_id", nulls_last=True)
    for row in urgent.head(_ON_A_CARD).iter_rows(named=True):
        with st.container(border=True, gap=None):
            st.button(
                f"**{plain(shortened(customer_words(row), 34))}**",
                key=f"open_{row['claim_id']}",
                type="tertiary",
                on_click=on_open,
                args=(row["claim_id"],),
                help=f"Open {row['claim_id']}",
            )
            st.markdown(f":small[:gray[{row['claim_id']}] · {plain(workload_words(row['workloads'], 2))}]")
            if row["days_left"] is not None:
                st.markdown(f":small[{clock_line(row)}]")
    if held.height > _ON_A_CARD:
        st.caption(f"{counted(held.height - _ON_A_CARD, 'more claim')} in the table")
    if held.is_empty():
        st.caption("None")
