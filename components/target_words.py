"""How does a target stand, in words and columns: reached so far, and where its quarter will end?"""

import polars as pl

from components.columns import column_label
from domain.periods import fiscal_quarter

TARGET_COLUMNS = (
    "quarter",
    "kind",
    "owner",
    "target_amount",
    "actual_amount",
    "reached_share",
    "forecast_amount",
    "low_amount",
    "high_amount",
    "outlook",
)
TARGET_LABELS = {
    "kind": "Counts",
    "owner": "For",
    "target_amount": "Target",
    "actual_amount": "So far",
    "reached_share": "Reached",
    "forecast_amount": "Quarter's end (estimate)",
    "low_amount": "80%: from",
    "high_amount": "80%: to",
}


def targets_in_words(frame: pl.DataFrame) -> pl.DataFrame:
    """forecast/targets with fiscal quarters, what each counts, and whether the band holds the target."""
    target = pl.col("target_amount").cast(pl.Float64)
    outlook = (
        pl.when(pl.col("actual_amount").cast(pl.Float64) >= target)
        .then(pl.lit("reached"))
        .when(pl.col("is_over"))
        .then(pl.lit("missed, as known so far"))
        .when(pl.col("forecast_amount").is_null())
        .then(pl.lit("no forecast"))
        .when(pl.col("low_amount") >= target)
        .then(pl.lit("on course"))
        .when(pl.col("high_amount") >= target)
        .then(pl.lit("open: within the band"))
        .otherwise(pl.lit("short of it"))
    )
    quarters = {day: fiscal_quarter(day) for day in frame["quarter"].unique().to_list()}
    kinds = {kind: column_label(kind) for kind in frame["kind"].unique().to_list()}
    return frame.with_columns(
        pl.col("forecast_amount", "low_amount", "high_amount").round(0).cast(pl.Int64),
        outlook=outlook,
        quarter=pl.col("quarter").replace_strict(quarters, return_dtype=pl.String),
        kind=pl.col("kind").replace_strict(kinds, return_dtype=pl.String),
    )
