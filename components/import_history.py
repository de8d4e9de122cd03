"""Which import should be taken back?"""

import polars as pl
import streamlit as st

from domain.wording import day


def undo_choice(history: pl.DataFrame) -> str | None:
    """A choice among imports in force and a button that asks twice; the import's id once it is confirmed."""
    live = history.filter(pl.col("undone_at").is_null())
    labels = {
        row["import_id"]: f"{row['file_name']} ({row['title']}, {day(row['imported_at'].date())})"
        for row in live.iter_rows(named=True)
    }
    if not labels:
        return None
    with st.popover("Undo an import", icon=":material/undo:"):
        chosen = st.selectbox("Import", list(labels), format_func=lambda code: labels[code], key="undo_import")
        st.caption("Its facts stop counting at once; the file can be imported again.")
        return str(chosen) if st.button("Undo it", type="primary", key="undo_import_now") else None
