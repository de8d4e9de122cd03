"""Who is who in `sample_data/tiny`, and its answers worked by hand (see ANSWERS.md there)."""

from pathlib import Path

import polars as pl

import sample_data
from domain.scope import Role, Viewer

A = "aaaaaaaa-0001-4a01-8a01-000000000001"
B = "bbbbbbbb-0002-4b02-8b02-000000000002"
C = "cccccccc-0003-4c03-8c03-000000000003"

ADA = Viewer("am-01", Role.ACCOUNT_MANAGER)
BRAM = Viewer("am-02", Role.ACCOUNT_MANAGER)
NORTH = Viewer("lead", Role.SALES_LEAD, "North Europe")
SOUTH = Viewer("lead", Role.SALES_LEAD, "Central and South Europe")

_EXPECTED = Path(sample_data.__file__).parent / "tiny" / "expected"


def by_hand(name: str, answer: pl.DataFrame) -> pl.DataFrame:
    """The expected file in the answer's types; shares have six decimals there."""
    header = (_EXPECTED / f"{name}.csv").read_text().partition("\n")[0].split(",")
    return pl.read_csv(_EXPECTED / f"{name}.csv", schema_overrides={column: answer.schema[column] for column in header})


def as_by_hand(answer: pl.DataFrame, expected: pl.DataFrame) -> pl.DataFrame:
    return answer.select(expected.columns).with_columns(pl.col(pl.Float64).round(6))
