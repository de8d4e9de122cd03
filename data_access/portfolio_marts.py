"""How is the portfolio's table prepared when a snapshot is built, so that a page of it costs little at any size?"""

import duckdb

from data_access.engine import build

MARTS = ("portfolio_series", "portfolio_spans", "portfolio_steps", "portfolio_standing")
"""In the order they are built; each needs only those before it, the incentive marts and the signal marts."""


def build_portfolio_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Compute every portfolio mart in this connection's database."""
    for mart in MARTS:
        build(connection, f"marts_portfolio/{mart}")
