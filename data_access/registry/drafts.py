"""Where is a form somebody is still filling in? Saved as they go, for any browser to take up."""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from data_access.registry.audit import record
from data_access.registry.contacts import CONTACT_KINDS, contacts_of, save_contacts
from data_access.registry.copies import read
from data_access.registry.desk import Desk
from data_access.registry.rows import Row, one_row
from data_access.registry.writer import write
from domain.claim_fields import tenant_id as checked_tenant_id
from domain.errors import BadInput, Conflict, UnknownName
from domain.phrases import listed
from domain.workloads import workload_code, workload_name

_LONGEST_FORM = 100_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A form in progress. `values` are as typed, contacts among them; `revision` counts saves."""

    form_id: str
    values: dict[str, Any]
    revision: int
    saved_by: str
    saved_at: datetime
    filed_claim_id: str | None


def new_form_id() -> str:
    return f"form-{uuid.uuid4().hex[:12]}"


def save_draft(desk: Desk, form_id: str, values: Mapping[str, Any], *, revision: int | None = None) -> Draft:
    """Save what the form holds now, complete or not. `revision`: the one the page has, to notice another window.

    `Conflict` when the form was filed, or saved elsewhere since; `NotAllowed` for another's customer.
    """
    return write(desk.workspace, lambda connection: _save(connection, desk, form_id, dict(values), revision))


def draft_of(desk: Desk, form_id: str) -> Draft:
    """A saved form, straight from the registry; `UnknownName` when there is none."""

    def saved(connection: duckdb.DuckDBPyConnection) -> Draft:
        row = draft_row(connection, form_id)
        desk.check_may_write(row["tenant_id"])
        return _draft(connection, row)

    return read(desk.workspace, saved)


def start_drafts(desk: Desk, unclaimed: Iterable[tuple[str, Iterable[str]]], defaults: Mapping[str, Any]) -> list[str]:
    """One draft per tenant for its unclaimed workloads (tenant ID, codes), in one transaction; the new form IDs."""
    wanted = [(tenant, list(codes)) for tenant, codes in unclaimed]

    def start(connection: duckdb.DuckDBPyConnection) -> list[str]:
        started = []
        for tenant, codes in wanted:
            known = desk.customer_of(tenant)
            name = (known.name if known else None) or tenant
            values = {
                "solution_area": "Modern Work and Security",
                "role": "Use or consume",
                "claim_name": f"{name}: {listed([workload_name(code) for code in codes], 4)}"[:200],
                "domain": (known.domain if known else None) or "",
                **defaults,
                "tenant_id": tenant,
                "workloads": codes,
            }
            started.append(_save(connection, desk, new_form_id(), values, None).form_id)
        return started

    return write(desk.workspace, start)


def discard_draft(desk: Desk, form_id: str) -> None:
    """Put an unfiled form away; its contacts are removed."""

    def discard(connection: duckdb.DuckDBPyConnection) -> None:
        row = draft_row(connection, form_id)
        desk.check_may_write(row["tenant_id"])
        refuse_filed(row)
        connection.execute("delete from contacts where form_id = $form_id", {"form_id": form_id})
        connection.execute("delete from draft_workloads where form_id = $form_id", {"form_id": form_id})
        connection.execute(
            "update claim_drafts set discarded_at = $at where form_id = $form_id",
            {"at": desk.clock(), "form_id": form_id},
        )
        record(connection, desk, "discarded", "form", form_id)

    write(desk.workspace, discard)


def draft_row(connection: duckdb.DuckDBPyConnection, form_id: str) -> Row:
    row = one_row(
        connection,
        "select * from claim_drafts where form_id = $form_id and discarded_at is null",
        {"form_id": form_id},
    )
    if row is None:
        raise UnknownName(f"There is no saved form '{form_id}'. Start a new one.")
    return row


def refuse_filed(row: Row) -> None:
    if row["filed_claim_id"]:
        raise Conflict(f"This form was filed as {row['filed_claim_id']} and can no longer be changed here.")


def _save(
    connection: duckdb.DuckDBPyConnection, desk: Desk, form_id: str, values: dict[str, Any], revision: int | None
) -> Draft:
    contacts = {kind: values.pop(f"{kind}_contact", None) for kind in CONTACT_KINDS}
    text = json.dumps(values, default=str)
    if len(text) > _LONGEST_FORM:
        raise BadInput("The form holds more text than a claim can. Shorten it.")
    tenant = _tenant_of(values)
    desk.check_may_write(tenant)
    before = one_row(connection, "select * from claim_drafts where form_id = $form_id", {"form_id": form_id})
    if before:
        desk.check_may_write(before["tenant_id"])
        refuse_filed(before)
        if revision is not None and revision != before["revision"]:
            raise Conflict(
                f"{before['saved_by']} saved this form in another window at {before['saved_at']:%H:%M} UTC."
                " Reload it to go on from there."
            )
    connection.execute(
        "insert into claim_drafts values ($form_id, $tenant, $form, 1, $who, $at, $who, $at, null, null)"
        " on conflict (form_id) do update set tenant_id = excluded.tenant_id, form = excluded.form,"
        " revision = claim_drafts.revision + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at,"
        " discarded_at = null",
        {"form_id": form_id, "tenant": tenant, "form": text, "who": desk.viewer.user, "at": desk.clock()},
    )
    _keep_workloads(connection, form_id, tenant, values)
    save_contacts(connection, desk, form_id, contacts)
    return _draft(connection, draft_row(connection, form_id))


def _keep_workloads(
    connection: duckdb.DuckDBPyConnection, form_id: str, tenant: str | None, values: Mapping[str, Any]
) -> None:
    connection.execute("delete from draft_workloads where form_id = $form_id", {"form_id": form_id})
    named = {*_texts(values.get("workloads")), *_texts(values.get("subscriptions"))} if tenant else set()
    for workload in sorted({workload_code(each) or each for each in named}):
        connection.execute(
            "insert into draft_workloads values ($form_id, $tenant_id, $workload)",
            {"form_id": form_id, "tenant_id": tenant, "workload": workload},
        )


def _texts(given: Any) -> list[str]:
    return [str(each) for each in given if str(each).strip()] if isinstance(given, list | tuple) else []


def _tenant_of(values: Mapping[str, Any]) -> str | None:
    try:
        return checked_tenant_id(str(values.get("tenant_id") or ""))
    except ValueError:
        return None


def _draft(connection: duckdb.DuckDBPyConnection, row: Row) -> Draft:
    values = {**json.loads(row["form"]), **contacts_of(connection, row["form_id"])}
    return Draft(row["form_id"], values, row["revision"], row["saved_by"], row["saved_at"], row["filed_claim_id"])
