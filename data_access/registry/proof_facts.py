"""What must the document of a form or claim agree with?"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from data_access.registry.desk import Desk
from data_access.registry.drafts import draft_row
from data_access.registry.organisation_rows import organisation_rows
from data_access.registry.rows import one_row, rows
from domain.claim_form import WorkloadsStep
from domain.proof import ClaimFacts
from domain.workloads import earlier_and_other_names


def claim_facts(
    connection: duckdb.DuckDBPyConnection,
    desk: Desk,
    form_id: str,
    submission_on: date,
    needs_disclosure: bool = False,
    customer_name: str | None = None,
) -> ClaimFacts:
    """What a form's or claim's document must agree with."""
    values = form_values(connection, form_id)
    customer = desk.customer_of(values["tenant_id"]) if values["tenant_id"] else None
    return ClaimFacts(
        organisation_rows(connection).legal_names,
        customer_name or values.get("customer_name") or (customer.name if customer else None) or "",
        values["domain"],
        values["tenant_id"],
        {code: earlier_and_other_names(code) for code in values["workloads"]},
        submission_on,
        needs_disclosure,
        desk.windows.poe_months,
    )


def form_values(connection: duckdb.DuckDBPyConnection, form_id: str) -> dict[str, Any]:
    """A form's tenant, domain and claimed workloads: from its claim once filed, else as typed."""
    draft = json.loads(draft_row(connection, form_id)["form"])
    claim = one_row(connection, "select * from claims where form_id = $form_id", {"form_id": form_id})
    if claim is None:
        typed = {"workloads": draft.get("workloads") or (), "subscriptions": draft.get("subscriptions") or ()}
        return {
            **draft,
            "tenant_id": str(draft.get("tenant_id") or "").lower().strip(),
            "domain": str(draft.get("domain") or "").lower().strip(),
            "workloads": _codes(typed),
        }
    held = rows(
        connection,
        "select workload from claim_workloads where claim_id = $id order by workload",
        {"id": claim["claim_id"]},
    )
    return {**draft, **claim, "workloads": tuple(row["workload"] for row in held)}


def _codes(typed: Mapping[str, Any]) -> tuple[str, ...]:
    if typed["subscriptions"]:
        return tuple(typed["subscriptions"])
    if not typed["workloads"]:
        return ()
    return WorkloadsStep.model_validate(
        {"solution_area": "Modern Work and Security", "workloads": typed["workloads"]}
    ).workloads
