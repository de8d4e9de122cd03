"""Does the sample come to be once, through the real importers, with a today of its own?"""

import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from data_access import sample, sample_claims
from data_access.claim_watch import desk_for
from data_access.growth import BRIDGE
from data_access.imports import HISTORY
from data_access.layout import layout
from data_access.organisation import organisation
from data_access.registry import current_copy, read
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from sample_data.constants import AS_OF, TODAY
from tests.data_access.usage_book import ADMIN

SETTINGS = Settings(threads=1)


@pytest.fixture
def small_set(tmp_path: Path, tiny_files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny files in the place of the shipped set; of its claims only our own organisation."""
    archive = tmp_path / "ready.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in tiny_files:
            packed.write(file, file.name)
        packed.writestr("manifest.json", json.dumps({"files": []}))
    monkeypatch.setattr(sample, "READY_SET", archive)
    monkeypatch.setattr(sample_claims, "enter_claims", organisation_only)


def organisation_only(workspace: Workspace, _: Path) -> None:
    door = Warehouse(workspace, SETTINGS)
    sample_claims._enter_organisation(desk_for(door, ADMIN, TODAY, ClaimWindows()))
    door.close()


def test_the_sample_is_imported_once_however_many_ask(small_set: None, tmp_workspace: Workspace) -> None:
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(sample.ensure_sample, tmp_workspace, SETTINGS) for _ in range(4)]:
            done.result()
    assert tmp_workspace.publication().version == 1
    assert tmp_workspace.is_sample
    assert tmp_workspace.today(SETTINGS) == TODAY
    door = Warehouse(tmp_workspace, SETTINGS)
    assert door.ask(BRIDGE, viewer=ADMIN).frame["closing"].to_list()[-1] == 1388
    log = door.ask(HISTORY, viewer=ADMIN).frame
    assert set(log["as_of_on"]) == {AS_OF}
    assert set(log["imported_by"]) == {"sample"}
    assert {at.date() for at in log["imported_at"]} == {TODAY}, "an import after the sample's own today"
    assert log["file_name"].str.starts_with("ready.zip > ").all()
    door.close()


def test_a_sample_that_another_version_left_half_done_is_finished(small_set: None, tmp_workspace: Workspace) -> None:
    sample.ensure_sample(tmp_workspace, SETTINGS)
    tmp_workspace.publish(replace(tmp_workspace.publication(), layout="another"))
    marker = tmp_workspace.root / "workspace.json"
    marker.write_text(json.dumps({"sample": True, "today": TODAY.isoformat()}))
    sample.ensure_sample(Workspace(tmp_workspace.root), SETTINGS)
    assert tmp_workspace.publication().layout == layout()
    assert json.loads(marker.read_text())["is_whole"]


def test_a_sample_cut_short_is_begun_again(small_set: None, tmp_workspace: Workspace) -> None:
    tmp_workspace.root.mkdir(parents=True)
    (tmp_workspace.root / "workspace.json").write_text("{}")  # killed before anything was published
    (tmp_workspace.root / "importing-left").mkdir()
    sample.ensure_sample(tmp_workspace, SETTINGS)
    assert Workspace(tmp_workspace.root).is_sample
    assert tmp_workspace.publication().snapshot
    assert not list(tmp_workspace.root.glob("importing-*"))


def test_a_sample_cut_short_among_its_claims_gets_them_the_next_time(
    small_set: None, tmp_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(workspace: Workspace, _: Path) -> None:
        current_copy(workspace)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sample_claims, "enter_claims", cut_short)
        with pytest.raises(KeyboardInterrupt):
            sample.ensure_sample(tmp_workspace, SETTINGS)
    sample.ensure_sample(tmp_workspace, SETTINGS)
    assert organisation(tmp_workspace).legal_names


def test_the_shipped_claims_are_entered_once(tmp_path: Path) -> None:
    workspace, settings = Workspace(tmp_path / "sample"), Settings(threads=1, forecast_after_import=False)
    sample.ensure_sample(workspace, settings)
    counted = "select (select count(*) from claims), (select count(*) from claim_events)"
    before = read(workspace, lambda found: found.execute(counted).fetchall())
    assert before[0][0] > 50
    written = "select max(written_at) from notes union all select max(recorded_at) from claim_events"
    moments = read(workspace, lambda found: found.execute(written).fetchall())
    assert max(moment.date() for (moment,) in moments) <= TODAY, "written after the sample's own today"
    door = Warehouse(workspace, settings)
    assert desk_for(door, ADMIN, TODAY, ClaimWindows()).clock().date() == TODAY
    door.close()
    sample_claims.enter_claims(workspace, sample.READY_SET)
    assert read(workspace, lambda found: found.execute(counted).fetchall()) == before


def test_the_shipped_set_is_there() -> None:
    with zipfile.ZipFile(sample.READY_SET) as archive:
        assert archive.testzip() is None
        assert "cpor_m365_usage.csv" in {Path(name).name for name in archive.namelist()}
    assert sample.READY_SET.stat().st_size <= 5 << 20
    assert AS_OF <= TODAY
