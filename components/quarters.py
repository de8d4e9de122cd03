"""How do months become fiscal quarters without a mean of ratios?"""

from dataclasses import dataclass

import polars as pl

from components.answer import Answer


@dataclass(frozen=True, slots=True)
class Quarterly:
    """An answer rolled up to fiscal quarters, under a key of its own."""

    frame: pl.DataFrame
    key: str
    question: str


def by_quarter(months: Answer) -> Quarterly:
    """growth/by_month by quarter: levels are the quarter's last month, new units its sum.

    Quarters of Microsoft's fiscal year are calendar quarters. A quarter is shown once its last month is known.
    """
    frame = (
        months.frame.sort("month")
        .group_by(pl.col("month").dt.truncate("1q"), "slice", maintain_order=True)
        .agg(
            pl.col("mau", "pau", "usage_share").last(),
            pl.when(pl.col("new_units").is_not_null().any()).then(pl.col("new_units").sum()).alias("new_units"),
            pl.col("is_complete").last(),
            pl.len().alias("months"),
        )
        .filter(pl.col("months") == 3)
        .drop("months")
    )
    return Quarterly(frame, f"{months.key}/quarter", months.question)
