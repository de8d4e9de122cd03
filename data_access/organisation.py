"""How is our own organisation kept: legal names, locations, enrolment, and the eligibility checklist?"""

from collections.abc import Iterable

import duckdb
from pydantic import TypeAdapter, ValidationError

from data_access.registry import Desk, read, write
from data_access.registry.audit import record
from data_access.registry.organisation_rows import organisation_rows
from data_access.registry.rows import one_row, rows
from data_access.workspace import Workspace
from domain.claim_fields import PersonName
from domain.claim_form import sentences
from domain.errors import BadInput, Conflict, UnknownName
from domain.organisation import REQUIREMENTS, Location, Organisation

_ADMIN_ONLY = "change the organisation"


def organisation(workspace: Workspace) -> Organisation:
    """Who we are, as last saved."""
    return read(workspace, organisation_rows)


def save_legal_names(desk: Desk, names: Iterable[str]) -> tuple[str, ...]:
    """Replace the legal names; blanks and doubles are dropped, the first one is used on templates."""
    desk.check_is_admin(_ADMIN_ONLY)
    try:
        kept = tuple(dict.fromkeys(TypeAdapter(PersonName).validate_python(name) for name in names if name.strip()))
    except ValidationError as invalid:
        raise BadInput(" ".join(sentences(invalid).values())) from invalid
    if not kept:
        raise BadInput("Give at least one legal name: the proof-of-execution check looks for it.")

    def save(connection: duckdb.DuckDBPyConnection) -> None:
        before = organisation_rows(connection).legal_names
        connection.execute("delete from legal_names where not list_contains($kept, name)", {"kept": list(kept)})
        # Positions are unique: out of the way first, then into place.
        connection.execute("update legal_names set position = -position - 1")
        for position, name in enumerate(kept):
            connection.execute(
                "insert into legal_names values ($name, $position)"
                " on conflict (name) do update set position = excluded.position",
                {"name": name, "position": position},
            )
        record(connection, desk, "saved", "legal names", "organisation", before, kept)

    write(desk.workspace, save)
    return kept


def save_location(desk: Desk, location: Location) -> None:
    """Add a partner location or replace what is known of it."""
    desk.check_is_admin(_ADMIN_ONLY)

    def save(connection: duckdb.DuckDBPyConnection) -> None:
        key = {"id": location.location_id}
        before = one_row(connection, "select * from locations where location_id = $id", key)
        connection.execute(
            "insert or replace into locations values ($location_id, $name, $country, $currency, $status, $enrolled_on,"
            " $enrolled_before, $checked_on)",
            {**location.model_dump(), "status": str(location.status)},
        )
        after = location.model_dump(mode="json")
        record(connection, desk, "saved", "location", location.location_id, before, after)

    write(desk.workspace, save)


def remove_location(desk: Desk, location_id: str) -> None:
    """Take a location off the page; `Conflict` while claims name it."""
    desk.check_is_admin(_ADMIN_ONLY)

    def remove(connection: duckdb.DuckDBPyConnection) -> None:
        key = {"id": location_id}
        used = one_row(connection, "select claim_id from claims where location_id = $id limit 1", key)
        if used:
            raise Conflict(f"{used['claim_id']} was filed by this location, so it stays. Set its enrolment instead.")
        connection.execute("delete from locations where location_id = $id", key)
        record(connection, desk, "removed", "location", location_id)

    write(desk.workspace, remove)


def tick_requirement(desk: Desk, location_id: str, requirement: str, is_met: bool, note: str = "") -> None:
    """Record by hand whether a location meets one line of the eligibility checklist."""
    desk.check_is_admin(_ADMIN_ONLY)
    if requirement not in {each.key for each in REQUIREMENTS}:
        raise UnknownName(f"The checklist has no line '{requirement}'.")

    def tick(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "insert or replace into requirements_met values ($location_id, $requirement, $is_met, $note, $who, $at)",
            {
                "location_id": location_id,
                "requirement": requirement,
                "is_met": is_met,
                "note": note.strip(),
                "who": desk.viewer.user,
                "at": desk.clock(),
            },
        )
        after = {"requirement": requirement, "is_met": is_met}
        record(connection, desk, "ticked", "requirement", location_id, after=after)

    write(desk.workspace, tick)


def requirements_met(workspace: Workspace, location_id: str) -> dict[str, tuple[bool, str]]:
    """What was ticked for a location: requirement -> (is met, note)."""
    found = read(
        workspace,
        lambda connection: rows(
            connection, "select * from requirements_met where location_id = $id", {"id": location_id}
        ),
    )
    return {row["requirement"]: (row["is_met"], row["note"]) for row in found}
