"""Does `import` on the command line end with the right code, and say what it did to people and scripts?"""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data_access.commands import run
from data_access.settings import current_settings
from tests.data_access.importing.desk import CPOR, ONE, TODAY, TWO, Desk, cpor, table

Import = Callable[..., int]


@pytest.fixture
def bring(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Import]:
    monkeypatch.setenv("CPOR_TODAY", TODAY.isoformat())
    monkeypatch.setenv("CPOR_THREADS", "1")
    current_settings.cache_clear()
    yield lambda *words: run(["import", "--data", str(desk.workspace.root), *map(str, words)])
    monkeypatch.undo()
    current_settings.cache_clear()


def test_refused_rows_do_not_fail_the_import(desk: Desk, bring: Import, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk.file(table(CPOR, cpor(), cpor(tenant=TWO, mau="=1+1"), cpor(mau=-1)))
    refused = desk.folder / "refused.csv"
    assert bring(file, "--refused", refused) == 0
    assert capsys.readouterr().out == "export.csv: CPOR - Microsoft 365 usage: 1 rows, 2 refused.\n"
    with refused.open(newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [(row["file"], row["line"], row["column"], row["value"]) for row in rows] == [
        ("export.csv", "3", "MonthlyActiveUsers", "'=1+1"),
        ("export.csv", "4", "MonthlyActiveUsers", "'-1"),
    ]
    assert rows[0]["reason"] == "expected a number such as 12762 or 12,762"


def test_nothing_usable_ends_with_two(desk: Desk, bring: Import, capsys: pytest.CaptureFixture[str]) -> None:
    refused = desk.folder / "refused.csv"
    assert bring(desk.file(table(CPOR, cpor(mau=-1))), "--refused", refused) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("export.csv: No row of export.csv")
    assert len(refused.read_text().splitlines()) == 2
    assert desk.workspace.publication().snapshot is None


def test_each_file_is_atomic_by_itself(desk: Desk, bring: Import) -> None:
    good, bad = desk.file(table(CPOR, cpor()), "a/export.csv"), desk.file("x", "b/export.csv")
    assert bring(good, bad) == 2
    assert len(desk.workspace.publication().imports) == 1


def test_json_is_one_object_a_file(desk: Desk, bring: Import, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = desk.file(table(CPOR, cpor(workload="Loop")), "good.csv"), desk.file("x", "bad.csv")
    assert bring(good, bad, "--json", "--as-of", "2026-11-18", "--dry-run") == 2
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert {name: first[name] for name in ("file", "usable", "known", "format", "rows_kept", "as_of_on")} == {
        "file": "good.csv",
        "usable": True,
        "known": False,
        "format": "cpor_usage",
        "rows_kept": 1,
        "as_of_on": "2026-11-18",
    }
    assert first["unknown_workloads"] == ["Loop"]
    assert (second["usable"], second["sentence"].startswith("bad.csv has no header")) == (False, True)
    assert desk.workspace.publication().snapshot is None


def test_the_tenant_of_a_graph_report(desk: Desk, bring: Import, capsys: pytest.CaptureFixture[str]) -> None:
    text = table("Report Refresh Date,Teams Active,Teams Inactive,Report Period", "2026-09-30,1,0,30")
    file = desk.file(text)
    assert bring(file, "--dry-run") == 2
    assert "--tenant GUID" in capsys.readouterr().err
    assert bring(file, "--dry-run", "--tenant", ONE.upper()) == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Name at least one file to import: python -m data_access import FILE..."),
        (["x.csv", "--as-of", "soon"], "--as-of is “soon”; expected a date such as 2026-11-18."),
        (["x.csv", "--tenant", "acme"], "tenant is “acme”; expected a tenant ID (GUID)."),
        (["x.csv"], "x.csv: x.csv: expected a file, but there is none at this path."),
        (["--job", "f00"], "There is no such import job any more."),
    ],
)
def test_mistakes_end_with_two_and_a_sentence(
    bring: Import, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert bring(*words) == 2
    assert capsys.readouterr().err == f"{sentence}\n"


def test_refusals_that_cannot_be_written_stop_the_import_before_it_begins(desk: Desk, bring: Import) -> None:
    assert bring(desk.file(table(CPOR, cpor())), "--refused", Path(desk.folder) / "no" / "such.csv") == 2
    assert desk.workspace.publication().snapshot is None


def test_whoever_may_not_import_is_told(
    desk: Desk, bring: Import, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CPOR_ROLE", "executive")
    current_settings.cache_clear()
    assert bring(desk.file(table(CPOR, cpor()))) == 2
    assert capsys.readouterr().err == "Only an incentives admin brings files in or takes them back.\n"
