"""Does a question run on the files of one version, however often others are published meanwhile?"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest

from data_access.associations import FUNNEL
from data_access.attaching import AttachedFiles
from data_access.claim_watch import desk_for
from data_access.growth import BY_MONTH
from data_access.organisation import save_legal_names
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import Unavailable
from tests.data_access.usage_book import ADMIN, Import, Use, publish, warehouse

SETTINGS = Settings(threads=1)
ONE_SERIES = Import([Use(1, "EXO", 0, 10, 40, date(2025, 1, 1))])


def versions(folder: Path, count: int) -> list[tuple[Path, Path]]:
    """For each version two files that both say its number."""
    made = []
    for number in range(count):
        pair = folder / f"snapshot_{number}.duckdb", folder / f"registry_{number}.duckdb"
        for file in pair:
            with duckdb.connect(str(file)) as connection:
                connection.execute(f"create table said as select {number} as number")
        made.append(pair)
    return made


def attached(files: AttachedFiles) -> dict[str, int]:
    """What is attached, by name, with the number that each attaching is given anew."""
    found = (
        "select database_name, database_oid from duckdb_databases() where not internal and database_name <> 'memory'"
    )
    return dict(files._root.cursor().execute(found).fetchall())


def numbers(cursor: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> list[int]:
    said = cursor.execute(f'select number from said union all from "{files[1].stem}".said').fetchall()
    return [number for (number,) in said]


def test_no_answer_mixes_versions_while_they_change(tmp_path: Path) -> None:
    """Eight threads ask of versions near the newest, each of which may be let go at any moment."""
    known = versions(tmp_path, 12)
    files = AttachedFiles([tmp_path], SETTINGS, threads=2)

    def ask(seed: int) -> list[tuple[int, list[int]]]:
        chance, found = Random(seed), []
        for step in range(60):
            number = min(len(known) - 1, max(0, step // 5 - chance.randrange(2)))
            with files.cursor(known[number]) as cursor:
                found.append((number, numbers(cursor, known[number])))
        return found

    with ThreadPoolExecutor(8) as pool:
        answers = [answer for answers in pool.map(ask, range(8)) for answer in answers]
    assert len(answers) == 480
    assert all(said == [number, number] for number, said in answers)
    with files.cursor(known[-1]):
        pass
    assert attached(files).keys() == {"snapshot_11", "registry_11"}, "nothing else is kept open"
    files.close()


def test_a_file_is_let_go_with_the_last_question_that_began_on_it(tmp_path: Path) -> None:
    old, new = versions(tmp_path, 2)
    files = AttachedFiles([tmp_path], SETTINGS, threads=2)
    with files.cursor(old) as cursor:
        with files.cursor(old), files.cursor(new):
            pass
        assert attached(files).keys() == {"snapshot_0", "registry_0", "snapshot_1", "registry_1"}
        assert numbers(cursor, old) == [0, 0]
    assert attached(files).keys() == {"snapshot_1", "registry_1"}
    files.close()


def test_a_file_that_cannot_be_opened_leaves_the_others_answering(tmp_path: Path) -> None:
    (one,) = versions(tmp_path, 1)
    files = AttachedFiles([tmp_path], SETTINGS, threads=2)
    with pytest.raises(Unavailable, match="cannot be opened"), files.cursor((one[0], tmp_path / "registry_9.duckdb")):
        pass
    with files.cursor(one) as cursor:
        assert numbers(cursor, one) == [0, 0]
    files.close()


def test_a_cursor_is_used_again_and_never_by_two_at_once(tmp_path: Path) -> None:
    (one,) = versions(tmp_path, 1)
    files = AttachedFiles([tmp_path], SETTINGS, threads=2)
    with files.cursor(one) as first, files.cursor(one) as second:
        assert first is not second
    with files.cursor(one) as third:
        assert third in (first, second)
        with pytest.raises(duckdb.BinderException):
            third.execute("select nothing from said")
    with files.cursor(one) as after_a_failure:
        assert numbers(after_a_failure, one) == [0, 0]
    files.close()


def test_what_somebody_enters_leaves_the_snapshot_attached(tmp_path: Path) -> None:
    door = warehouse(tmp_path, ONE_SERIES, settings=SETTINGS)
    door.ask(FUNNEL, viewer=ADMIN)
    before = attached(door._attached())
    save_legal_names(desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows()), ["Wexmoor Cloud B.V."])
    assert not door.ask(FUNNEL, viewer=ADMIN).is_cached
    after = attached(door._attached())
    assert before.keys() - after.keys() == {"registry_1"}
    assert after.keys() - before.keys() == {"registry_2"}
    assert after["snapshot_1"] == before["snapshot_1"]
    door.close()


def test_a_workspace_named_from_where_one_stands_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    workspace = Workspace(Path("our book's"))
    publish(workspace, [ONE_SERIES], SETTINGS)
    door = Warehouse(workspace, SETTINGS)
    assert door.ask(BY_MONTH, viewer=ADMIN).frame["mau"].to_list() == [10]
    door.close()
