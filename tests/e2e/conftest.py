"""What may a browser test rely on: a real Chromium, a page that has no errors, a running dashboard."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from data_access.home import sample_workspace
from data_access.sample import ensure_sample
from data_access.settings import Settings
from tests.e2e.screen import window
from tests.e2e.server import Dashboard

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PATIENCE_MILLISECONDS = 30_000
MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def chromium() -> str | None:
    """CPOR_CHROMIUM, else the first Chromium or Chrome that this machine has."""
    named = os.environ.get("CPOR_CHROMIUM")
    found = (shutil.which(name) for name in (*CHROMIUM_NAMES, MAC_CHROME))
    return named or next((path for path in found if path), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


# Per module, because Playwright's event loop stays "running" for every later test of the process.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium; the test is skipped, saying so, where there is none."""
    path = chromium()
    if path is None:
        pytest.skip("No Chromium or Chrome on this machine: install one, or name it in CPOR_CHROMIUM.")
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--disable-gpu", "--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide window of its own, without animations; a script error on it fails the test."""
    context = window(browser)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose sample is imported already: importing it takes longer than most tests. Copied, never written to."""
    home = tmp_path_factory.mktemp("sample_home")
    settings = Settings(home=home, forecast_after_import=False)
    ensure_sample(sample_workspace(settings), settings)
    return home


@pytest.fixture(scope="session")
def dashboard(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on sample data, which the tests only read."""
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("dashboard"), dirs_exist_ok=True)
    with Dashboard(home) as running:
        yield running.url


@pytest.fixture(scope="session")
def filing(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard which the tests file claims into, each for a customer of its own."""
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("filing"), dirs_exist_ok=True)
    with Dashboard(home) as running:
        yield running.url


@pytest.fixture
def own_dashboard(sample_home: Path, tmp_path: Path) -> Iterator[Dashboard]:
    """A dashboard on sample data for one test: it may import, restart and break things."""
    home = shutil.copytree(sample_home, tmp_path / "home")
    with Dashboard(home) as running:
        yield running
