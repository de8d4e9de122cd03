"""How does a frame leave as CSV without becoming a program in somebody's spreadsheet?"""

import polars as pl

_STARTS_A_FORMULA = r"^[=+\-@\t\r]"


def defused(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with text that a spreadsheet would run prefixed by an apostrophe; lists become plain text."""
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    flat = frame.with_columns(pl.col(name).cast(pl.List(pl.String)).list.join(" ") for name in lists)
    return flat.with_columns(
        pl.when(pl.col(pl.String).str.contains(_STARTS_A_FORMULA))
        .then(pl.lit("'") + pl.col(pl.String))
        .otherwise(pl.col(pl.String))
        .name.keep()
    )
