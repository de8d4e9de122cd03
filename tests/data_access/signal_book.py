"""A small book of business with its signals, through the door that pages use."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data_access import signal_marts
from data_access.contract import Question
from data_access.registry import write
from data_access.settings import Settings
from data_access.signal_settings import SignalSettings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
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
    """Publish these imports, their signals read under these thresholds."""
    workspace, settings = Workspace(root), Settings(threads=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signal_marts, "signal_settings", lambda: thresholds or EAGER)
        publish(workspace, imports, settings)
    return Warehouse(workspace, settings)


def asked(
    door: Warehouse, question: Question, viewer: Viewer = ADMIN, scope: Scope | None = None, **given: Any
) -> list[dict[str, Any]]:
    """The answer's rows; the day is given where the question asks for one."""
    if "today" in question.parameters:
        given.setdefault("today", TODAY)
    return door.ask(question, viewer=viewer, scope=scope, **given).frame.to_dicts()


_CLAIM = (
    "insert into claims (claim_id, form_id, solution_area, role, location_id, claim_name, tenant_id, domain,"
    " opts_out_of_payment, state, state_since_on, filed_on, was_disputed, filed_by, filed_at, agreement_on,"
    " approved_on, poe_acknowledged_on) values ($claim_id, $claim_id, 'Modern Work', 'Use', '1', 'A claim', $tenant,"
    " 'a.example', false, $state, $since, $since, false, 'ana', timestamp '2026-01-01 09:00:00', $since, $approved,"
    " $signed)"
)


def claimed(door: Warehouse, *claims: dict[str, Any]) -> None:
    """Put claims of the first customer into the registry: claim_id, state and what else differs."""

    def add(connection: duckdb.DuckDBPyConnection) -> None:
        for claim in claims:
            given = {"approved": None, "signed": None, "since": date(2026, 11, 20), **claim}
            workload = given.pop("workload", "EXO")
            connection.execute(_CLAIM, {"tenant": tenant_id(1), **given})
            connection.execute(
                "insert into claim_workloads values ($claim, $tenant, $workload, $live, null)",
                {
                    "claim": given["claim_id"],
                    "tenant": tenant_id(1),
                    "workload": workload,
                    "live": not str(given["state"]).startswith("Rejected"),
                },
            )

    write(door.workspace, add)
