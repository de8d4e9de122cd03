"""Is every question one static file with a name, a grain, a contract, a viewer and a test?"""

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
import sqlglot
from sqlglot import exp

import data_access
from data_access.contract import SCOPE_NAMES, Question
from data_access.stacked import StackedQuestion
from data_access.statements import placeholders, statement
from tests.architecture.tree import ROOT, name_of, question_files, question_name, way_files

# Which customers there are cannot be told from these: months, files and words, the same for every viewer.
WITHOUT_CUSTOMERS = {"freshness", "import_log", "months", "workloads", "rule_growth", "rule_milestone_periods"} | {
    "rule_milestones"
}
VISIBLE = {"visible_customers", "visible_groups"}

NARROWING = placeholders(statement("visible"))

FILES = question_files()
WAYS = way_files()


@cache
def questions() -> dict[str, Question]:
    """Every question that a module of data_access declares, by its name."""
    modules = [
        import_module(module.name)
        for module in walk_packages(data_access.__path__, "data_access.")
        if not module.name.endswith("__main__")
    ]
    declared = [value for module in modules for value in vars(module).values() if isinstance(value, Question)]
    return {question.name: question for question in declared if "/" in question.name}


def tables_in(sql: str) -> set[str]:
    """The relations a statement reads, without those it makes itself."""
    statement = sqlglot.parse_one(sql, read="duckdb")
    made = {cte.alias for cte in statement.find_all(exp.CTE)}
    return {table.name for table in statement.find_all(exp.Table)} - made


def header_of(sql: str) -> str:
    """The comment lines before the first word of SQL."""
    lines = re.match(r"(?:--[^\n]*\n)*", sql)
    return lines[0] if lines else ""


def test_files_and_declared_questions_are_the_same() -> None:
    assert sorted(questions()) == sorted(map(question_name, FILES))


@pytest.mark.parametrize("file", [*FILES, *WAYS], ids=name_of)
def test_header_says_what_it_answers_and_at_which_grain(file: Path) -> None:
    header = header_of(file.read_text(encoding="utf-8"))
    first = header.partition("\n")[0].removeprefix("--").strip()
    assert len(first.split()) >= 3, "the first line says what the question answers"
    assert re.search(r"Grain:(?:\*\*)? +\w", header), "the header says the grain after **Grain:**"


@pytest.mark.parametrize("file", [*FILES, *WAYS], ids=name_of)
def test_body_starts_with_with_so_that_the_door_can_put_the_viewer_before_it(file: Path) -> None:
    sql = file.read_text(encoding="utf-8")
    assert sql.removeprefix(header_of(sql)).lstrip().startswith("with ")


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_customers_come_through_what_the_viewer_may_see(file: Path) -> None:
    question = questions()[question_name(file)]
    # What stands on an answer narrowed to the viewer is as narrow.
    stacked = (*question.ground, *question.answers) if isinstance(question, StackedQuestion) else ()
    below = {one.relation for one in stacked}
    read = tables_in(file.read_text(encoding="utf-8"))
    assert read & (VISIBLE | below) or read <= WITHOUT_CUSTOMERS


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_what_is_added_up_over_everybody_is_for_the_whole_book(file: Path) -> None:
    read = tables_in(file.read_text(encoding="utf-8"))
    assert not [table for table in read if table.startswith("book_") or table == "opportunity_sums"]


@pytest.mark.parametrize("file", WAYS, ids=name_of)
def test_another_way_answers_a_question_that_there_is(file: Path) -> None:
    general = file.with_name(f"{file.stem.partition('.')[0]}.sql").read_text(encoding="utf-8")
    own, shared = (placeholders(text) for text in (file.read_text(encoding="utf-8"), general))
    if file.stem.endswith(".whole_book"):
        # What it does not bind must not be chosen; whom the viewer may see plays no part.
        assert not own & NARROWING
    else:
        assert file.stem.endswith(".customer")
        assert shared - NARROWING <= own
        assert tables_in(file.read_text(encoding="utf-8")) & VISIBLE


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_contract_names_the_parameters_the_text_binds(file: Path) -> None:
    question = questions()[question_name(file)]
    assert question.binds - SCOPE_NAMES == question.parameters.keys()


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_question_has_a_test(file: Path) -> None:
    name = question_name(file)
    spelled = re.compile(rf"""["']{name}["']|\b{name.replace("/", r"[./]")}\b""")
    tests = [test for test in (ROOT / "tests").rglob("test_*.py") if test.parent.name != "architecture"]
    assert any(spelled.search(test.read_text(encoding="utf-8")) for test in tests), f"no test asks {name}"
