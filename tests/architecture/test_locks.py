"""Are all versions locked, for everybody alike, without naming a place to download from?"""

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-duckdb-next.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def locked(lock: str) -> dict[str, list[str]]:
    """Package -> its versions: more than one where Pythons or systems differ."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^\s;]+)", text, flags=re.MULTILINE):
        pins.setdefault(name, []).append(version)
    return pins


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_every_package_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert "://" not in text
    assert len(packages) == sum(map(len, locked(lock).values()))
    assert all(f"{line}\n    --hash=sha256:" in text for line in packages)


def test_what_the_project_asks_for_is_locked() -> None:
    assert names(PROJECT["dependencies"]) <= locked("requirements.lock").keys()
    assert names(PROJECT["optional-dependencies"]["test"]) <= locked("requirements-test.lock").keys()


def test_tests_run_on_the_versions_that_people_run() -> None:
    tested = locked("requirements-test.lock")
    assert {name: tested.get(name) for name in locked("requirements.lock")} == locked("requirements.lock")
