"""What did each plan, and the data-only forecast of that day, say? Kept for good, so that both can be scored later."""

from datetime import date
from pathlib import Path

import polars as pl

from data_access.contract import Columns
from data_access.forecasts.store import folder
from data_access.workspace import Workspace
from forecasting import Forecast

KEPT: Columns = {
    "tenant_id": pl.String,
    "workload": pl.String,
    "planned_at": pl.Datetime("us"),
    "as_of": pl.Date,
    "month": pl.Date,
    "mau": pl.Float64,
    "planned_mau": pl.Float64,
}
_PLAN = ["tenant_id", "workload", "planned_at"]


def kept_paths(workspace: Workspace, result: Forecast, plans: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """Both paths of every plan ever forecast, the new ones added; a plan's first forecast is what it is judged by.

    `plans`: unique_id, tenant_id, workload, planned_at. Call `keep` once the forecast is published.
    """
    file = _file(workspace)
    before = pl.read_parquet(file) if file.exists() else pl.DataFrame(schema=dict(KEPT))
    fresh = plans.select("unique_id", *_PLAN).join(before.select(_PLAN).unique(), on=_PLAN, how="anti")
    said = (
        fresh.join(result.paths.select("unique_id", "month", "mau"), on="unique_id")
        .join(
            result.planned.select("unique_id", "month", pl.col("mau").alias("planned_mau")), on=["unique_id", "month"]
        )
        .with_columns(pl.lit(as_of).alias("as_of"))
        .select(*KEPT)
        .cast(pl.Schema(KEPT))
    )
    return pl.concat([before, said]).sort(*_PLAN, "month")


def keep(workspace: Workspace, paths: pl.DataFrame) -> None:
    """Write them down in one step."""
    file = _file(workspace)
    partial = file.with_suffix(".partial")
    paths.write_parquet(partial)
    partial.replace(file)


def _file(workspace: Workspace) -> Path:
    return folder(workspace) / "plan_paths.parquet"
