"""How does a forecast join its history, and how do its state and its dates read?"""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl
import streamlit as st

from domain.wording import month, percent

EXPECTED_LABELS = {
    "expected": "Expected",
    "within_3_share": "Within 3 months",
    "within_6_share": "Within 6 months",
    "within_12_share": "Within 12 months",
}
TRACK_LABELS = {
    "kind": "Series of",
    "restlessness": "Restlessness",
    "ahead_from": "Months ahead, from",
    "ahead_to": "to",
    "coverage_share": "Inside the band",
    "error_share": "Error, points",
    "naive_error_share": "As last month, points",
    "evidence_count": "Outcomes",
}


def with_forecast(history: pl.DataFrame, paths: pl.DataFrame) -> pl.DataFrame:
    """adoption/ledger rows followed by forecast/paths rows of the workloads shown, for the histories."""
    ahead = paths.filter(pl.col("workload").is_in(history["workload"].unique().to_list()))
    names = ("tenant_id", "name", "workload", "month", "forecast_mau", "low_mau", "high_mau", "planned_mau")
    return pl.concat([history, ahead.select(names)], how="diagonal_relaxed")


def forecast_state(ask: Callable[[], Mapping[str, bool]]) -> None:
    """One line when what is shown is not the newest; nothing when it is. The page runs again once a forecast is made.

    `ask` says is_being_made, is_there (any forecast at all) and is_current (it stands on the usage shown).
    """
    state = ask()
    if state["is_being_made"]:
        _until_made(ask)
    elif not state["is_there"]:
        st.caption(":material/hourglass_empty: There is no forecast yet; one follows each import. Reload in a minute.")
    elif not state["is_current"]:
        st.caption(":material/history: The forecast was made from earlier usage; a new one comes with the next import.")


@st.fragment(run_every="5s")
def _until_made(ask: Callable[[], Mapping[str, bool]]) -> None:
    if not ask()["is_being_made"]:
        st.rerun()
    st.caption(":material/hourglass_top: A forecast is in progress; usage is shown as it stands.")


def reach_rows(reach: pl.DataFrame) -> pl.DataFrame:
    """forecast/reach for a table: what is reached, in words, and when it is expected."""
    what = pl.when(pl.col("target") == "hwm").then(pl.lit("a new HWM")).otherwise(pl.format("{} % step", "step"))
    return expected(reach.with_columns(what.alias("target")))


def expected(frame: pl.DataFrame) -> pl.DataFrame:
    """`expected` in words, and chances as `within_3_share`, `within_6_share`, `within_12_share`.

    Frame: probability_3, _6 and _12, reached_on with _earliest and _latest, evidence; of forecast/reach or
    forecast/ladder. A date never stands without the chance that it comes at all.
    """
    names = ("reached_on", "reached_on_earliest", "reached_on_latest", "probability_12", "evidence")
    said = [_expected(row) for row in frame.select(names).iter_rows(named=True)]
    chances = {f"probability_{span}": f"within_{span}_share" for span in (3, 6, 12)}
    return frame.rename(chances).with_columns(pl.Series("expected", said, dtype=pl.String))


def _expected(row: dict[str, Any]) -> str:
    if row["evidence"] is None:
        return "no forecast of this workload"
    if row["probability_12"] is None:
        return "not enough data"
    chance = percent(row["probability_12"], 0)
    if row["reached_on"] is None:
        low = row["evidence"] in ("none", "low")
        return "not enough data for a date" if low else f"not within a year, most likely ({chance})"
    between = f"{month(row['reached_on_earliest'])} to {month(row['reached_on_latest'])}"
    return f"{month(row['reached_on'])} ({between}), {chance} within a year"
