"""How does a score metric that no file carries get in? By hand, dated, by an incentives admin, kept in the registry."""

from datetime import date

import duckdb

from data_access.registry import Desk, write
from data_access.registry.audit import record
from domain.errors import BadInput


def save_score_entry(
    desk: Desk, *, program: str, track: str, metric: str, actual: float, valid_from: date, note: str = ""
) -> None:
    """Enter a metric's actual (people, points, users) from a day on; the same day again replaces it."""
    desk.check_is_admin("enter a score")
    if actual < 0:
        raise BadInput("A score cannot be below zero; expected zero or more.")
    if valid_from > desk.today:
        raise BadInput("The day a score is valid from lies in the future; expected today or an earlier day.")

    def save(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "insert into score_entries (program, track, metric, actual, valid_from, note, entered_by, entered_at)"
            " values ($program, $track, $metric, $actual, $valid_from, $note, $by, $at)"
            " on conflict (program, track, metric, valid_from) do update"
            " set actual = excluded.actual, note = excluded.note, entered_by = excluded.entered_by,"
            " entered_at = excluded.entered_at",
            {
                "program": program,
                "track": track,
                "metric": metric,
                "actual": actual,
                "valid_from": valid_from,
                "note": note[:500],
                "by": desk.viewer.user,
                "at": desk.clock(),
            },
        )
        record(connection, desk, "entered", "score", f"{program}/{track}/{metric}", None, actual)

    write(desk.workspace, save)
