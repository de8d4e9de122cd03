"""Do `backup` and `restore` bring back what people entered, and refuse what is no backup?"""

from pathlib import Path

import pytest

from data_access.commands import run
from data_access.registry.drafts import draft_of, save_draft
from tests.data_access.registry_desks import filled, prepared


def test_backup_is_restored_into_another_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = prepared(tmp_path / "one")
    save_draft(desk, "form-1", filled())
    file = tmp_path / "kept" / "backup.zip"
    assert run(["backup", str(file), "--data", str(tmp_path / "one")]) == 0
    save_draft(desk, "form-1", filled(claim_name="Changed since"))
    assert run(["restore", str(file), "--data", str(tmp_path / "one")]) == 0
    assert draft_of(desk, "form-1").values["claim_name"] == filled()["claim_name"]
    assert "0 documents are back" in capsys.readouterr().out


def test_what_is_no_backup_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("hello")
    assert run(["restore", str(file), "--data", str(tmp_path / "one")]) == 2
    assert "is not a backup of this program" in capsys.readouterr().err
