"""Which months on screen has some source not delivered yet? A quiet band says so where the drop would mislead."""

from datetime import timedelta

import polars as pl

from components.figures import rows, theme
from components.figures.palette import NEUTRAL, faded
from domain.periods import plus_months

_FILL = faded(NEUTRAL, 0.14)


def incomplete_bands(frame: pl.DataFrame, *, axis: str = "", are_bars: bool = False) -> list[theme.Layout]:
    """One band from the last complete month on; nothing where every month is complete or nobody knows.

    Frame: `month` and optionally `is_complete`. `axis` is the number of the panel's axes, empty for the first.
    """
    if frame.is_empty() or "is_complete" not in frame.columns:
        return []
    late = rows.months_of(frame.filter(~pl.col("is_complete")))
    if not late:
        return []
    # Between two points of a line lies the change that is not to be believed; a bar stands for itself.
    start = late[0] - timedelta(days=15) if are_bars else plus_months(late[0], -1)
    end = late[-1] + timedelta(days=15 if are_bars else 4)
    return [
        {
            "type": "rect",
            "xref": f"x{axis}",
            "yref": f"y{axis} domain",
            "x0": start.isoformat(),
            "x1": end.isoformat(),
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"width": 0},
            "fillcolor": _FILL,
            "label": {"text": "incomplete", "textposition": "bottom right", "font": {"size": 11}},
        }
    ]
