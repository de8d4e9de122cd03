"""Does the command line give what the pages show, to people, scripts and spreadsheets, and refuse in sentences?"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data_access.commands import run
from data_access.home import chosen_workspace
from data_access.questions import every_question
from data_access.settings import current_settings
from data_access.workspace import Workspace
from tests.data_access.tiny_answers import A, B, C
from tests.data_access.usage_book import Import, Use, warehouse


@pytest.fixture
def ask(tiny_workspace: Workspace) -> list[str]:
    return ["ask", "--data", str(tiny_workspace.root)]


@pytest.fixture
def as_ada(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CPOR_USER", "am-01")
    monkeypatch.setenv("CPOR_ROLE", "account-manager")
    current_settings.cache_clear()
    yield
    monkeypatch.undo()
    current_settings.cache_clear()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_ask_gives_one_json_object_a_line(ask: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ask, "growth/by_month", "--format", "json"]) == 0
    rows = [json.loads(line) for line in told(capsys).splitlines()]
    assert [row["mau"] for row in rows] == [620, 685, 973, 1100, 1233, 1388]
    assert rows[0] == {
        "month": "2026-05-01",
        "slice": "All",
        "mau": 620,
        "pau": 1120,
        "usage_share": 620 / 1120,
        "new_units": 20,
        "is_complete": True,
    }


@pytest.mark.parametrize(
    ("pairs", "rows"),
    [
        ([], 40),
        ([f"tenant={A}"], 16),
        ([f"tenant={A.upper()}", "workload=Exchange Online"], 6),
        (["workload=EXO"], 12),
        (["workload=Loop Workspaces"], 2),  # nobody named it: its own name is its code
        (["start=2026-09", "end_before=2026-10-01"], 7),
        (["start=2027-01"], 0),
    ],
)
def test_every_ledger_takes_tenant_workload_and_months(
    ask: list[str], pairs: list[str], rows: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ask, "adoption/ledger", "--format", "json", *pairs]) == 0
    assert len(told(capsys).splitlines()) == rows
    assert run([*ask, "adoption/ledger", *pairs, "--format", "json"]) == 0
    assert len(told(capsys).splitlines()) == rows


@pytest.mark.parametrize("name", every_question())
def test_every_question_can_be_asked_in_every_form(
    ask: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ask, name, "--format", "csv"]) == 0
    lines = list(csv.DictReader(io.StringIO(told(capsys))))
    assert run([*ask, name, "--format", "json"]) == 0
    objects = [json.loads(line) for line in told(capsys).splitlines()]
    assert len(lines) == len(objects)
    assert all(list(row) == list(every_question()[name].columns) for row in (*lines, *objects))


def test_a_table_is_for_people(ask: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ask, "portfolio/customers", "search=zonneveer"]) == 0
    assert "Zonneveer Logistiek B.V." in told(capsys)


def test_ask_keeps_to_the_viewer_the_settings_name(
    ask: list[str], as_ada: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ask, "portfolio/customers", "sort_by=name", "descending=false", "--format", "json"]) == 0
    assert [json.loads(line)["tenant_id"] for line in told(capsys).splitlines()] == [A, B]
    assert run([*ask, "adoption/ledger", f"tenant={C}", "--format", "json"]) == 0
    assert told(capsys) == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["adoption/mood"], "There is no question “adoption/mood”. There are: adoption/ledger, "),
        (["growth/by_month", "mood=1"], "growth/by_month takes no “mood”; it takes slice_by, and tenant, workload, "),
        (["growth/by_month", "slice_by=mood"], "slice_by is “mood”; expected one of all, workload, segment"),
        (["adoption/ledger", "tenant=A"], "tenant is “A”; expected a tenant ID (GUID)."),
        (["adoption/ledger", "tenant="], "tenant is “”; expected a tenant ID (GUID)."),
        (["adoption/ledger", "workload=mood"], "workload is “mood”; expected a code such as EXO or a name"),
        (["adoption/ledger", "workload="], "workload is “”; expected a code such as EXO or a name"),
        (["adoption/ledger", "start=May"], "start is “May”; expected a date such as 2026-10-01 or a month"),
        (["adoption/ledger", "end_before="], "end_before is “”; expected a date"),
        (["adoption/ledger", "mood"], "“mood” is not a parameter; expected name=value, for example start=2026-01."),
        (["portfolio/customers", "descending=maybe"], "descending is “maybe”; expected true or false."),
        (["portfolio/customers", "page_size=many"], "page_size is “many”; expected a whole number."),
        (["portfolio/customers", "search=\udcff"], "expected text."),
    ],
)
def test_what_cannot_be_answered_ends_in_a_sentence_and_2(
    ask: list[str], arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ask, *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["mood"], ["ask"], ["ask", "adoption/ledger", "--mood"], ["status", "mood"], []])
def test_commands_that_do_not_exist_end_in_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    assert "usage: python -m data_access" in capsys.readouterr().err


def test_before_the_first_import_there_is_a_sentence(
    tmp_workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_workspace.root)]
    assert run(["ask", "growth/by_month", *data]) == 2
    assert "Nothing has been imported yet." in capsys.readouterr().err
    assert run(["ask", "growth/by_month", "workload=EXO", *data]) == 2
    assert "Nothing has been imported yet." in capsys.readouterr().err
    assert run(["status", *data]) == 0
    assert "Nothing has been imported yet." in told(capsys)
    assert run(["status", "--json", *data]) == 0
    assert json.loads(told(capsys))["sources"] == []
    assert not tmp_workspace.root.exists(), "asking changes nothing"


def test_a_spreadsheet_gets_no_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@sum(a1)",
        "\t=1",
        "\r=1",
        "harmless = 1",
        '"quoted", with comma',
        "<b>",
    ]
    customers = [
        {"tenant_id": f"00000000-0000-0000-0000-{number:012}", "name": name} for number, name in enumerate(names, 1)
    ]
    uses = [Use(number, "EXO", 0, number, 20, date(2025, 1, 1)) for number in range(1, len(names) + 1)]
    warehouse(tmp_path, Import(uses), Import(format="own_customers", customers=customers)).close()
    asked = ["ask", "portfolio/customers", "--data", str(tmp_path), "sort_by=mau", "descending=false", "--format"]
    assert run([*asked, "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(told(capsys), newline="")))
    assert [row["name"] for row in rows] == [*("'" + name for name in names[:6]), *names[6:]]
    assert [row["trend"] for row in rows][:2] == ["1", "2"], "a list becomes plain text"
    assert run([*asked, "json"]) == 0
    assert [json.loads(line)["name"] for line in told(capsys).splitlines()] == names, "a script gets what is there"


def test_status_says_what_is_served_and_how_fresh_it_is(
    tiny_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tiny_workspace.root)]
    assert run(["status", "--json", *data]) == 0
    status = json.loads(told(capsys))
    assert (status["workspace"], status["imports"], status["is_sample"]) == (str(tiny_workspace.root), 6, False)
    assert [(one["source"], one["last_month"]) for one in status["sources"]] == [
        ("CPOR usage", "2026-10-01"),
        ("OfficeUsage", "2026-10-01"),
    ]
    for today, state in (("2026-12-20", "on time"), ("2026-12-21", "late")):
        monkeypatch.setenv("CPOR_TODAY", today)
        current_settings.cache_clear()
        assert run(["status", *data]) == 0
        said = told(capsys).splitlines()
        assert said[0].endswith("6 imports in force.")
        assert said[1] == f"CPOR usage: usage to Oct 2026, next expected 2026-12-20, {state}."
    monkeypatch.undo()
    current_settings.cache_clear()


def test_questions_are_listed_with_what_they_take_and_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["questions"]) == 0
    lines = told(capsys).splitlines()
    assert [line.split()[0] for line in lines] == list(every_question())
    assert run(["questions", "--json"]) == 0
    listed = {one["question"]: one for one in map(json.loads, told(capsys).splitlines())}
    months = listed["growth/by_month"]
    assert months["takes"] == ["slice_by", "tenant", "workload", "start", "end_before"]
    assert months["columns"][:3] == ["month", "slice", "mau"]
    assert months["answers"].endswith("?")


def test_a_data_folder_can_also_be_set(
    tiny_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CPOR_DATA_DIR", str(tiny_workspace.root))
    current_settings.cache_clear()
    assert run(["ask", "growth/bridge", "--format", "json"]) == 0
    assert json.loads(told(capsys).splitlines()[-1])["closing"] == 1388
    monkeypatch.undo()
    current_settings.cache_clear()
    assert chosen_workspace().root != tiny_workspace.root
