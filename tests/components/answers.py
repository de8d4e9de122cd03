"""An answer as the door would give it."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Given:
    """Rows under a key."""

    frame: pl.DataFrame
    key: str = "key"
    question: str = "test/given"
