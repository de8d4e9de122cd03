"""What may still be changed on a filed claim, and how is each change kept?"""

import json
from collections.abc import Mapping
from typing import Any

import duckdb
from pydantic import BaseModel, TypeAdapter, ValidationError

from data_access.registry.audit import record
from data_access.registry.contacts import CONTACT_KINDS, save_contacts
from data_access.registry.desk import Desk
from data_access.registry.events import claim_row, hold
from data_access.registry.organisation_rows import location_row
from data_access.registry.rows import Row, one_row, rows
from data_access.registry.writer import write
from domain.claim_fields import ClaimName, Comments
from domain.claim_form import CustomerContact, PartnerContact, WorkloadsStep, sentences
from domain.claim_states import State
from domain.errors import BadInput, Conflict
from domain.organisation import filing_refusal
from domain.workloads import workload_name

_EDITABLE = ("location_id", "claim_name", "workloads", "subscriptions", "customer_contact", "partner_contact")


def complete_draft(desk: Desk, claim_id: str, *, comments: str, is_acknowledged: bool) -> None:
    """Keep the comments and acknowledgements that a claim needs besides its POE."""

    def keep(connection: duckdb.DuckDBPyConnection) -> None:
        claim = _editable(connection, desk, claim_id)
        text = _checked(Comments, comments)
        connection.execute(
            "update claims set comments = $comments, is_acknowledged = $is_acknowledged where claim_id = $claim_id",
            {"comments": text, "is_acknowledged": is_acknowledged, "claim_id": claim_id},
        )
        _amended(
            connection,
            desk,
            claim_id,
            _changes(claim, {"comments": text, "is_acknowledged": is_acknowledged}),
        )

    write(desk.workspace, keep)


def amend(desk: Desk, claim_id: str, changes: Mapping[str, Any]) -> None:
    """Change fields Partner Center lets one change, in Draft or Partner action required; each change is kept.

    Fields: location_id, claim_name, workloads or subscriptions, customer_contact and partner_contact (together).
    """

    def change(connection: duckdb.DuckDBPyConnection) -> None:
        claim = _editable(connection, desk, claim_id)
        unknown = sorted(set(changes) - set(_EDITABLE))
        if unknown:
            raise BadInput(f"These fields cannot be changed once filed: {', '.join(unknown)}.")
        plain: Row = {}
        if "location_id" in changes:
            wanted = str(changes["location_id"])
            refused = filing_refusal(location_row(connection, wanted), wanted, desk.today)
            if refused:
                raise BadInput(refused)
            plain["location_id"] = wanted
        if "claim_name" in changes:
            plain["claim_name"] = _checked(ClaimName, changes["claim_name"])
        noted = _changes(claim, plain)
        after = {**{name: claim[name] for name in ("location_id", "claim_name")}, **plain}
        connection.execute(
            "update claims set location_id = $location_id, claim_name = $claim_name where claim_id = $claim_id",
            {**after, "claim_id": claim_id},
        )
        noted |= _change_workloads(connection, claim, changes)
        noted |= _change_contacts(connection, desk, claim, changes)
        _amended(connection, desk, claim_id, noted)

    write(desk.workspace, change)


def _editable(connection: duckdb.DuckDBPyConnection, desk: Desk, claim_id: str) -> Row:
    claim = claim_row(connection, claim_id)
    desk.check_may_write(claim["tenant_id"])
    state = State(claim["state"])
    if not state.is_editable:
        raise BadInput(
            f"A claim in state '{state}' cannot be edited: only a draft, or one in 'Partner action required', can."
        )
    return claim


def _change_workloads(connection: duckdb.DuckDBPyConnection, claim: Row, changes: Mapping[str, Any]) -> Row:
    if not {"workloads", "subscriptions"} & set(changes):
        return {}
    try:
        wanted = WorkloadsStep.model_validate({**changes, "solution_area": claim["solution_area"]}).claimed
    except ValidationError as invalid:
        raise BadInput(" ".join(sentences(invalid).values())) from invalid
    held = rows(
        connection,
        "select workload from claim_workloads where claim_id = $id order by workload",
        {"id": claim["claim_id"]},
    )
    before = [row["workload"] for row in held]
    for workload in set(wanted) - set(before):
        taken = one_row(
            connection,
            "select claim_id from claim_workloads where tenant_id = $tenant_id and workload = $workload and is_live",
            {"tenant_id": claim["tenant_id"], "workload": workload},
        )
        if taken and taken["claim_id"] != claim["renewal_of"]:
            raise Conflict(f"{taken['claim_id']} already claims {workload_name(workload)} for this tenant.")
    connection.execute(
        "delete from claim_workloads where claim_id = $id and not list_contains($wanted, workload)",
        {"id": claim["claim_id"], "wanted": list(wanted)},
    )
    added = [each for each in wanted if each not in before]
    hold(connection, claim["claim_id"], claim["tenant_id"], claim["renewal_of"], added, is_live=True)
    return {} if set(wanted) == set(before) else {"workloads": [before, sorted(wanted)]}


def _change_contacts(connection: duckdb.DuckDBPyConnection, desk: Desk, claim: Row, changes: Mapping[str, Any]) -> Row:
    given = {kind: changes[f"{kind}_contact"] for kind in CONTACT_KINDS if f"{kind}_contact" in changes}
    if not given:
        return {}
    kinds: dict[str, type[BaseModel]] = {"customer": CustomerContact, "partner": PartnerContact}
    try:
        fields = {kind: kinds[kind].model_validate(values).model_dump() for kind, values in given.items()}
    except ValidationError as invalid:
        raise BadInput(" ".join(sentences(invalid).values())) from invalid
    return {f"{kind}_contact": "changed" for kind in save_contacts(connection, desk, claim["form_id"], fields)}


def _amended(connection: duckdb.DuckDBPyConnection, desk: Desk, claim_id: str, changes: Row) -> None:
    if not changes:
        return
    connection.execute(
        "insert into claim_amendments values ($claim_id,"
        " (select coalesce(max(number), 0) + 1 from claim_amendments where claim_id = $claim_id), $changes, $by, $at)",
        {
            "claim_id": claim_id,
            "changes": json.dumps(changes, default=str),
            "by": desk.viewer.user,
            "at": desk.clock(),
        },
    )
    record(connection, desk, "amended", "claim", claim_id, after=sorted(changes))


def _changes(claim: Row, wanted: Row) -> Row:
    return {name: [claim[name], value] for name, value in wanted.items() if claim[name] != value}


def _checked(kind: Any, value: Any) -> str:
    try:
        text: str = TypeAdapter(kind).validate_python(value)
    except ValidationError as invalid:
        raise BadInput(" ".join(sentences(invalid).values())) from invalid
    return text
