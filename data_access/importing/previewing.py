"""What would an import do? Each table's format, columns, conventions, first rows, refusals, and what would change."""

import csv
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import duckdb
import polars as pl

from data_access.importing.asked import Asked
from data_access.importing.cells import Reading, conventions_of
from data_access.importing.detection import UnknownHeader
from data_access.importing.facts import months_in, tenants_in
from data_access.importing.mapping import TARGETS, suggested_mapping
from data_access.importing.opening import TextTable
from data_access.importing.previews import Changes, Convention, Preview
from data_access.importing.run import Outcome, staged_files
from data_access.importing.staging import NeedsTenant, Staged
from data_access.settings import Settings
from data_access.snapshot import Progress, nothing_said
from data_access.statements import statement
from data_access.workspace import Workspace
from domain.errors import NotAllowed

FIRST_ROWS = 20
_LONGEST_CELL = 120
_OF_RECEIPT = ("rows_read", "rows_kept", "rows_refused", "as_of_on", "as_of_basis", "first_month", "last_month")


def preview(
    workspace: Workspace,
    files: Iterable[Path],
    asked: Asked,
    settings: Settings,
    work: Path,
    *,
    progress: Progress = nothing_said,
    names: dict[Path, str] | None = None,
) -> tuple[list[Preview], list[Outcome]]:
    """Stage below `work` without publishing; the outcomes' staged tables can then be published as they are."""
    if not asked.viewer.role.may_import:
        raise NotAllowed("Only an incentives admin brings files in.")
    tenants, months = _served(workspace)
    previews, outcomes = [], []
    for outcome in staged_files(workspace, files, asked, settings, work, progress, names):
        changes = _changes(outcome.staged, tenants, months) if outcome.staged else None
        previews.append(_preview(outcome, changes))
        outcomes.append(outcome)
    return previews, outcomes


def _preview(outcome: Outcome, changes: Changes | None) -> Preview:
    shown = Preview(file_name=outcome.file_name, sentence=outcome.sentence, is_usable=outcome.is_usable)
    values: dict[str, object] = {"changes": changes}
    refused = outcome.refused()
    if refused.height:
        values["rows_read"] = values["rows_refused"] = refused.height
        values["refused"] = tuple(refused.drop("file").head(FIRST_ROWS).iter_rows())
    if table := outcome.table:
        values |= {"header": table.header, "first_rows": _first_rows(table)}
    if table and (found := outcome.found):
        values |= {
            "format": found.layout.title,
            "confidence_share": found.confidence_share,
            "columns": {name: table.header[index] for name, index in found.positions.items()},
        }
    if isinstance(outcome.failure, UnknownHeader) and table:
        values |= {
            "needs": "mapping",
            "suggestions": {target: suggested_mapping(table.header, target) for target in TARGETS},
        }
    elif isinstance(outcome.failure, NeedsTenant):
        values["needs"] = "tenant"
    if staged := outcome.staged:
        values |= {name: getattr(staged.receipt, name) for name in _OF_RECEIPT}
        readings = staged.checked.readings if staged.checked else {}
        values |= {"is_known": staged.is_known, "conventions": _conventions(outcome, readings)}
    return shown.model_copy(update=values)


def _conventions(outcome: Outcome, readings: dict[str, Reading]) -> tuple[Convention, ...]:
    if not (outcome.table and outcome.found):
        return ()
    kinds = {column.name: column.kind for column in outcome.found.layout.columns}
    return tuple(
        Convention(
            column=name,
            spelled=outcome.table.header[outcome.found.positions[name]],
            chosen=reading.convention,
            choices=conventions_of(kinds[name]),
            is_ambiguous=reading.is_ambiguous,
        )
        for name, reading in readings.items()
        if reading.convention
    )


def _first_rows(table: TextTable) -> tuple[tuple[str, ...], ...]:
    """The first rows as they stand in the file, each as wide as the header."""
    if table.is_json or not table.file.exists():
        return ()
    with table.file.open(encoding="utf-8-sig", errors="replace", newline="") as handle:
        for _ in range(table.header_line):
            handle.readline()
        rows = list(islice(csv.reader(handle, delimiter=table.delimiter), FIRST_ROWS))
    return tuple(_fitted(row, len(table.header)) for row in rows if row)


def _fitted(row: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple([cell[:_LONGEST_CELL] for cell in row[:width]] + [""] * (width - len(row)))


def _served(workspace: Workspace) -> tuple[set[str], set[str]]:
    """Customers and months of the snapshot being served; nothing before the first import."""
    name = workspace.publication().snapshot
    if name is None:
        return set(), set()
    with duckdb.connect(str(workspace.snapshots / name), read_only=True) as connection:
        known = connection.sql(statement("importing/changes")).pl()
    return (
        set(known.filter(pl.col("kind") == "tenant")["value"]),
        set(known.filter(pl.col("kind") == "month")["value"]),
    )


def _changes(staged: Staged, tenants: set[str], months: set[str]) -> Changes:
    """What this table adds; the two sets grow by it."""
    if staged.is_known:
        return Changes()
    with duckdb.connect() as connection:
        found = tenants_in(connection, staged.folder, staged.receipt.facts)
        spoken_of = months_in(connection, staged.folder, staged.receipt.facts)
    new_tenants, new_months = found - tenants, {month for month in spoken_of if month.isoformat() not in months}
    tenants |= new_tenants
    months |= {month.isoformat() for month in new_months}
    return Changes(
        new_customers_count=len(new_tenants),
        new_months=tuple(sorted(new_months)),
        unknown_workloads=staged.receipt.unknown_workloads,
    )
