"""How many of the claims in each state are past their clock?"""

from collections.abc import Mapping

import polars as pl


def with_overdue(funnel: pl.DataFrame, overdue: Mapping[str, int]) -> pl.DataFrame:
    """`associations/funnel` with `overdue_count`, in the order of a claim's life.

    >>> frame = pl.DataFrame({"state": ["Draft", "Approved"], "claims_count": [3, 9], "position": [1, 5]})
    >>> with_overdue(frame, {"Draft": 2})["overdue_count"].to_list()
    [2, 0]
    """
    counts = [overdue.get(state, 0) for state in funnel["state"]]
    return funnel.with_columns(pl.Series("overdue_count", counts, dtype=pl.Int64)).sort("position")
