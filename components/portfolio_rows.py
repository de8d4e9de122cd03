"""How do a customer's next step, claims and rank read in a line of the portfolio?"""

import polars as pl

from domain.wording import exact
from domain.workloads import workload_name


def portfolio_rows(frame: pl.DataFrame) -> pl.DataFrame:
    """portfolio/customers with `next_milestone` (users missing, step, workload) and `claims` in words."""
    rows = frame.select("next_workload", "next_step", "users_to_next", "claim_state", "claims_count").to_dicts()
    return frame.with_columns(
        pl.Series("next_milestone", [_step(row) for row in rows], dtype=pl.String),
        pl.Series("claims", [_claims(row) for row in rows], dtype=pl.String),
    )


def _step(row: dict[str, str | int | None]) -> str | None:
    if row["next_step"] is None or row["users_to_next"] is None:
        return None
    return f"{exact(int(row['users_to_next']))} to {row['next_step']}%, {workload_name(str(row['next_workload']))}"


def _claims(row: dict[str, str | int | None]) -> str | None:
    if row["claim_state"] is None:
        return None
    others = int(row["claims_count"] or 0) - 1
    return f"{row['claim_state']} (+{others})" if others else str(row["claim_state"])
