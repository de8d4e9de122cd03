"""Is what cannot be meant refused row by row, with line, column, value and reason, while the rest goes in?"""

import polars as pl
import pytest

from tests.data_access.importing.desk import CPOR, ONE, Desk, cpor, receipt, refusals, table, values

GUID = "expected a tenant ID (GUID) such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301"
DATE = "expected a date such as 2022-06-01, 20220601, 6/1/2022, 01.06.2022 or Jun-22"


@pytest.mark.parametrize(
    ("cells", "column", "value", "reason"),
    [
        ({"tenant": "contoso.com"}, "CustomerTenantId", "contoso.com", GUID),
        ({"tenant": f"{ONE}0"}, "CustomerTenantId", f"{ONE}0", GUID),
        ({"tenant": ""}, "CustomerTenantId", "", "is missing; every row needs it"),
        ({"tenant": " \u00a0"}, "CustomerTenantId", " \u00a0", "is missing; every row needs it"),
        ({"workload": " "}, "WorkloadName", " ", "is missing; every row needs it"),
        ({"month": ""}, "Date", "", "is missing; every row needs it"),
        ({"mau": -1}, "MonthlyActiveUsers", "-1", "expected zero or more; users cannot be negative"),
        ({"mau": "144.5"}, "MonthlyActiveUsers", "144.5", "expected a whole number; users cannot be fractional"),
        ({"pau": "many"}, "PaidAvailableUnits", "many", "expected a number such as 12762 or 12,762"),
        (
            {"pau": "18%"},
            "PaidAvailableUnits",
            "18%",
            "expected a whole number of users, without a currency or percent sign",
        ),
        ({"mau": 10**12}, "MonthlyActiveUsers", "1000000000000", "expected a number of users below a million million"),
        ({"month": 20261201}, "Date", "20261201", "is a month in the future; today is 2026-11-23"),
        ({"month": "soon"}, "Date", "soon", DATE),
        ({"month": 20260231}, "Date", "20260231", "expected a date that exists, such as 2022-06-01"),
        (
            {"associated": "31/31/2026"},
            "DateAssociated",
            "31/31/2026",
            "expected a date that exists, such as 2022-06-01",
        ),
        (
            {"mau": "", "pau": ""},
            "MonthlyActiveUsers or PaidAvailableUnits",
            "",
            "is missing; every row needs it or its alternative",
        ),
    ],
)
def test_a_row_is_refused_alone(desk: Desk, cells: dict[str, object], column: str, value: str, reason: str) -> None:
    outcome = desk.look(table(CPOR, cpor(), cpor(**cells), cpor(month=20260801)))
    assert refusals(outcome) == [(3, column, value, reason)]
    assert (receipt(outcome)["rows_read"], receipt(outcome)["rows_kept"]) == (3, 2)
    assert len(values(outcome, "month")) == 2


def test_the_month_still_running_is_no_future(desk: Desk) -> None:
    assert refusals(desk.look(table(CPOR, cpor(month=20261101)))) == []


def test_a_row_is_refused_once_for_the_first_thing_wrong(desk: Desk) -> None:
    outcome = desk.look(table(CPOR, cpor(), cpor(tenant="x", mau=-1, month="never")))
    assert refusals(outcome) == [(3, "CustomerTenantId", "x", GUID)]


def test_ragged_lines(desk: Desk) -> None:
    short, long = "a,b", cpor() + ",more"
    outcome = desk.look(table(CPOR, short, cpor(), long, cpor(name='"closed"x')))
    assert refusals(outcome) == [
        (2, "", short, "the line has fewer cells than the header"),
        (4, "", long, "the line has more cells than the header"),
        (5, "", cpor(name='"closed"x'), "the line has an unfinished quotation mark"),
    ]
    assert receipt(outcome)["rows_kept"] == 1


def test_lines_are_those_of_the_file(desk: Desk) -> None:
    """A blank line before the header, a record of two lines and a blank line among the records."""
    text = "\n" + table(CPOR, cpor(name='"two\nlines"'), "", cpor(mau=-1), "x", cpor(mau=-2))
    outcome = desk.look(text)
    assert [(line, value) for line, _, value, _ in refusals(outcome)] == [(6, "-1"), (7, "x"), (8, "-2")]


def test_without_a_usable_row_the_refusals_are_still_told(desk: Desk) -> None:
    outcome = desk.look(table(CPOR, cpor(mau=-1), cpor(mau=-2)))
    assert not outcome.is_usable
    assert outcome.sentence == (
        "No row of export.csv (“CPOR - Microsoft 365 usage”) is usable. Line 2: MonthlyActiveUsers “-1”: expected zero "
        "or more; users cannot be negative."
    )
    assert [line for line, *_ in refusals(outcome)] == [2, 3]


def test_a_refusal_names_the_column_as_the_file_does(desk: Desk) -> None:
    outcome = desk.look(table("tenant_id,Name,Team", f"{ONE},Acme,North", "?,Beta,South"))
    assert refusals(outcome) == [(3, "tenant_id", "?", GUID)]
    assert outcome.refused().schema == {
        "file": pl.String,
        "line": pl.Int64,
        "column": pl.String,
        "value": pl.String,
        "reason": pl.String,
    }


def test_a_very_long_value_is_cut(desk: Desk) -> None:
    outcome = desk.look(table(CPOR, cpor(), cpor(mau="9" * 5_000)))
    assert [len(value) for _, _, value, _ in refusals(outcome)] == [200]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "export.csv is empty; expected a table with a header line."),
        (CPOR + "\n", "export.csv (“CPOR - Microsoft 365 usage”) has a header but no rows."),
        ("\n\n \n", "export.csv has no header line; expected the column names of a Partner Center or Graph export."),
        (
            "a,b\n1,2\n",
            "export.csv has no header this product knows. Expected a Partner Center or Microsoft Graph export, or our "
            "customers file; any other table can be mapped by hand on the imports page.",
        ),
    ],
)
def test_files_without_anything_usable(desk: Desk, text: str, sentence: str) -> None:
    assert desk.look(text).sentence == sentence


def test_a_missing_file_is_a_sentence(desk: Desk) -> None:
    (outcome,) = desk.look_into(desk.folder / "nowhere.csv")
    assert outcome.sentence == "nowhere.csv: expected a file, but there is none at this path."
