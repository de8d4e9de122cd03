"""Does a CSV leave harmless, complete and saying what it is?"""

import csv
import io
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.export import as_csv
from components.provenance import Provenance


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_starts_like_a_formula_is_defused(start: str) -> None:
    frame = pl.DataFrame({"name": [f"{start}HYPERLINK(1)"], "mau": [-5]})
    assert cells(as_csv(frame))[1] == [f"'{start}HYPERLINK(1)", "-5"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20))
def test_no_text_cell_ever_starts_like_a_formula(name: str) -> None:
    shown = cells(as_csv(pl.DataFrame({"a": ["x"], "name": [name]})))[1][1]
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown.removeprefix("'") == name.removeprefix("'") or shown == name


def test_column_names_are_defused_too() -> None:
    assert cells(as_csv(pl.DataFrame({"=cmd": [1]})))[0] == ["'=cmd"]


def test_the_head_says_filters_as_of_and_definitions() -> None:
    kept = Provenance(
        "Nov 2025 to Oct 2026; Teams", "CPOR usage to Oct 2026", "https://insights/trends?months=12M", True
    )
    frame = pl.DataFrame({"month": [date(2026, 10, 1)], "mau": [3]})
    lines = as_csv(frame, kept.lines("How does usage grow?", frame.columns)).decode("utf-8-sig").splitlines()
    assert lines[:5] == [
        "# How does usage grow?",
        "# SAMPLE DATA",
        "# Filters: Nov 2025 to Oct 2026; Teams",
        "# As of: CPOR usage to Oct 2026",
        "# View: https://insights/trends?months=12M",
    ]
    assert lines[5].startswith("# mau: MAU. Monthly active users")
    assert lines[6:] == ["month,mau", "2026-10-01,3"]


def test_a_head_cannot_break_out_of_its_line() -> None:
    assert as_csv(pl.DataFrame({"a": [1]}), ["one\n=two"]).decode("utf-8-sig").splitlines()[0] == "# one =two"


def test_unknown_stays_empty() -> None:
    assert cells(as_csv(pl.DataFrame({"a": [1, None], "b": ["x", None]})))[2] == ["", ""]
