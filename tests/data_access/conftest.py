"""One workspace of the tiny export files, imported once by the real importers; one with a forecast."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from tests.data_access.forecast_book import forecast_book
from tests.data_access.usage_book import ADMIN


@pytest.fixture(scope="session")
def tiny_workspace(tmp_path_factory: pytest.TempPathFactory, tiny_files: tuple[Path, ...]) -> Workspace:
    """Read only: whoever publishes makes a workspace of their own."""
    workspace = Workspace(tmp_path_factory.mktemp("tiny"))
    outcomes = import_files(workspace, tiny_files, Asked(ADMIN, date(2026, 11, 23)), Settings(threads=1))
    assert all(one.is_usable for one in outcomes), [one.sentence for one in outcomes]
    return workspace


@pytest.fixture(scope="session")
def tiny(tiny_workspace: Workspace) -> Iterator[Warehouse]:
    door = Warehouse(tiny_workspace, Settings(threads=1))
    yield door
    door.close()


@pytest.fixture(scope="session")
def forecast_workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Four customers with a forecast. Read only."""
    return forecast_book(tmp_path_factory.mktemp("forecast"))


@pytest.fixture
def own_forecast(forecast_workspace: Workspace, tmp_path: Path) -> Workspace:
    """A copy to change."""
    shutil.copytree(forecast_workspace.root, tmp_path / "own")
    return Workspace(tmp_path / "own")
