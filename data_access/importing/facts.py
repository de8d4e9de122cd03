"""How do a table's checked records become facts on disk, and what do they speak of?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from data_access.importing.layout import Layout
from data_access.statements import bound, statement
from domain.workloads import workload_code

_WITH_WORKLOADS = ("usage", "earning", "ineligible", "claim")
_WITH_TENANTS = ("usage", "customer", "licence")


@dataclass(frozen=True, slots=True)
class Reach:
    """The months and newest date of a table's checked records, where it has any."""

    first_month: date | None
    last_month: date | None
    newest_on: date | None


def reach_of(connection: duckdb.DuckDBPyConnection, layout: Layout) -> Reach:
    """First and last month of `month_column`, and the newest `as_of_column`."""
    names = {column.name for column in layout.columns}
    rows = connection.view("checked")
    first = last = newest = None
    if layout.month_column in names:
        column = duckdb.ColumnExpression(layout.month_column)
        first, last = _extremes(rows.select(column.alias("day")))
    if layout.as_of_column:
        newest = _extremes(rows.select(duckdb.ColumnExpression(layout.as_of_column).alias("day")))[1]
    return Reach(first and first.replace(day=1), last and last.replace(day=1), newest)


def write_facts(
    connection: duckdb.DuckDBPyConnection, layout: Layout, folder: Path, values: Mapping[str, Any]
) -> dict[str, int]:
    """One Parquet file a fact, `<fact>.parquet` in `folder`: how many rows each has. `values` bind by name."""
    written = {}
    for fact, name in layout.facts.items():
        text = statement(f"importing/{name}")
        file = folder / f"{fact}.parquet"
        connection.sql(text, params=bound(text, values)).write_parquet(str(file), compression="zstd")
        [(written[fact],)] = connection.read_parquet(str(file)).count("*").fetchall()
    return written


def spellings_in(connection: duckdb.DuckDBPyConnection, folder: Path, facts: Iterable[str]) -> list[str]:
    """Every workload name these facts use, in alphabetical order."""
    found: set[str] = set()
    for fact in facts:
        if fact in _WITH_WORKLOADS:
            rows = connection.read_parquet(str(folder / f"{fact}.parquet"))
            found.update(rows.aggregate("workload_name", "workload_name").pl()["workload_name"].drop_nulls())
    return sorted(found)


def unknown_among(spellings: Iterable[str], named: Mapping[str, str]) -> tuple[str, ...]:
    """The spellings nobody has named yet."""
    return tuple(name for name in spellings if workload_code(name, named) is None)


def tenants_in(connection: duckdb.DuckDBPyConnection, folder: Path, facts: Iterable[str]) -> set[str]:
    """Every tenant these facts make a customer of."""
    found: set[str] = set()
    for fact in facts:
        if fact in _WITH_TENANTS:
            rows = connection.read_parquet(str(folder / f"{fact}.parquet"))
            found.update(rows.aggregate("tenant_id", "tenant_id").pl()["tenant_id"].drop_nulls())
    return found


def months_in(connection: duckdb.DuckDBPyConnection, folder: Path, facts: Iterable[str]) -> set[date]:
    """Every month these facts bring usage of."""
    if "usage" not in facts:
        return set()
    rows = connection.read_parquet(str(folder / "usage.parquet"))
    return set(rows.aggregate("month", "month").pl()["month"].drop_nulls())


def _extremes(days: duckdb.DuckDBPyRelation) -> tuple[date | None, date | None]:
    [(first, last)] = days.aggregate("min(day), max(day)").fetchall()
    return first, last
