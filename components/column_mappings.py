"""Which columns were named by hand, and which of these tables should be asked about anew?"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import streamlit as st

from components.words import plain


class Remembered(Protocol):
    """A mapping: what is in such a table, and our column to the file's header cell."""

    @property
    def target(self) -> str: ...

    @property
    def columns(self) -> Mapping[str, str]: ...

    @property
    def header(self) -> Sequence[str]: ...


def mapping_to_forget(mappings: Mapping[str, Remembered]) -> str | None:
    """One line a table with a button beside it; the key of the mapping to forget."""
    forgotten = None
    for key, one in mappings.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            pairs = ", ".join(f"{plain(cell)} → {name.replace('_', ' ')}" for name, cell in one.columns.items())
            st.markdown(f"**{plain(', '.join(one.header))}**  \nread as {one.target}: {pairs}", width="stretch")
            if st.button(
                "Forget",
                key=f"forget_{key}",
                icon=":material/delete:",
                help="Ask again when such a file comes. What was imported by it stays.",
            ):
                forgotten = key
    return forgotten
