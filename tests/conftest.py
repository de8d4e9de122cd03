"""What may every test rely on: no settings of the machine, tiny files, a workspace of its own."""

import os
from collections.abc import Generator, Iterator
from importlib.metadata import version
from pathlib import Path

import hypothesis
import pytest

from data_access.settings import current_settings
from data_access.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
# Settings are also read while test files are being imported: no test leaves a forecast running behind it.
os.environ["CPOR_FORECAST_AFTER_IMPORT"] = "0"
TEST_SWITCHES = {"CPOR_REQUIRE_BROWSER", "CPOR_CHROMIUM"}

# Two busy cores make single examples slow now and then; how long a test takes is not what it says.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


def pytest_report_header() -> str:
    return ", ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "streamlit"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CPOR_REQUIRE_BROWSER=1, what cannot be tested has failed; an expected failure is no skip."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CPOR_REQUIRE_BROWSER") == "1":
        report.outcome = "failed"
        report.longrepr = f"Skipped, where nothing may be skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests may have CPOR_ variables, and a real workspace: neither is touched."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("CPOR_") and name not in TEST_SWITCHES]:
            patch.delenv(name)
        patch.setenv("CPOR_FORECAST_AFTER_IMPORT", "0")
        patch.setenv("CPOR_HOME", str(tmp_path_factory.mktemp("home")))
        current_settings.cache_clear()
        yield


@pytest.fixture(scope="session")
def tiny_files() -> tuple[Path, ...]:
    """The export files of `sample_data/tiny`, whose answers are computed by hand."""
    files = (ROOT / "sample_data" / "tiny").glob("*")
    return tuple(sorted(file for file in files if file.suffix in {".csv", ".tsv", ".json"}))


@pytest.fixture
def tmp_workspace(tmp_path: Path) -> Workspace:
    """An empty workspace, gone after the test."""
    return Workspace(tmp_path / "workspace")
