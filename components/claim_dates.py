"""How do days read in a table of one's own columns?"""

import polars as pl
from streamlit import column_config as cc
from streamlit.elements.lib.column_types import ColumnConfig


def day_columns(frame: pl.DataFrame) -> dict[str, ColumnConfig]:
    """Every date column as a day without the ambiguity of slashes."""
    return {name: cc.DateColumn(format="D MMM YYYY") for name, kind in frame.schema.items() if kind == pl.Date}
