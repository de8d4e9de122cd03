"""A small book of business with its incentive and signal marts, through the door that pages use."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data_access.contract import Question
from data_access.incentive_marts import build_incentive_marts
from data_access.programs import rule_sets
from data_access.settings import Settings
from data_access.signal_marts import build_signal_marts, reasons_before
from data_access.signal_settings import SignalSettings
from data_access.warehouse import Warehouse
from data_access.workspace import Publication, Workspace
from domain.scope import Scope, Viewer
from tests.data_access.usage_book import ADMIN, Import, Use, publish, tenant_id

TODAY = date(2026, 11, 23)
OLD = date(2025, 6, 10)
"""Claimed before the data begins, and recent enough that no time cap has run out."""

EAGER = SignalSettings(minimum_cases=1, minimum_customers=1)
"""Says a probability from the first past case on."""


def customer(number: int, **known: Any) -> dict[str, Any]:
    """A row of our own customers file."""
    return {
        "tenant_id": tenant_id(number),
        "name": f"Customer {number}",
        "domain": None,
        "segment": "SMB",
        "country": "DE",
        "account_manager_id": "ana",
        "account_manager": "Ana",
        "team": "north",
        **known,
    }


def months(
    tenant: int, workload: str, users: Sequence[int | None], seats: Sequence[int] | int, **given: Any
) -> list[Use]:
    """One fact a month from January 2026; None is a month without one. `since=None`: no association."""
    paid = [seats] * len(users) if isinstance(seats, int) else seats
    since = given.pop("since", OLD)
    first = given.pop("first", 0)
    return [
        Use(tenant, workload, first + at, mau, pau, since=since, **given)
        for at, (mau, pau) in enumerate(zip(users, paid, strict=True))
        if mau is not None
    ]


def book(root: Path, uses: Iterable[Use], thresholds: SignalSettings | None = None, **further: Any) -> Warehouse:
    """The door to one import of CPOR usage, and of `further` what `Import` takes."""
    listed = list(uses)
    tenants = sorted({use.tenant for use in listed})
    brought = Import(listed, customers=further.pop("customers", [customer(one) for one in tenants]), **further)
    return opened(root, [brought], thresholds)


def opened(root: Path, imports: Sequence[Import], thresholds: SignalSettings | None = None) -> Warehouse:
    """Publish these imports and build the signals of what is served."""
    workspace, settings = Workspace(root), Settings(threads=1)
    before = _before(workspace, len(imports))
    publish(workspace, imports, settings)
    with duckdb.connect(str(workspace.snapshot_file())) as connection:
        built = {name for (name,) in connection.sql("select table_name from duckdb_tables()").fetchall()}
        for name in built:
            if name.startswith(("signal_", "opportunity_")) or name == "claim_rates":
                connection.execute(f'drop table "{name}"')
        if "incentive_position" not in built:
            build_incentive_marts(connection, rule_sets(workspace).book)
        build_signal_marts(connection, thresholds or EAGER, before)
    return Warehouse(workspace, settings)


def _before(workspace: Workspace, count: int) -> pl.DataFrame | None:
    served = workspace.publication()
    wanted = Publication(served.version, served.snapshot, served.imports if len(served.imports) == count else (), {})
    return reasons_before(workspace, wanted)


def asked(
    door: Warehouse, question: Question, viewer: Viewer = ADMIN, scope: Scope | None = None, **given: Any
) -> list[dict[str, Any]]:
    """The answer's rows; the day is given where the question asks for one."""
    if "today" in question.parameters:
        given.setdefault("today", TODAY)
    return door.ask(question, viewer=viewer, scope=scope, **given).frame.to_dicts()
