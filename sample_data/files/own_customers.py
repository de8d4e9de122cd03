"""What does our own customers file hold? Account managers and teams, which no Microsoft export carries."""

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.files.headers import header

FILE_NAME = "customers.csv"
HEADER = header("own_customers")

_FORGOTTEN_SHARE = 0.015
"""So many customers nobody has entered yet: they are known by their usage only."""


def rows(book: Book) -> pl.DataFrame:
    """One row per customer."""
    chunk = book.companies
    frame = pl.DataFrame(
        {
            "tenant_id": chunk.tenant_ids,
            "name": chunk.names,
            "domain": chunk.domains,
            "segment": [chunk.segment(at) for at in range(chunk.size)],
            "country": [country.name for country in chunk.countries],
            "account_manager_id": [manager.id for manager in chunk.managers],
            "account_manager": [manager.name for manager in chunk.managers],
            "team": [manager.team for manager in chunk.managers],
        }
    )
    return frame.filter(np.logical_not(book.draws(70).chance(_FORGOTTEN_SHARE, chunk.size)))
