"""Does the summary page say what the brief says, and show targets where some are set?"""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data_access.brief import brief
from data_access.claim_watch import desk_for
from data_access.settings import Settings
from data_access.targets import Target, save_targets
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.scope import Role, Viewer
from tests.pages.conftest import Open

TODAY = date(2026, 11, 23)
PEOPLE = [
    Viewer("am-01", Role.ACCOUNT_MANAGER),
    Viewer("lead", Role.SALES_LEAD, "North Europe"),
    Viewer("chief", Role.EXECUTIVE),
    Viewer("admin", Role.INCENTIVES_ADMIN),
]


@pytest.mark.parametrize("viewer", PEOPLE, ids=lambda viewer: viewer.role.value)
def test_what_changed_is_the_brief_of_the_viewers_role(opened: Open, tiny_folder: Path, viewer: Viewer) -> None:
    door = Warehouse(Workspace(tiny_folder), Settings(threads=1))
    said = [one.sentence for one in brief(door, viewer, TODAY)]
    door.close()
    app = opened(tiny_folder, "summary/executive", role=viewer.role, user=viewer.user, team=viewer.team)
    # Where the menu lacks a page, the words stand without a link.
    shown = [str(getattr(one, "label", "")) for one in app.get("page_link")] + [one.value for one in app.markdown]
    assert set(said) <= {one.replace("\\", "") for one in shown}
    assert len(said) >= 3


def test_targets_are_shown_where_some_are_set(opened: Open, tiny_folder: Path, tmp_path: Path) -> None:
    heading = "How near are this fiscal year's targets?"

    def headings() -> str:
        app = opened(own, "summary/executive")
        assert not app.exception
        return " ".join(str(one.proto.body) for one in app.get("html"))

    own = tmp_path / "own"
    shutil.copytree(tiny_folder, own)
    assert heading.replace("'", "&#x27;") not in headings()
    desk = desk_for(Warehouse(Workspace(own)), Viewer("admin", Role.INCENTIVES_ADMIN), TODAY, ClaimWindows())
    save_targets(desk, [Target(date(2026, 10, 1), "new_units", Decimal(100))])
    assert heading.replace("'", "&#x27;") in headings()
