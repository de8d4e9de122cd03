"""How does a forecast become the tables that pages ask: paths, dates, totals per owner, the year's earnings?"""

from datetime import date

import polars as pl

from data_access.forecasts.gains import gains
from forecasting import Forecast


def tables_of(result: Forecast, series: pl.DataFrame, as_of: date) -> dict[str, pl.DataFrame]:
    """Every table of marts_forecast/tables.sql by name; `series` is the answer of marts_forecast/series.sql."""
    return {
        "paths": _named(result.paths).select("tenant_id", "workload", "month", "ahead", "mau", "mau_lo", "mau_hi"),
        "planned": _named(result.planned).select("tenant_id", "workload", "month", "ahead", "pau", "mau"),
        "evidence": _named(result.evidence).select(
            "tenant_id", "workload", "last_month", "months_count", "evidence", "note"
        ),
        "reach": _reach(result, series),
        "totals": _totals(result, series),
        **gains(result, series, as_of),
        "track": result.track.rename({"count": "evidence_count"}),
    }


def _named(frame: pl.DataFrame) -> pl.DataFrame:
    parts = pl.col("unique_id").str.splitn("/", 2).struct
    return frame.with_columns(parts.field("field_0").alias("tenant_id"), parts.field("field_1").alias("workload"))


def _reach(result: Forecast, series: pl.DataFrame) -> pl.DataFrame:
    """When the next milestone is reached, claimed or not, and on claimed workloads a new high-water mark."""
    ours = series.filter(pl.col("is_associated"))
    steps = series.filter(pl.col("next_level").is_not_null()).select(
        "unique_id",
        pl.lit("milestone").alias("target"),
        pl.col("next_step").alias("step"),
        pl.col("next_level").cast(pl.Float64).ceil().alias("level"),
    )
    marks = ours.filter(pl.col("hwm").is_not_null()).select(
        "unique_id",
        pl.lit("hwm").alias("target"),
        pl.lit(None, dtype=pl.Int64).alias("step"),
        (pl.col("hwm") + 1).cast(pl.Float64).alias("level"),
    )
    levels = pl.concat([steps.cast({"step": pl.Int64}), marks])
    found = _named(result.reach(levels))
    return found.select(
        "tenant_id",
        "workload",
        "target",
        "step",
        "level",
        "probability_3",
        "probability_6",
        "probability_12",
        "reached_on_earliest",
        "reached_on",
        "reached_on_latest",
    )


def _owners(series: pl.DataFrame) -> pl.DataFrame:
    """Each associated series under everybody it concerns: all, its account manager, its team."""
    ours = series.filter(pl.col("is_associated"))
    kinds = [("all", pl.lit("")), ("account_manager", pl.col("account_manager_id")), ("team", pl.col("team"))]
    return pl.concat(
        [
            ours.with_columns(pl.lit(kind).alias("owner_kind"), owner.cast(pl.String).alias("owner")).filter(
                pl.col("owner").is_not_null()
            )
            for kind, owner in kinds
        ]
    )


def _totals(result: Forecast, series: pl.DataFrame) -> pl.DataFrame:
    """Sums per owner, and within it per workload and per segment; the empty name means all of them."""
    known = set(result.names)
    owned = _owners(series).filter(pl.col("unique_id").is_in(list(known)))
    cuts = [
        owned.with_columns(pl.lit("").alias("in_workload"), pl.lit("").alias("in_segment")),
        owned.with_columns(pl.col("workload").alias("in_workload"), pl.lit("").alias("in_segment")),
        owned.with_columns(pl.lit("").alias("in_workload"), pl.col("segment").alias("in_segment")),
    ]
    names = ["owner_kind", "owner", "in_workload", "in_segment"]
    groups = pl.concat(cuts).with_columns(pl.concat_str(names, separator="\x1f").alias("group"))
    summed = result.total(groups.select("unique_id", "group"))
    return summed.join(groups.select("group", *names).unique(), on="group").select(
        "owner_kind",
        "owner",
        pl.col("in_workload").alias("workload"),
        pl.col("in_segment").alias("segment"),
        "month",
        "mau",
        "mau_lo",
        "mau_hi",
        pl.col("series_count").cast(pl.Int64),
    )
