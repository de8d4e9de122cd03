"""What is known of a tenant's workloads: ours, pending or not claimed, and with how much to gain?"""

import polars as pl
import streamlit as st

from components.columns import UNKNOWN
from domain.wording import exact
from domain.workloads import workload_name


def standing_table(standing: pl.DataFrame) -> None:
    """Per workload: ours, pending or not claimed, with what there is to gain."""
    if standing.is_empty():
        st.caption("Nothing is known of this tenant's workloads: no file names it.")
        return
    marks = {"ours": "● ours", "pending": "◐ pending", "not claimed": "○ not claimed"}
    rows = [
        {
            "Workload": workload_name(row["workload"]),
            "Standing": marks[row["standing"]],
            "Claim": row["claim_id"],
            "MAU": row["mau"],
            "PAU": row["pau"],
            "Paid seats": row["seats"],
            "Headroom units": row["headroom_units"],
        }
        for row in standing.iter_rows(named=True)
    ]
    head = standing.filter(pl.col("standing") == "not claimed")["headroom_units"].drop_nulls().sum()
    st.caption(f"Known of this tenant; {exact(head)} units of headroom are not claimed. {UNKNOWN} means unknown.")
    st.dataframe(
        pl.DataFrame(rows),
        hide_index=True,
        key="standing",
        placeholder=UNKNOWN,
        alt="What is known of this tenant's workloads.",
    )
