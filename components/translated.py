"""How do codes in a column become words, without Polars calling Python?"""

from collections.abc import Callable

import polars as pl


def in_words(frame: pl.DataFrame, says: Callable[[str], str], *columns: str) -> pl.DataFrame:
    """The frame with these columns' codes said in words; null stays null.

    Never by `map_elements`: there a thread of Polars' pool waits for Python's lock, while a thread that holds the lock
    (Streamlit turning a frame into a table does) waits for the pool. Two sessions are enough to stop the whole process.
    """
    return frame.with_columns(
        pl.Series(name, [None if code is None else says(code) for code in frame[name]], dtype=pl.String)
        for name in columns
    )
