"""Does the brief say what changed, why and what to do: shortly, the same each time, for the one who reads it?"""

import re
from datetime import date
from pathlib import Path

import pytest

from data_access.brief import MOST_SENTENCES, brief
from data_access.commands import run
from data_access.commands.brief import as_html, as_markdown
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.brief_sentences import Sentence, associated
from domain.scope import Role, Viewer
from pages import MENU
from tests.data_access.signal_book import TODAY, book, customer, months

VIEWERS = {
    Role.ACCOUNT_MANAGER: Viewer("ana", Role.ACCOUNT_MANAGER),
    Role.SALES_LEAD: Viewer("lea", Role.SALES_LEAD, "north"),
    Role.EXECUTIVE: Viewer("chief", Role.EXECUTIVE),
    Role.INCENTIVES_ADMIN: Viewer("ida", Role.INCENTIVES_ADMIN),
}
NASTY = "1. <b>Evil</b> [x](http://bad) \\ `co` | Ltd"


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    uses = [
        *months(1, "EXO", [100, 100, 100, 100, 120, 121, 110, 100, 90, 80], 400),
        *months(2, "EXO", [350 + month for month in range(10)], 1000),
    ]
    return book(
        tmp_path_factory.mktemp("brief"),
        uses,
        customers=[customer(1, name=NASTY), customer(2, account_manager_id="ben")],
    )


@pytest.mark.parametrize("role", VIEWERS)
def test_at_most_a_dozen_sentences_each_with_a_page_of_the_menu(door: Warehouse, role: Role) -> None:
    said = brief(door, VIEWERS[role], TODAY)
    assert 3 <= len(said) <= MOST_SENTENCES
    known = {entry.path for entry in MENU}
    for one in said:
        assert one.sentence.endswith("."), one.sentence
        assert one.path in known
    assert said == brief(door, VIEWERS[role], TODAY)


def test_an_account_manager_reads_of_own_customers_only(door: Warehouse) -> None:
    text = " ".join(one.sentence for one in brief(door, VIEWERS[Role.ACCOUNT_MANAGER], TODAY))
    assert "80 workload users in Oct 2026, −10 against Sep 2026; 20.0% of the paid seats were used." in text
    assert "Falling: 1 workload." in text
    assert "Customer 2" not in text


def test_nobody_s_brief_says_that_nothing_is_known(door: Warehouse) -> None:
    said = brief(door, Viewer("eve", Role.ACCOUNT_MANAGER), TODAY)
    assert [one.sentence for one in said][:1] == ["No complete month of usage is known for these customers."]


def test_before_the_first_import_it_says_what_to_do(tmp_path: Path) -> None:
    (only,) = brief(Warehouse(Workspace(tmp_path)), VIEWERS[Role.EXECUTIVE], TODAY)
    assert "Nothing has been imported yet" in only.sentence


def test_names_from_files_stay_names() -> None:
    said = [Sentence(NASTY, "growth/opportunities", (("signal", "Falling & <more>"),))]
    assert as_markdown("Brief", said, "http://here/") == (
        "# Brief\n\n- 1\\. \\<b\\>Evil\\</b\\> \\[x\\]\\(http://bad\\) \\\\ \\`co\\` \\| Ltd "
        "[Open](http://here/opportunities?signal=Falling+%26+%3Cmore%3E)"
    )
    page = as_html("Brief", said, "http://here")
    assert "&lt;b&gt;Evil&lt;/b&gt;" in page
    assert "<b>" not in page


def test_the_command_prints_markdown_or_html(door: Warehouse, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(door.workspace.root)
    assert run(["brief", "--role", "account-manager", "--user", "ana", "--data", root]) == 0
    items = re.findall(r"^- ", capsys.readouterr().out, re.MULTILINE)
    assert 3 <= len(items) <= MOST_SENTENCES
    assert run(["brief", "--role", "executive", "--format", "html", "--data", root]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_whose_brief_must_be_said(door: Warehouse, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(door.workspace.root)
    assert run(["brief", "--role", "account-manager", "--data", root]) == 2
    assert "--user" in capsys.readouterr().err
    assert run(["brief", "--role", "sales-lead", "--data", root]) == 2
    assert "--team" in capsys.readouterr().err


def test_how_many_customers_came_or_went_is_said() -> None:
    def counted(*customers: int, incomplete: int = 0) -> list[Sentence]:
        rows = [
            {"month": date(2026, 1 + at, 1), "associated_customers": count, "is_complete": at < len(customers)}
            for at, count in enumerate([*customers, incomplete])
        ]
        return associated(rows)

    assert [one.sentence for one in counted(7, 9, 8)] == ["1 more customer is associated than in Jan 2026."]
    assert [one.sentence for one in counted(7, 4)] == ["3 fewer customers are associated than in Jan 2026."]
    assert counted(7, 7, incomplete=2) == counted() == []
