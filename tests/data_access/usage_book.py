"""Small books of business as facts on disk, built and published by the very marts that an import ends in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import polars as pl

from data_access.importing.layouts import layout_of
from data_access.importing.receipt import Receipt, write_receipt
from data_access.settings import Settings
from data_access.snapshot import build_snapshot
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.periods import plus_months
from domain.scope import Role, Viewer

ADMIN = Viewer("admin", Role.INCENTIVES_ADMIN)
EXECUTIVE = Viewer("chief", Role.EXECUTIVE)
FIRST = date(2026, 1, 1)

_USAGE = {
    "tenant_id": pl.String,
    "customer_name": pl.String,
    "workload_name": pl.String,
    "month": pl.Date,
    "mau": pl.Int64,
    "pau": pl.Int64,
    "enabled_users": pl.Int64,
    "claim_id": pl.String,
    "partner_id": pl.String,
    "associated_on": pl.Date,
    "attribution": pl.String,
    "is_duplicate": pl.Boolean,
    "segment": pl.String,
    "country": pl.String,
}
_CUSTOMER = dict.fromkeys(
    ("tenant_id", "name", "domain", "segment", "country", "account_manager_id", "account_manager", "team"), pl.String
)
_LICENCE = {"tenant_id": pl.String, "month": pl.Date, "sku_key": pl.String, "seats": pl.Int64}
_CLAIM: dict[str, Any] = {
    **dict.fromkeys(("claim_id", "claim_name", "tenant_id", "customer_name", "workload_name"), pl.String),
    **dict.fromkeys(("status", "partner_id"), pl.String),
    **dict.fromkeys(("submitted_on", "decided_on"), pl.Date),
}
_SKU_PLAN = dict.fromkeys(("sku_name", "sku_part_number", "sku_id", "plan_name"), pl.String)


class Use(NamedTuple):
    """One usage record. `month` counts from January 2026; `since` is the association day, CPOR's evidence."""

    tenant: int
    workload: str
    month: int
    mau: int | None
    pau: int | None
    since: date | None = None
    claim: str | None = None
    location: str | None = None
    is_copy: bool = False


@dataclass(frozen=True)
class Import:
    """One import: usage records of one format, and what else it brings. `as_of` says which is newer."""

    uses: Sequence[Use] = ()
    format: str = "cpor_usage"
    as_of: date = date(2026, 12, 20)
    customers: Sequence[Mapping[str, Any]] = ()
    seats: Mapping[tuple[int, str], int] = field(default_factory=dict)
    plans: Mapping[str, Sequence[str]] = field(default_factory=dict)
    baselines: Mapping[tuple[int, str, int], int] = field(default_factory=dict)
    claims: Sequence[Mapping[str, Any]] = ()


def tenant_id(number: int) -> str:
    return str(UUID(int=number))


def month_at(number: int) -> date:
    return plus_months(FIRST, number)


def warehouse(root: Path, *imports: Import, settings: Settings | None = None) -> Warehouse:
    """The door to a workspace that holds these imports, in this order of arrival."""
    settings = settings or Settings(threads=1)
    workspace = Workspace(root)
    publish(workspace, imports, settings)
    return Warehouse(workspace, settings)


def publish(workspace: Workspace, imports: Sequence[Import], settings: Settings) -> None:
    """Write the facts that are not there yet, and serve all of these."""
    served = workspace.publication()
    known = tuple(_written(workspace, one, place) for place, one in enumerate(imports))
    workspace.publish(build_snapshot(workspace, type(served)(served.version, served.snapshot, known, {}), settings))


def _written(workspace: Workspace, one: Import, place: int) -> str:
    import_id = sha256(f"{place}/{one}".encode()).hexdigest()[:16]
    folder = workspace.imports / import_id
    if folder.exists():
        return import_id
    folder.mkdir(parents=True)
    frames = {
        "usage": _usage(one),
        "customer": _frame(one.customers, _CUSTOMER).with_columns(
            is_own_file=pl.lit(value=True), month=pl.lit(None, pl.Date)
        ),
        "licence": _licences(one),
        "sku_plan": _frame(
            [{"sku_part_number": sku, "plan_name": plan} for sku, plans in one.plans.items() for plan in plans],
            _SKU_PLAN,
        ),
        "earning": _earnings(one),
        "claim": _frame(one.claims, _CLAIM),
    }
    for fact, frame in frames.items():
        if frame.height:
            frame.write_parquet(folder / f"{fact}.parquet")
    months, layout = sorted(month_at(use.month) for use in one.uses), layout_of(one.format)
    write_receipt(
        folder,
        Receipt(
            import_id=import_id,
            file_name=f"{one.format} {place}.csv",
            sha256=import_id,
            format=one.format,
            title=layout.title,
            source=layout.source,
            tenant_id=tenant_id(one.uses[0].tenant) if layout.asks_tenant else None,
            as_of_on=one.as_of,
            as_of_basis="given",
            rows_read=len(one.uses),
            rows_kept=len(one.uses),
            rows_refused=0,
            first_month=months[0] if months else None,
            last_month=months[-1] if months else None,
            customers_count=len({use.tenant for use in one.uses}),
            unknown_workloads=(),
            conventions={},
            imported_by="admin",
            imported_at=datetime(2026, 12, 21, 9, place, tzinfo=UTC),
            facts={fact: frame.height for fact, frame in frames.items()},
        ),
    )
    return import_id


def _usage(one: Import) -> pl.DataFrame:
    is_cpor = one.format == "cpor_usage"
    return _frame(
        [
            {
                "tenant_id": tenant_id(use.tenant),
                "workload_name": use.workload,
                "month": month_at(use.month),
                "mau": use.mau,
                "pau": use.pau,
                "claim_id": use.claim,
                "partner_id": use.location,
                "associated_on": use.since,
                "attribution": "CPOR" if is_cpor else "CSP",
                "is_duplicate": use.is_copy,
            }
            for use in one.uses
        ],
        _USAGE,
    )


def _licences(one: Import) -> pl.DataFrame:
    rows = [
        {"tenant_id": tenant_id(tenant), "month": FIRST, "sku_key": sku, "seats": seats}
        for (tenant, sku), seats in one.seats.items()
    ]
    return _frame(rows, _LICENCE).with_columns(
        sku_name=pl.col("sku_key"), is_paid=pl.lit(value=True), subscription_id=pl.lit(None, pl.String)
    )


def _earnings(one: Import) -> pl.DataFrame:
    """Earnings that only say which mark Microsoft used in a month."""
    rows = [
        {
            "earning_id": f"e-{tenant}-{workload}-{month}",
            "tenant_id": tenant_id(tenant),
            "workload_name": workload,
            "transaction_on": month_at(month),
            "baseline": mark,
            "baseline_type": "HWM",
        }
        for (tenant, workload, month), mark in one.baselines.items()
    ]
    texts = (
        *("earning_id", "claim_id", "tenant_id", "customer_name", "workload_name", "program", "engagement", "lever"),
        *("earning_type", "participant_id", "quantity_type", "quantity_alt_type", "baseline_type", "currency"),
        *("payment_status", "payment_id", "reason_code", "milestone"),
    )
    dates = ("transaction_on", "earning_on", "calculated_on", "estimated_payment_month")
    numbers = ("quantity", "quantity_alt", "baseline", "compensable_units", "rate", "amount", "amount_usd")
    schema = dict.fromkeys(texts, pl.String) | dict.fromkeys(dates, pl.Date)
    return _frame(rows, schema | dict.fromkeys(numbers, pl.Decimal(18, 2)))


def _frame(rows: Sequence[Mapping[str, Any]], schema: Mapping[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)
