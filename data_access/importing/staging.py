"""How does one file become facts on disk, ready to be published but not yet believed?"""

import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from data_access.engine import building
from data_access.importing.asked import Asked, Said
from data_access.importing.checking import Checked, check
from data_access.importing.detection import Detected, detect
from data_access.importing.facts import Reach, reach_of, spellings_in, tenants_in, unknown_among, write_facts
from data_access.importing.json_table import as_text_table
from data_access.importing.layout import Layout, header_key
from data_access.importing.opening import TextTable
from data_access.importing.receipt import Receipt, receipt_of, write_receipt
from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.errors import BadInput


@dataclass(frozen=True)
class Staged:
    """One table, checked and written to a folder of its own. `is_known`: the same bytes are imported already."""

    receipt: Receipt
    folder: Path
    checked: Checked | None
    is_known: bool


class NothingUsable(BadInput):
    """Every row of a table was refused; `refused` says why, row by row."""

    def __init__(self, sentence: str, refused: pl.DataFrame) -> None:
        super().__init__(sentence)
        self.refused = refused


class NeedsTenant(BadInput):
    """The format names no customer, and nobody said which one it is from."""


def stage(
    table: TextTable, found: Detected, workspace: Workspace, asked: Asked, settings: Settings, work: Path
) -> Staged:
    """Check a recognised table and write its facts under `work`. Raises `BadInput` when nothing in it is usable."""
    layout, said = found.layout, asked.about(table.name)
    tenant = _tenant(layout, said, table.name)
    import_id = _identity(table, found, tenant, said)
    if known := _known(workspace, import_id, table.sha256, tenant, found.is_mapped or bool(said.conventions)):
        return Staged(known, workspace.imports / known.import_id, None, True)
    folder = work / import_id
    folder.mkdir(parents=True, exist_ok=True)
    with building(settings, work / "spill") as connection:
        checked = check(
            connection,
            table,
            layout,
            found.positions,
            today=asked.today,
            settings=settings,
            conventions=said.conventions,
        )
        if not checked.rows_kept:
            raise NothingUsable(_nothing_usable(table.name, layout, checked), checked.refused)
        reach = reach_of(connection, layout)
        as_of, basis = _as_of(said, reach, asked.today)
        written = write_facts(connection, layout, folder, {"tenant": tenant, "as_of": as_of})
        if not any(written.values()):
            raise NothingUsable(f"{table.name} (“{layout.title}”) has rows, but none with a number.", checked.refused)
        spellings = spellings_in(connection, folder, written)
        customers = tenants_in(connection, folder, written)
    receipt = Receipt(
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
        first_month=reach.first_month,
        last_month=reach.last_month,
        customers_count=len(customers),
        unknown_workloads=unknown_among(spellings, asked.named_workloads),
        conventions={name: reading.convention for name, reading in checked.readings.items() if reading.convention},
        imported_by=asked.viewer.user,
        imported_at=asked.moment,
        facts=written,
    )
    checked.refused.write_parquet(folder / "refused.parquet")
    write_receipt(folder, receipt)
    return Staged(receipt, folder, checked, False)


def recognise(table: TextTable, asked: Asked, work: Path) -> tuple[TextTable, Detected]:
    """The format of a table; a JSON document becomes a table on the way. A mapping by hand goes before detection."""
    if table.is_json:
        table = as_text_table(table, work)
    mapped = asked.mapped.get(header_key(table.header))
    if mapped is None:
        return table, detect(table.header, table.name)
    return table, mapped.detected(table.header)


def discard(folder: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _tenant(layout: Layout, said: Said, name: str) -> str | None:
    if not layout.asks_tenant:
        return None
    if not said.tenant:
        raise NeedsTenant(
            f"{name} (“{layout.title}”) does not say which customer it is from. "
            "Give the customer's tenant ID (--tenant GUID, or choose the customer on the imports page)."
        )
    return said.tenant


def _identity(table: TextTable, found: Detected, tenant: str | None, said: Said) -> str:
    """The bytes and how they are read; the same file read another way is another import."""
    read_how = (sorted(found.positions.items()) if found.is_mapped else "", sorted(said.conventions.items()))
    return hashlib.sha256(f"{table.sha256}/{found.layout.code}/{tenant}/{read_how}".encode()).hexdigest()[:16]


def _known(
    workspace: Workspace, import_id: str, sha256: str, tenant: str | None, is_read_otherwise: bool
) -> Receipt | None:
    """The import in force of these very bytes, unless the viewer asks to read them another way."""
    imports = workspace.publication().imports
    if import_id in imports:
        return receipt_of(workspace, import_id)
    if is_read_otherwise:
        return None
    receipts = (receipt_of(workspace, known) for known in imports)
    return next((one for one in receipts if (one.sha256, one.tenant_id) == (sha256, tenant)), None)


def _nothing_usable(name: str, layout: Layout, checked: Checked) -> str:
    if checked.refused.is_empty():
        return f"{name} (“{layout.title}”) has a header but no rows."
    line, column, value, reason = checked.refused.row(0)
    where = f"{column} “{value}”: " if column and value else f"{column} " if column else ""
    return f"No row of {name} (“{layout.title}”) is usable. Line {line}: {where}{reason}."


def _as_of(said: Said, reach: Reach, today: date) -> tuple[date, str]:
    choices = (said.as_of, "given"), (reach.newest_on, "file"), (reach.last_month, "last month"), (today, "import")
    return next((day, basis) for day, basis in choices if day)
