"""Do many writes become one, whole or not at all, and does a writer never wait for itself?"""

import shutil
from pathlib import Path

import pytest

from data_access.claim_watch import desk_for
from data_access.registry import current_copy, read, write_together
from data_access.registry.drafts import draft_of, save_draft
from data_access.registry.filing import file_claim
from data_access.registry.rows import rows
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, NotAllowed
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import TODAY, desk_of, filled, prepared

OWN, ANOTHERS = "cccccccc-0003-4c03-8c03-000000000003", "aaaaaaaa-0001-4a01-8a01-000000000001"


def test_writes_together_see_each_other_and_are_published_once(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    before = current_copy(desk.workspace).version

    def two_forms_and_a_claim() -> str:
        save_draft(desk, "form-1", filled())
        save_draft(desk, "form-2", filled(workloads=["SPO"]))
        assert draft_of(desk, "form-1").values["workloads"] == ["EXO"]
        return file_claim(desk, "form-1").claim_id

    assert write_together(desk.workspace, two_forms_and_a_claim) == "CLM-000001"
    assert current_copy(desk.workspace).version == before + 1
    assert draft_of(desk_of(tmp_path), "form-2").revision == 1


def test_one_refusal_among_them_undoes_them_all(tmp_path: Path) -> None:
    desk = prepared(tmp_path)

    def filed_and_refused() -> None:
        save_draft(desk, "form-1", filled())
        file_claim(desk, "form-1")
        save_draft(desk, "form-2", filled(workloads=[]))
        file_claim(desk, "form-2")

    with pytest.raises(BadInput, match="Choose at least one workload"):
        write_together(desk.workspace, filed_and_refused)
    assert read(desk.workspace, lambda c: rows(c, "select form_id from claim_drafts")) == []
    assert read(desk.workspace, lambda c: rows(c, "select claim_id from claims")) == []


def test_another_workspace_is_not_drawn_into_it(tmp_path: Path) -> None:
    one, other = prepared(tmp_path / "one"), prepared(tmp_path / "other")

    def one_here_one_there() -> None:
        save_draft(other, "form-2", filled())
        save_draft(one, "form-1", filled(workloads=["SPO"]))
        raise BadInput("Stop here.")

    with pytest.raises(BadInput, match="Stop here"):
        write_together(one.workspace, one_here_one_there)
    assert draft_of(other, "form-2").revision == 1
    assert read(one.workspace, lambda c: rows(c, "select form_id from claim_drafts")) == []


def test_the_first_write_ever_asks_whose_customer_it_is_without_waiting(
    tiny_workspace: Workspace, tmp_path: Path
) -> None:
    manager = Viewer("am-02", Role.ACCOUNT_MANAGER)
    workspace = Workspace(tmp_path / "own")
    shutil.copytree(tiny_workspace.root, workspace.root, ignore=shutil.ignore_patterns("registry*"))
    door = Warehouse(workspace)
    desk = desk_for(door, manager, TODAY, ClaimWindows())
    assert not workspace.registry_file.exists()
    assert save_draft(desk, "form-1", filled(tenant_id=OWN)).revision == 1
    with pytest.raises(NotAllowed, match="another account manager"):
        save_draft(desk, "form-2", filled(tenant_id=ANOTHERS))
    door.close()
