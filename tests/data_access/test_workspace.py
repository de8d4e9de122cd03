"""Is there one pointer to what is served, replaced in one step, and one importer at a time?"""

import json
from datetime import date
from pathlib import Path

import pytest

from data_access.home import chosen_workspace, real_workspace, sample_workspace, shown_workspace
from data_access.settings import Settings
from data_access.workspace import Publication, Workspace, replace_file
from domain.errors import Unavailable

SERVED = Publication(3, "snapshot_3.duckdb", ("a", "b"), {"c": {"undone_by": "ana"}})


def test_an_empty_workspace_serves_nothing_and_says_so(tmp_workspace: Workspace) -> None:
    assert tmp_workspace.publication() == Publication.nothing()
    assert not tmp_workspace.is_sample
    assert not tmp_workspace.root.exists(), "looking makes nothing"
    with pytest.raises(Unavailable, match=r"Nothing has been imported yet\. Drop Partner Center files"):
        tmp_workspace.snapshot_file()


def test_what_was_published_is_what_is_served(tmp_workspace: Workspace) -> None:
    tmp_workspace.publish(SERVED)
    assert tmp_workspace.publication() == SERVED
    assert Workspace(tmp_workspace.root).publication() == SERVED
    assert tmp_workspace.snapshot_file() == tmp_workspace.snapshots / "snapshot_3.duckdb"


def test_the_pointer_is_replaced_and_never_half_written(
    tmp_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_workspace.publish(SERVED)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("data_access.workspace.os.fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        tmp_workspace.publish(Publication(4, "snapshot_4.duckdb", (), {}))
    assert tmp_workspace.publication() == SERVED


def test_replacing_a_file_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    for content in (b"old", b"new"):
        replace_file(file, content)
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_only_one_imports_at_a_time(tmp_workspace: Workspace) -> None:
    with (
        tmp_workspace.import_lock(),
        pytest.raises(Unavailable, match="Another import has been running"),
        Workspace(tmp_workspace.root).import_lock(wait_seconds=0.05),
    ):
        pass
    with tmp_workspace.import_lock(wait_seconds=0.05):
        assert (tmp_workspace.root / "import.lock").exists()


def test_today_is_the_samples_the_settings_or_the_clocks(tmp_workspace: Workspace) -> None:
    fixed = Settings(today=date(2026, 11, 23))
    assert tmp_workspace.today(fixed) == date(2026, 11, 23)
    assert tmp_workspace.today(Settings()) >= date(2025, 1, 1)
    tmp_workspace.root.mkdir()
    (tmp_workspace.root / "workspace.json").write_text(json.dumps({"sample": True, "today": "2026-12-01"}))
    sample = Workspace(tmp_workspace.root)
    assert sample.is_sample
    assert sample.today(fixed) == date(2026, 12, 1)


def test_which_workspace_is_shown(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    real, sample = real_workspace(settings), sample_workspace(settings)
    assert real.root != sample.root
    assert shown_workspace(None, settings) == sample, "until the first import"
    assert chosen_workspace(None, settings) == real, "a command never means the sample"
    real.publish(SERVED)
    assert shown_workspace(None, settings) == real
    named = Workspace((tmp_path / "named").resolve())
    assert shown_workspace(tmp_path / "named", settings) == named, "a named one is shown even when it is empty"
    by_setting = Settings(home=tmp_path / "home", data_dir=tmp_path / "named")
    assert chosen_workspace(None, by_setting) == shown_workspace(None, by_setting) == named
    assert chosen_workspace(tmp_path / "other", by_setting).root.name == "other"
