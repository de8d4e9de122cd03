"""Is a snapshot built beside the served one, whole, from facts alone, the same whatever the order of imports?"""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from data_access.adoption import LEDGER
from data_access.growth import BRIDGE
from data_access.settings import Settings
from data_access.snapshot import MARTS, build_snapshot
from data_access.warehouse import Warehouse
from data_access.workspace import Publication, Workspace
from tests.data_access.usage_book import ADMIN, Import, Use, publish, warehouse

SETTINGS = Settings(threads=1)
SINCE = date(2025, 1, 1)


def test_nothing_is_served_before_it_is_published(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40, SINCE)]))
    served = door.workspace.publication()
    built = build_snapshot(door.workspace, served, SETTINGS)
    assert (built.version, built.snapshot) == (served.version + 1, f"snapshot_{served.version + 1}.duckdb")
    assert door.workspace.publication() == served
    assert (door.workspace.snapshots / str(built.snapshot)).exists()
    assert not list(door.workspace.snapshots.glob("*.partial"))


def test_a_build_that_fails_leaves_the_old_one_serving(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40, SINCE)]))
    before = door.ask(LEDGER, viewer=ADMIN).frame
    served = door.workspace.publication()
    (door.workspace.imports / served.imports[0] / "usage.parquet").write_bytes(b"PAR1 cut short")
    with pytest.raises(duckdb.Error):
        build_snapshot(door.workspace, served, SETTINGS)
    door.close()
    assert door.ask(LEDGER, viewer=ADMIN).frame.equals(before)
    assert sorted(file.name for file in door.workspace.snapshots.glob("*.duckdb")) == [served.snapshot]
    door.close()


def test_a_half_built_file_of_a_killed_import_is_written_over(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.snapshots.mkdir(parents=True)
    (workspace.snapshots / "snapshot_1.duckdb.partial").write_bytes(b"not a database")
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40, SINCE)]))
    assert door.ask(LEDGER, viewer=ADMIN).frame.height == 1
    door.close()


def test_the_snapshot_holds_every_mart_and_no_way_back_to_the_files(tiny_workspace: Workspace) -> None:
    with duckdb.connect(str(tiny_workspace.snapshot_file()), read_only=True) as connection:
        found = dict(connection.execute("select table_name, table_type from information_schema.tables").fetchall())
        # The views stand on the snapshot's own tables: they are read while no file beside may be.
        connection.execute("set enable_external_access = false")
        [(seen, there, steps, rolled_up)] = connection.execute(
            "select (select count(*) from incentive_ledger), (select count(*) from ledger),"
            " (select count(*) from milestone_standing), (select sum(series_count) from milestones_by_group)"
        ).fetchall()
    views = {name for name, kind in found.items() if kind != "BASE TABLE"}
    assert views == {"incentive_ledger", "milestone_standing"}
    assert seen == there > 0
    assert steps == rolled_up > 0
    temporary = {"usage", "import_deliveries", "association_starts"}
    assert {mart.removeprefix("marts/") for mart in MARTS} - temporary <= found.keys()
    assert not temporary & found.keys()


def test_files_in_any_order_give_one_result(tmp_path: Path) -> None:
    imports = [
        Import([Use(1, "EXO", 0, 10, 40, SINCE), Use(1, "EXO", 1, 12, 40, SINCE)], as_of=date(2026, 3, 1)),
        Import([Use(1, "EXO", 1, 15, 40, SINCE)], as_of=date(2026, 3, 2)),
        Import([Use(1, "EXO", 1, 99, 40), Use(1, "SPO", 1, 7, 9)], format="office_usage"),
    ]
    answers = []
    for number, order in enumerate((imports, imports[::-1], [imports[1], imports[2], imports[0]])):
        door = warehouse(tmp_path / str(number), *order)
        answers.append((door.ask(LEDGER, viewer=ADMIN).frame, door.ask(BRIDGE, viewer=ADMIN).frame))
        door.close()
    assert answers[0][0]["mau"].to_list() == [10, 15, 7]
    assert all(ledger.equals(answers[0][0]) and bridge.equals(answers[0][1]) for ledger, bridge in answers)


def test_a_snapshot_of_no_usage_answers_too(tmp_path: Path) -> None:
    only = Import(
        format="own_customers", customers=[{"tenant_id": "0" * 8 + "-0000-0000-0000-" + "0" * 12, "name": "One"}]
    )
    door = warehouse(tmp_path, only)
    assert door.ask(LEDGER, viewer=ADMIN).frame.is_empty()
    assert door.ask(BRIDGE, viewer=ADMIN).frame.is_empty()
    door.close()


def test_everything_can_be_taken_back(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40, SINCE)]))
    publish(door.workspace, [], SETTINGS)
    assert door.ask(LEDGER, viewer=ADMIN).frame.is_empty()
    assert Warehouse(door.workspace, SETTINGS).version == door.version
    door.close()


def test_a_publication_remembers_what_was_undone(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40, SINCE)]))
    served = door.workspace.publication()
    undone = {served.imports[0]: {"undone_by": "admin", "undone_at": "2026-07-01T09:30:00+00:00"}}
    wanted = Publication(served.version, served.snapshot, (), undone)
    built = build_snapshot(door.workspace, wanted, SETTINGS)
    assert (built.imports, built.undone) == ((), undone)
    door.close()


def test_no_mart_holds_huge_integers(tiny_workspace: Workspace) -> None:
    # sum() of a BIGINT is a HUGEINT in DuckDB; questions over one were twenty times slower at 1.8 M facts.
    with duckdb.connect(str(tiny_workspace.snapshot_file()), read_only=True) as connection:
        found = connection.sql(
            "select table_name || '.' || column_name from duckdb_columns() where data_type = 'HUGEINT' and not internal"
        ).fetchall()
    assert found == []
