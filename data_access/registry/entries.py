"""What else do people write down: notes on a customer, rivals they know of?"""

import uuid

import duckdb

from data_access.registry.audit import record
from data_access.registry.desk import Desk
from data_access.registry.writer import write
from domain.errors import BadInput

_LONGEST_NOTE = 4000


def write_note(desk: Desk, tenant_id: str, text: str, workload: str | None = None) -> str:
    """Keep a note on a customer, with author and time; its ID."""
    desk.check_may_write(tenant_id)
    words = text.strip()
    if not words:
        raise BadInput("Write something before saving the note.")
    if len(words) > _LONGEST_NOTE:
        raise BadInput(f"Shorten the note to at most {_LONGEST_NOTE} characters (now {len(words)}).")
    note_id = uuid.uuid4().hex

    def keep(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "insert into notes values ($note_id, $tenant_id, $workload, $text, $who, $at)",
            {
                "note_id": note_id,
                "tenant_id": tenant_id,
                "workload": workload,
                "text": words,
                "who": desk.viewer.user,
                "at": desk.clock(),
            },
        )
        record(connection, desk, "wrote", "note", note_id, after={"tenant_id": tenant_id})

    write(desk.workspace, keep)
    return note_id


def note_rival(desk: Desk, tenant_id: str, workload: str, partner: str | None) -> None:
    """Keep who else is known to hold a workload; None or blank forgets it."""
    desk.check_may_write(tenant_id)
    name = (partner or "").strip()[:200]

    def keep(connection: duckdb.DuckDBPyConnection) -> None:
        key = {"tenant_id": tenant_id, "workload": workload}
        if name:
            connection.execute(
                "insert or replace into known_rivals values ($tenant_id, $workload, $partner, $who, $at)",
                {**key, "partner": name, "who": desk.viewer.user, "at": desk.clock()},
            )
        else:
            connection.execute("delete from known_rivals where tenant_id = $tenant_id and workload = $workload", key)
        record(connection, desk, "noted", "rival", f"{tenant_id}/{workload}", after={"partner": name})

    write(desk.workspace, keep)
