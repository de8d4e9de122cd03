"""How does one file become facts on disk, ready to be published but not yet believed?"""

import hashlib
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import polars as pl

from data_access.importing.checking import Checked, check
from data_access.importing.detection import Detected, detect
from data_access.importing.layout import Layout
from data_access.importing.opening import TextTable
from data_access.importing.receipt import Receipt, write_receipt
from data_access.importing.reshaping import as_text_table
from data_access.settings import Settings
from data_access.statements import statement
from data_access.workspace import Workspace
from domain.errors import BadInput
from domain.scope import Viewer
from domain.workloads import workload_code


@dataclass(frozen=True)
class Asked:
    """What the person importing said about the files: whose they are, how new, how to read a column."""

    viewer: Viewer
    today: date
    as_of: date | None = None
    tenant: str | None = None
    conventions: Mapping[str, str] = field(default_factory=dict)
    named_workloads: Mapping[str, str] = field(default_factory=dict)
    mapped: Mapping[str, Detected] = field(default_factory=dict)


@dataclass(frozen=True)
class Staged:
    """One table, checked and written to a folder of its own. `is_known`: the same bytes are imported already."""

    receipt: Receipt
    folder: Path
    checked: Checked | None
    is_known: bool
    columns: dict[str, str]
    confidence_share: float


def stage(table: TextTable, workspace: Workspace, asked: Asked, settings: Settings, work: Path) -> Staged:
    """Check a table and write its facts under `work`. Raises `BadInput` when nothing in it is usable."""
    table, found = recognise(table, asked, work)
    layout = found.layout
    tenant = _tenant(layout, asked, table.name)
    import_id = _identity(table.sha256, layout.code, tenant)
    columns = {name: table.header[index] for name, index in found.positions.items()}
    if import_id in workspace.publication().imports:
        from data_access.importing.receipt import receipt_of

        receipt = receipt_of(workspace, import_id)
        return Staged(receipt, workspace.imports / import_id, None, True, columns, found.confidence_share)
    folder = work / import_id
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        limit(connection, settings, work)
        checked = check(
            connection,
            table,
            layout,
            found.positions,
            today=asked.today,
            settings=settings,
            conventions=dict(asked.conventions),
        )
        if not checked.rows_kept:
            raise BadInput(_nothing_usable(table.name, layout, checked))
        written = {
            fact: _write_fact(connection, name, tenant, folder / f"{fact}.parquet")
            for fact, name in layout.facts.items()
        }
        receipt = _receipt(connection, table, layout, import_id, tenant, checked, written, asked)
    checked.refused.write_parquet(folder / "refused.parquet")
    write_receipt(folder, receipt)
    return Staged(receipt, folder, checked, False, columns, found.confidence_share)


def recognise(table: TextTable, asked: Asked, work: Path) -> tuple[TextTable, Detected]:
    """The format of a table, and the table in that format's own shape (small reports are unpivoted)."""
    if table.is_json:
        table = as_text_table(table, work)
    mapped = asked.mapped.get(header_key(table.header))
    found = mapped or detect(table.header, table.name)
    if found.layout.reshape:
        table = as_text_table(table, work, found.layout)
        found = Detected(found.layout, found.layout.matched(list(table.header)), found.confidence_share)
    return table, found


def header_key(header: tuple[str, ...]) -> str:
    """What a column mapping is remembered by: the header's cells, in order."""
    return hashlib.sha256("\x1f".join(header).encode()).hexdigest()[:16]


def limit(connection: duckdb.DuckDBPyConnection, settings: Settings, work: Path) -> None:
    """Bound a connection's memory and threads; large files spill into `work`."""
    connection.execute("set threads = $threads", {"threads": settings.threads})
    connection.execute("set memory_limit = $limit", {"limit": f"{settings.memory_limit_mb}MB"})
    connection.execute("set temp_directory = $folder", {"folder": str(work / "spill")})


def discard(folder: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _tenant(layout: Layout, asked: Asked, name: str) -> str | None:
    if not layout.asks_tenant:
        return None
    if not asked.tenant:
        raise BadInput(
            f"{name} (“{layout.title}”) does not say which customer it is from. "
            "Give the customer's tenant ID (--tenant GUID, or choose the customer on the imports page)."
        )
    return asked.tenant


def _identity(sha256: str, format_code: str, tenant: str | None) -> str:
    return hashlib.sha256(f"{sha256}/{format_code}/{tenant or ''}".encode()).hexdigest()[:16]


def _nothing_usable(name: str, layout: Layout, checked: Checked) -> str:
    if checked.refused.is_empty():
        return f"{name} (“{layout.title}”) has a header but no rows."
    line, column, value, reason = checked.refused.row(0)
    where = f"{column} “{value}” " if column else ""
    return f"No row of {name} (“{layout.title}”) is usable. Line {line}: {where}{reason}."


def _write_fact(connection: duckdb.DuckDBPyConnection, name: str, tenant: str | None, file: Path) -> int:
    text = statement(f"importing/{name}")
    facts = connection.sql(text, params={"tenant": tenant}) if "$tenant" in text else connection.sql(text)
    facts.write_parquet(str(file), compression="zstd")
    counted = connection.read_parquet(str(file)).count("*").fetchone()
    return int(counted[0]) if counted else 0


def _receipt(
    connection: duckdb.DuckDBPyConnection,
    table: TextTable,
    layout: Layout,
    import_id: str,
    tenant: str | None,
    checked: Checked,
    written: dict[str, int],
    asked: Asked,
) -> Receipt:
    names = {column.name for column in layout.columns}
    rows = connection.view("checked")
    first_month = last_month = None
    if "month" in names:
        span = rows.aggregate("min(month), max(month)").fetchone()
        first_month, last_month = span if span else (None, None)
    customers = 1 if tenant else 0
    if "tenant_id" in names and not tenant:
        counted = rows.aggregate("count(distinct tenant_id)").fetchone()
        customers = int(counted[0]) if counted else 0
    unknown: tuple[str, ...] = ()
    if "workload_name" in names:
        spelled: pl.Series = rows.aggregate("workload_name", "workload_name").pl()["workload_name"].drop_nulls()
        unknown = tuple(sorted(name for name in spelled if workload_code(name, asked.named_workloads) is None))
    in_file = None
    if layout.as_of_column:
        newest = rows.aggregate(f"max({layout.as_of_column})").fetchone()
        in_file = newest[0] if newest else None
    as_of, basis = next(
        (day, basis)
        for day, basis in (
            (asked.as_of, "given"),
            (in_file, "file"),
            (last_month, "last month"),
            (asked.today, "import"),
        )
        if day
    )
    return Receipt(
        import_id=import_id,
        file_name=table.name[:200],
        sha256=table.sha256,
        format=layout.code,
        title=layout.title,
        source=layout.source,
        tenant_id=tenant,
        as_of_on=as_of,
        as_of_basis=basis,
        rows_read=checked.rows_read,
        rows_kept=checked.rows_kept,
        rows_refused=checked.refused.height,
        first_month=first_month,
        last_month=last_month,
        customers_count=customers,
        unknown_workloads=unknown,
        conventions={name: reading.convention for name, reading in checked.readings.items() if reading.convention},
        imported_by=asked.viewer.user,
        imported_at=datetime.now(UTC),
        facts=written,
    )
