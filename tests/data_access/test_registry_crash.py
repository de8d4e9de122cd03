"""Does a registry whose writer is killed at any moment keep every confirmed claim, and no half one?"""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import duckdb
import pytest

from data_access.registry import Desk, current_copy, read, write
from data_access.registry.events import events_of
from data_access.registry.files import write_ahead_log
from data_access.registry.rows import rows
from domain.claims import fold
from tests.data_access.registry_desks import prepared

ROUNDS, SECONDS = 6, 12.0


def _filed_until_killed(root: Path, run_seconds: float) -> set[str]:
    """What a process confirmed before kill -9 hit it, at least one filing in."""
    command = [sys.executable, "-m", "tests.data_access.registry_filer", str(root)]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(run_seconds)  # the moment of the kill is the point
    process.kill()
    rest, _ = process.communicate(timeout=30)
    return {line.strip() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")}


def test_killed_at_any_moment_it_opens_with_every_confirmed_claim(tmp_path: Path) -> None:
    desk, random = prepared(tmp_path), Random(20261123)
    confirmed: set[str] = set()
    ends = time.monotonic() + SECONDS
    for _ in range(ROUNDS):
        confirmed |= _filed_until_killed(tmp_path, random.uniform(0, 0.4))
        assert confirmed <= _receipts(desk)
        if time.monotonic() > ends:
            break
    assert confirmed
    _check_whole(desk)


def _receipts(desk: Desk) -> set[str]:
    found = read(desk.workspace, lambda c: rows(c, "select receipt_id, claim_id from receipts"))
    return {f"{row['receipt_id']} {row['claim_id']}" for row in found}


def _check_whole(desk: Desk) -> None:
    """Each claim has its form, workload, first event and receipt; each filed form its claim."""

    def parts(connection: duckdb.DuckDBPyConnection) -> list[list[str]]:
        return [
            sorted(row["claim_id"] for row in rows(connection, text))
            for text in (
                "select claim_id from claims",
                "select claim_id from claim_workloads",
                "select claim_id from receipts",
                "select claim_id from claim_events",
                "select filed_claim_id as claim_id from claim_drafts where filed_claim_id is not null",
            )
        ]

    claims, *others = read(desk.workspace, parts)
    assert all(each == claims for each in others)
    folded = read(desk.workspace, lambda c: [fold(events_of(c, claim_id)).state for claim_id in claims])
    assert len(folded) == len(claims)


def test_what_a_killed_writer_left_in_the_log_is_in_the_next_copy(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    script = (
        "import duckdb, os, sys\n"
        "connection = duckdb.connect(sys.argv[1])\n"
        "connection.execute(\"insert into known_rivals values ('t', 'EXO', 'Rival', 'ida', timestamp '2026-11-23')\")\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(desk.workspace.registry_file)], check=False)
    assert write_ahead_log(desk.workspace.registry_file).exists()
    assert read(desk.workspace, lambda c: rows(c, "select partner from known_rivals")) == [{"partner": "Rival"}]
    assert not write_ahead_log(desk.workspace.registry_file).exists()


def test_an_action_that_fails_leaves_nothing(tmp_path: Path) -> None:
    desk = prepared(tmp_path)

    def half(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("insert into known_rivals values ('t', 'EXO', 'Rival', 'ida', timestamp '2026-11-23')")
        raise ZeroDivisionError

    before = current_copy(desk.workspace)
    with pytest.raises(ZeroDivisionError):
        write(desk.workspace, half)
    assert read(desk.workspace, lambda c: rows(c, "select * from known_rivals")) == []
    assert current_copy(desk.workspace).version - before.version <= 1


def test_an_open_copy_survives_later_writes(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    with duckdb.connect(str(current_copy(desk.workspace).file), read_only=True) as reader:
        for number in range(7):
            _note_rival(desk, str(number))
        assert rows(reader, "select count(*) as n from known_rivals") == [{"n": 0}]
    kept = list((tmp_path / "registry_copies").glob("*.duckdb"))
    assert len(kept) == 5


def _note_rival(desk: Desk, tenant_id: str) -> None:
    text = "insert into known_rivals values ($tenant_id, 'EXO', 'R', 'ida', timestamp '2026-11-23')"
    write(desk.workspace, lambda connection: connection.execute(text, {"tenant_id": tenant_id}))
