"""Does a question know its name, its words and its columns, and does it read parameters as people write them?"""

from datetime import date
from typing import Any

import polars as pl
import pytest

from data_access.contract import Parameter, Question, tenant_parameter, workload_parameter
from data_access.growth import BY_MONTH
from data_access.portfolio import CUSTOMERS
from data_access.questions import every_question, question_named
from domain.errors import BadInput, UnknownName
from tests.data_access.made_question import MadeQuestion
from tests.data_access.tiny_answers import A


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        (str, "a b", "a b"),
        (int, "12", 12),
        (int, 7, 7),
        (int, "-3", -3),
        (float, "0.5", 0.5),
        (bool, "true", True),
        (bool, "No", False),
        (bool, 1, True),
        (bool, False, False),
        (date, "2026-10", date(2026, 10, 1)),
        (date, "2026-10-15", date(2026, 10, 15)),
        (date, date(2026, 10, 15), date(2026, 10, 15)),
        (("up", "down"), "up", "up"),
        (int, None, None),
        (("up", "down"), None, None),
    ],
)
def test_parameters_are_read_as_people_write_them(kind: Any, written: Any, read: Any) -> None:
    found = Parameter(kind).read("it", written)
    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (int, "many", "a whole number"),
        (int, "1.5", "a whole number"),
        (int, 2.5, "a whole number"),
        (int, 2**63, "a whole number"),
        (int, True, "a whole number"),
        (float, "half", "a number"),
        (bool, "maybe", "true or false"),
        (date, "2026-13", "a date such as 2026-10-01 or a month such as 2026-10"),
        (date, "10/2026", "a date such as"),
        (date, "", "a date such as"),
        (str, "\udcff", "text"),
        (("up", "down"), "Up", "one of up, down"),
    ],
)
def test_anything_else_is_refused_with_what_was_expected(kind: Any, written: Any, expected: str) -> None:
    with pytest.raises(BadInput) as refused:
        Parameter(kind).read("it", written)
    assert refused.value.sentence.startswith("it is “")
    assert f"expected {expected}" in refused.value.sentence


def test_a_question_takes_its_own_parameters_with_their_defaults() -> None:
    assert BY_MONTH.values({}) == {"slice_by": "all"}
    given = CUSTOMERS.values({"search": "a", "page_size": "5"})
    assert given == {
        "search": "a",
        "sort_by": "mau",
        "descending": True,
        "skip_rows": 0,
        "page_size": 5,
        "returns_share": 0.1,
    }
    with pytest.raises(UnknownName, match="growth/bridge takes no “slice_by”; it takes no parameters of its own, and"):
        question_named("growth/bridge").values({"slice_by": "all"})


def test_words_in_comments_are_not_bound() -> None:
    text = "-- What? Not $this.\nwith t as (select $that as a) -- nor $those\nselect * from t where b > $that"
    made = MadeQuestion("tests/made", {}, sql=text)
    assert made.binds == {"that"}
    assert made.title == "What? Not $this."


def test_an_answer_has_exactly_the_promised_columns() -> None:
    promised = Question("tests/made", {"a": pl.Int64, "b": pl.List(pl.Int64)})
    good = pl.DataFrame({"a": [1], "b": [[1]]})
    promised.check(good)
    promised.check(good.clear())
    for bad in (good.select("b", "a"), good.select("a"), good.with_columns(c=1), good.with_columns(a=pl.lit(1.0))):
        with pytest.raises(TypeError, match="tests/made answered"):
            promised.check(bad)


@pytest.mark.parametrize("written", [A, A.upper(), f" {A} ", f"{{{A}}}"])
def test_a_tenant_has_one_spelling(written: str) -> None:
    assert tenant_parameter(written) == A


@pytest.mark.parametrize("written", ["", "A", "1234", f"{A}0", "zzzzzzzz-0001-4a01-8a01-000000000001", "' or 1=1"])
def test_what_is_no_tenant_is_refused(written: str) -> None:
    with pytest.raises(BadInput, match=r"expected a tenant ID \(GUID\)"):
        tenant_parameter(written)


def test_a_workload_is_a_code_a_name_or_the_datas_own() -> None:
    assert [workload_parameter(text) for text in ("EXO", "exchange online", "Teams Meetings", "AADP")] == [
        "EXO",
        "EXO",
        "TEAMS_MEETINGS",
        "AADP",
    ]
    assert workload_parameter("Loop Workspaces", frozenset({"Loop Workspaces"})) == "Loop Workspaces"
    for unknown in ("Loop Workspaces", "", "exo; drop"):
        with pytest.raises(BadInput, match="expected a code such as EXO or a name such as Exchange Online"):
            workload_parameter(unknown)


def test_questions_have_their_names() -> None:
    known = every_question()
    assert list(known) == sorted(known)
    assert all(question.name == name and question.title for name, question in known.items())
    with pytest.raises(UnknownName, match=r"There is no question “adoption/mood”. There are: adoption/ledger, "):
        question_named("adoption/mood")


def test_the_questions_scripts_rely_on_keep_their_names_and_columns() -> None:
    promised = {
        "adoption/ledger": "tenant_id workload month mau pau usage_share prior_hwm starting_hwm new_units claim_id",
        "portfolio/customers": "tenant_id",
        "growth/by_month": "month mau pau usage_share new_units",
        "growth/bridge": "month opening newly_associated expansion contraction lost closing",
        "imports/history": "",
        "imports/freshness": "",
    }
    for name, columns in promised.items():
        assert set(columns.split()) <= set(question_named(name).columns)
    assert "slice_by" in question_named("growth/by_month").parameters
