"""Pages are opened through app.py, by Streamlit's own test runner, on the tiny files."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.settings import Settings, current_settings
from data_access.workspace import Workspace
from domain.scope import Role, Viewer
from pages.session import entrance

APP = Path(__file__).resolve().parents[2] / "app.py"
PATIENCE_SECONDS = 60

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory, tiny_files: tuple[Path, ...]) -> Path:
    root = tmp_path_factory.mktemp("pages")
    asked = Asked(Viewer("admin", Role.INCENTIVES_ADMIN), date(2026, 11, 23))
    import_files(Workspace(root), tiny_files, asked, Settings(threads=1))
    return root


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory, tiny_folder: Path) -> Path:
    """The same, marked as a sample with a today of its own."""
    root = tmp_path_factory.mktemp("sample") / "workspace"
    shutil.copytree(tiny_folder, root)
    (root / "workspace.json").write_text('{"sample": true, "today": "2026-11-23"}')
    return root


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Open a page of a workspace as somebody, in a process that has no door yet; `address` are URL parameters."""

    def open_page(
        folder: Path,
        path: str | None = None,
        *,
        role: Role = Role.INCENTIVES_ADMIN,
        user: str = "admin",
        team: str | None = None,
        address: dict[str, str] | None = None,
    ) -> AppTest:
        for name, value in {"DATA_DIR": str(folder), "ROLE": role.value, "USER": user, "TEAM": team}.items():
            monkeypatch.setenv(f"CPOR_{name}", value) if value else monkeypatch.delenv(f"CPOR_{name}", raising=False)
        monkeypatch.setenv("CPOR_TODAY", "2026-11-23")
        current_settings.cache_clear()
        app = AppTest.from_file(APP, default_timeout=PATIENCE_SECONDS).run()
        if path:
            app.switch_page(f"pages/{path}.py")
            for name, value in (address or {}).items():
                app.query_params[name] = value
            app.run()
        return app

    monkeypatch.setattr(entrance, "_doors", {})
    yield open_page
    for door in entrance._doors.values():
        door.close()
    monkeypatch.undo()
    current_settings.cache_clear()
