"""Does every line of the menu open for every role, on little data, on none, and with a question that fails?"""

import logging
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access.contract import Question
from data_access.questions import every_question
from domain.scope import Role
from pages import LANDING, MENU
from pages.session import entrance
from tests.pages.conftest import Open

PEOPLE = {
    Role.ACCOUNT_MANAGER: {"role": Role.ACCOUNT_MANAGER, "user": "am-01"},
    Role.SALES_LEAD: {"role": Role.SALES_LEAD, "user": "lead", "team": "North Europe"},
    Role.EXECUTIVE: {"role": Role.EXECUTIVE, "user": "chief"},
    Role.INCENTIVES_ADMIN: {"role": Role.INCENTIVES_ADMIN, "user": "admin"},
}
CUSTOMER = {"tenant": "aaaaaaaa-0001-4a01-8a01-000000000001"}
ASKED = re.compile(r"^asked (\S+) in")
WITHOUT_QUESTIONS = "data/definitions"


def menu_of(role: Role) -> list[str]:
    return [entry.path for entry in MENU if not entry.roles or role in entry.roles]


@pytest.mark.parametrize("role", Role)
def test_every_page_opens_for_whoever_has_it_in_the_menu(
    opened: Open, tiny_folder: Path, role: Role, subtests: pytest.Subtests
) -> None:
    app = opened(tiny_folder, **PEOPLE[role])
    for path in menu_of(role):
        with subtests.test(path):
            turn_to(app, path)
            assert not app.exception
            assert [box.value for box in app.error] == []
            assert len(app.title) == 1


@pytest.mark.parametrize("role", Role)
def test_every_page_of_an_empty_workspace_opens_too(
    opened: Open, tmp_path: Path, role: Role, subtests: pytest.Subtests
) -> None:
    app = opened(tmp_path / "empty", **PEOPLE[role])
    for path in menu_of(role):
        with subtests.test(path):
            turn_to(app, path)
            assert not app.exception
            assert [box.value for box in app.error] == []
            assert len(app.main) > 0


@pytest.mark.parametrize("path", ["summary/executive", "customers/portfolio", "customers/customer", "growth/trends"])
def test_without_data_a_page_says_where_to_begin(opened: Open, tmp_path: Path, path: str) -> None:
    app = opened(tmp_path / "empty", path, address=CUSTOMER)
    assert any("Nothing has been imported yet" in box.value for box in app.info)
    assert not (tmp_path / "empty" / "snapshots").exists(), "looking imports nothing"


def test_a_question_that_fails_takes_only_its_block_along(
    opened: Open,
    tiny_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    subtests: pytest.Subtests,
) -> None:
    caplog.set_level(logging.INFO, "cpor.door")
    app = opened(tiny_folder, WITHOUT_QUESTIONS)
    caplog.clear()
    turn_to(app, WITHOUT_QUESTIONS)
    by_the_frame = asked(caplog)
    tried = set()
    for path in menu_of(Role.INCENTIVES_ADMIN):
        caplog.clear()
        turn_to(app, path)
        by_the_page = [name for name in asked(caplog) if name not in by_the_frame]
        if by_the_page:
            tried.add(path)
            with subtests.test(path), monkeypatch.context() as patch:
                check_with_broken(app, every_question()[by_the_page[-1]], patch)
    assert tried >= {"summary/executive", "customers/portfolio", "customers/customer", "growth/trends", "data/imports"}


def check_with_broken(app: AppTest, question: Question, patch: pytest.MonkeyPatch) -> None:
    """The page on screen again, by a new door, when this question cannot be answered."""
    title, blocks = [one.value for one in app.title], len(app.main)
    broken = "with broken as (select 1 as one) select nothing from nowhere"
    patch.setitem(vars(question), "text_for", lambda values: broken)
    patch.setitem(vars(question), "binds", frozenset())
    patch.setattr(entrance, "_doors", {})
    app.run()
    assert not app.exception
    assert app.error, f"{question.name} failed and nothing says so"
    for box in app.error:
        assert "could not be shown because of a fault of ours" in box.value
        assert "nowhere" not in box.value, "the reason is in the log, under the reference"
    assert [one.value for one in app.title] == title
    assert len(app.main) >= blocks - 1, "the other blocks stand"


def turn_to(app: AppTest, path: str) -> None:
    app.switch_page(f"pages/{path}.py")
    for name, value in CUSTOMER.items():
        app.query_params[name] = value
    app.run()


def asked(caplog: pytest.LogCaptureFixture) -> list[str]:
    found = [ASKED.match(record.getMessage()) for record in caplog.records if record.name == "cpor.door"]
    return [match[1] for match in found if match]


@pytest.mark.parametrize("role", Role)
def test_everybody_lands_where_their_work_begins(opened: Open, tiny_folder: Path, role: Role) -> None:
    begins = {entry.path: entry.title for entry in MENU}[LANDING.get(role, "summary/executive")]
    assert [title.value for title in opened(tiny_folder, **PEOPLE[role]).title] == [begins]


def test_pages_of_one_role_are_in_nobody_elses_menu(opened: Open, tiny_folder: Path) -> None:
    app = opened(tiny_folder, **PEOPLE[Role.ACCOUNT_MANAGER])
    for path in {entry.path for entry in MENU} - set(menu_of(Role.ACCOUNT_MANAGER)):
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            app.switch_page(f"pages/{path}.py")
