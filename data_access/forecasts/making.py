"""How is a forecast made? From the served snapshot's ledger, by the engine, into one file that is then published."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import polars as pl
from filelock import Timeout

from data_access.attaching import attach
from data_access.engine import STORAGE
from data_access.forecasts.keeping import keep, kept_paths
from data_access.forecasts.store import folder, lock, make_tables, publish, served
from data_access.forecasts.tables import tables_of
from data_access.registry import read
from data_access.registry.rows import rows
from data_access.settings import Settings
from data_access.statements import statement
from data_access.workspace import Workspace
from domain.errors import Unavailable
from forecasting import forecast

SEED = 20261123
Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. `fitted_count`: series computed anew; the others came from the cache."""

    series_count: int
    fitted_count: int
    is_new: bool


def make_forecast(workspace: Workspace, settings: Settings, progress: Progress | None = None) -> Made:
    """Forecast the served snapshot and publish it; nothing to do when that was done already.

    Raises `Unavailable` when nothing was imported, or another process is at it.
    """
    say = progress or (lambda step, share: None)
    try:
        with lock(workspace).acquire(timeout=0):
            return _made(workspace, settings, say)
    except Timeout:
        raise Unavailable("A forecast is being made already.") from None


def _made(workspace: Workspace, settings: Settings, say: Progress) -> Made:
    snapshot = workspace.snapshot_file()
    before = served(workspace)
    plans = _plans(workspace)
    mark = f"{snapshot.name}/{plans.hash_rows().sum() if plans.height else 0}"
    if before.snapshot == mark:
        return Made(0, 0, False)
    say("Reading histories", 0.02)
    history, series, as_of = _read(workspace, settings)
    cache_file = folder(workspace) / "fits.parquet"
    cache = pl.read_parquet(cache_file) if cache_file.exists() else None
    processes = min(settings.threads, os.cpu_count() or 1)
    result = forecast(
        history,
        seed=SEED,
        as_of=as_of,
        cache=cache,
        plans=plans if plans.height else None,
        processes=processes,
        progress=lambda done, to_do: say("Forecasting", 0.05 + 0.75 * done / max(to_do, 1)),
    )
    say("Adding up", 0.85)
    kept = kept_paths(workspace, result, plans, as_of)
    version = before.version + 1
    file = folder(workspace) / f"forecast_{version}.duckdb"
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with duckdb.connect(str(partial), config=STORAGE) as connection:
        make_tables(connection)
        for name, frame in {**tables_of(result, series, as_of), "plan_paths": kept}.items():
            # The cursor's own names are the tables'; columns match by name.
            connection.from_arrow(frame.to_arrow()).insert_into(name)
    partial.replace(file)
    result.cache.write_parquet(cache_file)
    keep(workspace, kept)
    publish(workspace, file, mark, version)
    say("Published", 1.0)
    return Made(len(result.names), result.fitted_count, True)


def _read(workspace: Workspace, settings: Settings) -> tuple[pl.DataFrame, pl.DataFrame, date]:
    with duckdb.connect(config={"threads": settings.threads}) as connection:
        connection.execute(attach(workspace.snapshot_file(), "snapshot"))
        history = connection.sql(statement("marts_forecast/history")).pl()
        series = connection.sql(statement("marts_forecast/series")).pl()
    complete = history.filter(pl.col("is_complete"))["month"]
    if complete.is_empty():
        raise Unavailable("There is no complete month of usage to forecast from.")
    newest: Any = complete.max()
    return history, series, newest


def _plans(workspace: Workspace) -> pl.DataFrame:
    """Plans as the engine takes them (unique_id, starts_on, ends_on, target_share, licences_count), and whose."""
    found = read(workspace, lambda connection: rows(connection, "select * from plans order by tenant_id, workload"))
    return pl.DataFrame(
        [
            {
                "unique_id": f"{one['tenant_id']}/{one['workload']}",
                "starts_on": one["start_on"],
                "ends_on": one["reach_on"],
                "target_share": one["target_share"],
                "licences_count": one["licences_count"],
                "tenant_id": one["tenant_id"],
                "workload": one["workload"],
                "planned_at": one["changed_at"],
            }
            for one in found
        ],
        schema={
            "unique_id": pl.String,
            "starts_on": pl.Date,
            "ends_on": pl.Date,
            "target_share": pl.Float64,
            "licences_count": pl.Float64,
            "tenant_id": pl.String,
            "workload": pl.String,
            "planned_at": pl.Datetime("us"),
        },
    )
