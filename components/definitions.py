"""What does each metric mean, and which spellings is a workload known by?"""

import polars as pl
import streamlit as st

from components.panel import panel
from domain.metrics import known_metrics
from domain.workloads import known_workloads


def metric_catalogue() -> None:
    """Every metric: label, unit, how it adds up, what it rests on."""
    with panel("What does each number mean?", "The same words stand beside every number and in every export."):
        rows = [
            {
                "Metric": one.label,
                "Unit": str(one.unit),
                "Adds up as": str(one.roll_up),
                "Standing": str(one.standing),
                "Definition": one.definition,
                "Source": one.source,
            }
            for one in known_metrics().values()
        ]
        st.dataframe(
            pl.DataFrame(rows), hide_index=True, key="metric_catalogue", alt="Every metric with its definition."
        )


def workload_table() -> None:
    """Every workload: code, name, family and the spellings seen in files."""
    with panel("Which names does a workload have?", "Unknown names are kept as they are, never dropped."):
        rows = [
            {
                "Code": one.code,
                "Name": one.name,
                "Family": one.family,
                "Seen as": ", ".join(one.spellings),
                "Listed as earning": one.is_listed,
            }
            for one in known_workloads().values()
        ]
        st.dataframe(pl.DataFrame(rows), hide_index=True, key="workload_table", alt="Every workload with its names.")
