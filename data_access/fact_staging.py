"""How do the facts of every import become staging tables, in the order in which they are believed?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data_access.engine import store
from data_access.importing.plans import plan_workloads
from data_access.importing.receipt import Receipt, receipt_of
from data_access.statements import statement
from data_access.workspace import Publication, Workspace
from domain.workloads import known_workloads, workload_code

FACTS = ("usage", "customer", "licence", "sku_plan", "earning", "ineligible", "claim")
"""Fact tables; an import leaves `<fact>.parquet` for each one it speaks of."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An import with its place in the order of arrival."""

    receipt: Receipt
    seq: int
    folder: Path


def stage_facts(
    connection: duckdb.DuckDBPyConnection,
    workspace: Workspace,
    publication: Publication,
    named_workloads: Mapping[str, str],
) -> None:
    """Fill the staging tables of everything this publication stands on.

    `named_workloads` maps spellings nobody knows to workload codes; others keep their own name.
    """
    connection.execute(statement("staging/tables"))
    live = [
        Numbered(receipt_of(workspace, import_id), seq, workspace.imports / import_id)
        for seq, import_id in enumerate(publication.imports, start=1)
    ]
    for fact in FACTS:
        _stage_fact(connection, fact, live)
    store(connection, "imports_live", _log_frame({"import_seq": e.seq, **_logged(e.receipt)} for e in live))
    store(connection, "imports_undone", _log_frame(_undone(workspace, publication)))
    store(connection, "workloads", _workload_frame())
    spelled = connection.sql(statement("staging/spellings")).pl()["workload_name"].to_list()
    codes = [workload_code(name, named_workloads) or name for name in spelled]
    spellings = pl.DataFrame(
        {"workload_name": spelled, "workload": codes}, schema={"workload_name": pl.String, "workload": pl.String}
    ).with_columns(pl.col("workload").rank("dense").cast(pl.Int64).alias("workload_no"))
    store(connection, "workload_spellings", spellings)
    store(connection, "workload_codes", spellings.select("workload", "workload_no").unique())
    plans = connection.sql(statement("staging/service_plans")).pl()["plan_name"].to_list()
    store(connection, "plan_workloads", plan_workloads(plans))


def _stage_fact(connection: duckdb.DuckDBPyConnection, fact: str, live: list[Numbered]) -> None:
    """`<fact>_rows`: the fact's files of every import, read where they lie, with the import's rank and place."""
    files = {entry.folder / f"{fact}.parquet": entry for entry in live}
    found = {str(file): entry for file, entry in files.items() if file.exists()}
    if not found:
        connection.table(f"no_{fact}_rows").create_view(f"{fact}_rows")
        return
    ranks = pl.DataFrame(
        {
            "filename": list(found),
            "import_rank": [entry.receipt.rank for entry in found.values()],
            "import_seq": [entry.seq for entry in found.values()],
        },
        schema={"filename": pl.String, "import_rank": pl.Int64, "import_seq": pl.Int32},
    )
    store(connection, f"{fact}_ranks", ranks)
    rows = connection.read_parquet(list(found), filename=True, union_by_name=True)
    rows.join(connection.table(f"{fact}_ranks"), "filename").create_view(f"{fact}_rows")


def _workload_frame() -> pl.DataFrame:
    known = known_workloads().values()
    return pl.DataFrame(
        {
            "workload": [row.code for row in known],
            "name": [row.name for row in known],
            "family": [row.family for row in known],
            "is_listed": [row.is_listed for row in known],
        }
    )


def _logged(receipt: Receipt) -> dict[str, Any]:
    """The receipt's row in the log; timestamps are UTC without a zone, as every `_at` column."""
    row = receipt.model_dump(exclude={"conventions", "facts", "unknown_workloads"})
    return row | {"imported_at": receipt.imported_at.replace(tzinfo=None)}


def _undone(workspace: Workspace, publication: Publication) -> Iterable[dict[str, Any]]:
    for import_id, undoing in publication.undone.items():
        undone_at = datetime.fromisoformat(undoing["undone_at"]).replace(tzinfo=None)
        receipt = receipt_of(workspace, import_id)
        yield {"import_seq": None, **_logged(receipt), "undone_by": undoing["undone_by"], "undone_at": undone_at}


def _log_frame(rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=_LOG_SCHEMA)


_LOG_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "import_seq": pl.Int32,
    "import_id": pl.String,
    "file_name": pl.String,
    "sha256": pl.String,
    "format": pl.String,
    "title": pl.String,
    "source": pl.String,
    "tenant_id": pl.String,
    "as_of_on": pl.Date,
    "as_of_basis": pl.String,
    "rows_read": pl.Int64,
    "rows_kept": pl.Int64,
    "rows_refused": pl.Int64,
    "first_month": pl.Date,
    "last_month": pl.Date,
    "customers_count": pl.Int64,
    "imported_by": pl.String,
    "imported_at": pl.Datetime("us"),
    "undone_by": pl.String,
    "undone_at": pl.Datetime("us"),
}
