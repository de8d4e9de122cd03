"""How is work on an opportunity written down? Owner, status, reason and note, with a history and an audit line."""

from typing import Any

import duckdb

from data_access.registry import Desk, write
from data_access.registry.audit import record
from data_access.registry.rows import Row, one_row
from domain.errors import BadInput, Conflict
from domain.opportunities import checked

# Not the note: it may name people, and the history keeps it.
_TRACKED = ("status", "owner", "reason")


def save_work(
    desk: Desk,
    tenant_id: str,
    workload: str,
    *,
    status: str,
    owner: str | None = None,
    reason: str = "",
    note: str = "",
    facts_key: str | None = None,
    seen_number: int | None = None,
) -> int:
    """Keep what was decided about a customer's workload; the number of the history's new entry.

    `facts_key`: the row's, so that a closed one returns only when its facts change. `seen_number`: the newest entry
    the writer saw; `Conflict` when somebody wrote since. `NotAllowed` for customers of others and for executives.
    """
    work = checked(status, owner, reason, note)
    if not workload.strip():
        raise BadInput("workload is empty; expected a code such as EXO.")

    desk.check_may_write(tenant_id)

    def save(connection: duckdb.DuckDBPyConnection) -> int:
        key = {"tenant_id": tenant_id, "workload": workload}
        before = _known(connection, key)
        number = _last_number(connection, key)
        if seen_number is not None and seen_number != number:
            raise Conflict("Somebody else changed this opportunity meanwhile. Reload the page to see what they wrote.")
        values = {
            **key,
            "status": str(work.status),
            "owner": work.owner,
            "reason": work.reason,
            "note": work.note,
            "facts_key": facts_key,
            "who": desk.viewer.user,
            "at": desk.clock(),
        }
        connection.execute(
            "insert into opportunity_status values"
            " ($tenant_id, $workload, $status, $owner, $reason, $note, $facts_key, $who, $at)"
            " on conflict (tenant_id, workload) do update set status = excluded.status, owner = excluded.owner,"
            " reason = excluded.reason, note = excluded.note, facts_key = excluded.facts_key,"
            " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
            values,
        )
        connection.execute(
            "insert into opportunity_history values"
            " ($tenant_id, $workload, $number, $status, $owner, $reason, $note, $facts_key, $who, $at)",
            {**values, "number": number + 1},
        )
        after = {name: values[name] for name in _TRACKED}
        record(connection, desk, "changed", "opportunity", f"{tenant_id}/{workload}", before=before, after=after)
        return number + 1

    return write(desk.workspace, save)


def _known(connection: duckdb.DuckDBPyConnection, key: dict[str, Any]) -> Row | None:
    return one_row(
        connection,
        "select status, owner, reason, note from opportunity_status"
        " where tenant_id = $tenant_id and workload = $workload",
        key,
    )


def _last_number(connection: duckdb.DuckDBPyConnection, key: dict[str, Any]) -> int:
    row = one_row(
        connection,
        "select coalesce(max(number), 0) as number from opportunity_history"
        " where tenant_id = $tenant_id and workload = $workload",
        key,
    )
    return int(row["number"]) if row else 0
