"""Are targets kept per quarter, and compared with what was really reached?"""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data_access import growth
from data_access.claim_watch import desk_for
from data_access.settings import Settings
from data_access.targets import AGAINST_TARGETS, Target, save_targets
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, NotAllowed
from domain.scope import Role, Viewer
from tests.data_access.usage_book import ADMIN

QUARTER = date(2026, 7, 1)


@pytest.fixture
def door(tiny_workspace: Workspace, tmp_path: Path) -> Warehouse:
    shutil.copytree(tiny_workspace.root, tmp_path / "own", dirs_exist_ok=True)
    return Warehouse(Workspace(tmp_path / "own"), Settings(threads=1))


def save(door: Warehouse, *targets: Target, viewer: Viewer = ADMIN) -> int:
    return save_targets(desk_for(door, viewer, date(2026, 11, 23), ClaimWindows()), targets)


def test_new_units_of_a_quarter_stand_against_their_target(door: Warehouse) -> None:
    # July to September of the tiny set: growth/by_month's new units, known ones only.
    assert save(door, Target(QUARTER, "new_units", Decimal(200))) == 1
    assert AGAINST_TARGETS.name == "incentives/against_targets"
    row = door.ask(AGAINST_TARGETS, viewer=ADMIN).frame.row(0, named=True)
    months = door.ask(growth.BY_MONTH, viewer=ADMIN).frame.to_dicts()
    reached = sum(one["new_units"] or 0 for one in months if one["month"].month in (7, 8, 9))
    assert reached > 0
    assert row["actual_amount"] == Decimal(reached)
    assert row["reached_share"] == pytest.approx(reached / 200)


def test_the_same_target_again_replaces_it_and_a_manager_has_an_own_one(door: Warehouse) -> None:
    save(door, Target(QUARTER, "new_units", Decimal(200)))
    save(door, Target(QUARTER, "new_units", Decimal(300)), Target(QUARTER, "new_units", Decimal(50), "nobody-here"))
    rows = door.ask(AGAINST_TARGETS, viewer=ADMIN).frame.select("account_manager_id", "target_amount").rows()
    assert rows == [(None, Decimal(300)), ("nobody-here", Decimal(50))]


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (Target(date(2026, 8, 1), "new_units", Decimal(1)), "does not begin a quarter"),
        (Target(QUARTER, "smiles", Decimal(1)), "no kind of target"),
        (Target(QUARTER, "new_units", Decimal(-1)), "cannot be below zero"),
    ],
)
def test_a_wrong_target_is_refused_with_a_sentence(door: Warehouse, target: Target, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        save(door, target)


def test_only_an_incentives_admin_sets_targets(door: Warehouse) -> None:
    with pytest.raises(NotAllowed, match="set targets"):
        save(door, Target(QUARTER, "new_units", Decimal(1)), viewer=Viewer("eve", Role.EXECUTIVE))
