"""What does the whole book answer at once, so that who sees all of it waits no longer with more customers?

A question's text of the whole book reads these (ways.py).
"""

import duckdb

from data_access.engine import build

MARTS = ("book_months", "book_bridge", "book_cohorts", "book_customers", "book_customer_months", "book_options")
"""In the order they are built; each needs only those before it and adoption's marts."""


def build_book_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Compute every mart of the whole book in this connection's database."""
    for mart in MARTS:
        build(connection, f"marts_book/{mart}")
