"""Is a targets file read row by row, and every wrong row told by its line?"""

from datetime import date
from decimal import Decimal

import pytest

from data_access.targets import Target
from data_access.targets_file import EXAMPLE, read_targets
from domain.errors import BadInput

HEADER = "quarter,counts,target,account_manager_id,team\n"
QUARTER = date(2026, 10, 1)


def test_the_example_names_partner_team_and_manager() -> None:
    read = read_targets(EXAMPLE.encode(), managers=["am-01"], teams=["North"])
    assert read.refused == ()
    assert read.targets == (
        Target(QUARTER, "new_units", Decimal(12000)),
        Target(QUARTER, "reported_usd", Decimal(250000)),
        Target(QUARTER, "new_units", Decimal(4000), team="North"),
        Target(QUARTER, "new_units", Decimal(900), "am-01"),
    )


@pytest.mark.parametrize("quarter", ["FY27 Q2", "fy2027-q2", "2026-10-01", "2026-10"])
def test_a_quarter_is_said_in_several_ways(quarter: str) -> None:
    (one,) = read_targets(f"{HEADER}{quarter},new_units,1,,".encode()).targets
    assert one.quarter == QUARTER


def test_a_file_of_another_excel_is_read_alike() -> None:
    text = "Team;Target;Counts;Quarter\r\nNord;1.234,50;REPORTED_USD;FY27 Q1\r\n;;;\r\n"
    read = read_targets(text.encode("utf-8-sig"))
    assert read.targets == (Target(date(2026, 7, 1), "reported_usd", Decimal("1234.50"), team="Nord"),)
    assert read.refused == ()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("FY27 Q5,new_units,1,,", "Line 3: quarter is “FY27 Q5”; expected a fiscal quarter such as FY27 Q2"),
        ("2026-11-01,new_units,1,,", "Line 3: 2026-11-01 does not begin a quarter"),
        ("FY27 Q2,smiles,1,,", "Line 3: counts is “smiles”; expected reported_usd or new_units"),
        ("FY27 Q2,new_units,many,,", "Line 3: target is “many”; expected a number"),
        ("FY27 Q2,new_units,-1,,", "Line 3: A target cannot be below zero"),
        ("FY27 Q2,new_units,1e99,,", "Line 3: target is “1e99”; expected a number"),
        ("FY27 Q2,new_units,1000000000000,,", "Line 3: A target must be below"),
        ("FY27 Q2,new_units,1,am-01,North", "Line 3: it names an account manager and a team"),
        ("FY27 Q2,new_units,1,am-99,", "Line 3: account_manager_id is “am-99”, whom no customer belongs to"),
        ("FY27 Q2,new_units,1,,Nowhere", "Line 3: team is “Nowhere”, whom no customer belongs to"),
        ("FY27 Q2,new_units,5,,", "Line 3: line 2 sets this target already"),
        ("FY27 Q2", "Line 3: counts is “”; expected"),
    ],
)
def test_a_wrong_row_is_refused_by_itself(row: str, said: str) -> None:
    text = f"{HEADER}FY27 Q2,new_units,7,,\n{row}\n"
    read = read_targets(text.encode(), managers=["am-01"], teams=["North"])
    assert [one.amount for one in read.targets] == [7]
    (sentence,) = read.refused
    assert sentence.startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"quarter,target\n", "lacks counts. Its columns are: quarter, counts"),
        (b"", "lacks counts, quarter, target"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"x" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_what_is_no_targets_file_is_refused_whole(content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_targets(content)
