"""How does a forecast join its history, and how does its state read?"""

import polars as pl
import streamlit as st


def with_forecast(history: pl.DataFrame, paths: pl.DataFrame) -> pl.DataFrame:
    """adoption/ledger rows followed by forecast/paths rows of the workloads shown, for the histories."""
    ahead = paths.filter(pl.col("workload").is_in(history["workload"].unique().to_list()))
    names = ("tenant_id", "name", "workload", "month", "forecast_mau", "low_mau", "high_mau", "planned_mau")
    return pl.concat([history, ahead.select(names)], how="diagonal_relaxed")


def forecast_state(*, is_being_made: bool, is_current: bool) -> None:
    """One line when what is shown is not the newest; nothing when it is."""
    if is_being_made:
        st.caption(":material/hourglass_top: A forecast is in progress; usage is shown as it stands.")
    elif not is_current:
        st.caption(":material/history: The forecast was made from earlier usage; a new one comes with the next import.")


def reach_rows(reach: pl.DataFrame) -> pl.DataFrame:
    """forecast/reach for a table: what is reached, in words, and the band of its date."""
    what = pl.when(pl.col("target") == "hwm").then(pl.lit("a new HWM")).otherwise(pl.format("{} % step", "step"))
    return reach.with_columns(what.alias("target"))
