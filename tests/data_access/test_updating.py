"""What becomes of a book that another version of this program built?"""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from data_access import growth
from data_access.commands import run
from data_access.forecasts.store import served
from data_access.importing.updating import bring_up_to_date
from data_access.layout import is_of_this_code, layout
from data_access.settings import Settings
from data_access.snapshot import build_snapshot
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.errors import OutOfDate
from tests.data_access.usage_book import ADMIN, Import, Use, warehouse

SETTINGS = Settings(threads=1)


@pytest.fixture
def old(tmp_path: Path) -> Workspace:
    """A book whose snapshot lacks what this code reads, as one from before an update does."""
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40)]))
    door.close()
    workspace = door.workspace
    (workspace.snapshots / "old.duckdb").write_bytes(b"")
    workspace.publish(replace(workspace.publication(), snapshot="old.duckdb", layout="another"))
    return workspace


def test_it_is_not_read_and_says_what_to_do(old: Workspace) -> None:
    assert not is_of_this_code(old.publication())
    door = Warehouse(old, SETTINGS, opens_empty=True)
    with pytest.raises(OutOfDate, match="Another version of CPOR Insights built this book"):
        door.ask(growth.BY_MONTH, viewer=ADMIN)
    door.close()


def test_it_is_built_anew_from_its_imports_once(old: Workspace) -> None:
    before = old.publication()
    bring_up_to_date(old, SETTINGS)
    now = old.publication()
    assert is_of_this_code(old.publication())
    assert (now.imports, now.undone, now.layout) == (before.imports, before.undone, layout())
    door = Warehouse(old, SETTINGS)
    assert door.ask(growth.BY_MONTH, viewer=ADMIN).frame.height == 1
    door.close()
    bring_up_to_date(old, SETTINGS)
    assert old.publication() == now, "the second time there is nothing to do"


def test_of_two_that_start_at_once_one_builds(old: Workspace) -> None:
    before = old.publication().version
    with ThreadPoolExecutor(2) as both:
        for _ in both.map(lambda _: bring_up_to_date(old, SETTINGS), range(2)):
            pass
    assert old.publication().version == before + 1


def test_an_empty_workspace_stays_as_it_is(tmp_workspace: Workspace) -> None:
    bring_up_to_date(tmp_workspace, SETTINGS)
    assert not tmp_workspace.root.exists()


def test_the_command_line_asks_an_old_book_too(old: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "growth/by_month", "--format", "json", "--data", str(old.root)]) == 0
    assert json.loads(capsys.readouterr().out)["mau"] == 10


def test_a_forecast_of_an_old_book_is_one_of_the_new(old: Workspace) -> None:
    assert run(["forecast", "--quiet", "--data", str(old.root)]) == 0
    assert str(served(old).snapshot).startswith(f"{old.publication().snapshot}/")
    assert is_of_this_code(old.publication())


def test_a_snapshot_has_the_layout_of_the_code_that_built_it(old: Workspace) -> None:
    assert build_snapshot(old, old.publication(), SETTINGS).layout == layout()
