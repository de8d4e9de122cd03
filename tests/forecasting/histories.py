"""Small portfolios whose right answer can be seen."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from domain.periods import plus_months

FIRST = date(2024, 1, 1)


def series(name: str, users: Sequence[float | None], licences: float | Sequence[float] | None = 100) -> pl.DataFrame:
    """One history from January 2024 on; `licences` for all months, per month, or none."""
    count = len(users)
    seats = list(licences) if isinstance(licences, Sequence) else [licences] * count
    columns = {
        "unique_id": [name] * count,
        "month": [plus_months(FIRST, i) for i in range(count)],
        "mau": users,
        "pau": seats,
    }
    return pl.DataFrame(columns, schema_overrides={"mau": pl.Float64, "pau": pl.Float64})
