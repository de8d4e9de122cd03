"""How did a score's points develop against the line?"""

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.palette import ACCENT, NEUTRAL, faded


def score_history(frame: pl.DataFrame, *, height: int = theme.HEIGHT) -> go.Figure:
    """Known points as bars, points that unknown metrics could add as pale ones, the line across.

    Frame: `month`, `known_points`, `possible_points`, `line_points`, one row a month in order.
    """
    if frame.is_empty():
        return theme.empty_figure(height=height)
    months = rows.values(frame, "month")
    known, possible = rows.values(frame, "known_points"), rows.values(frame, "possible_points")
    traces = [
        {
            "type": "bar",
            "name": "Known points",
            "x": months,
            "y": known,
            "marker": {"color": ACCENT},
            "hovertemplate": "%{y:.1f} points known<extra></extra>",
        },
        {
            "type": "bar",
            "name": "Unknown metrics, at most",
            "x": months,
            "y": [most - sure for most, sure in zip(possible, known, strict=True)],
            "marker": {"color": faded(NEUTRAL, 0.25)},
            "hovertemplate": "up to %{y:.1f} more once entered<extra></extra>",
        },
        {
            "type": "scatter",
            "mode": "lines",
            "name": "The line",
            "x": months,
            "y": rows.values(frame, "line_points"),
            "line": {"color": NEUTRAL, "width": 1.6, "dash": "dot"},
            "hovertemplate": "line at %{y:.0f}<extra></extra>",
        },
    ]
    layout = {
        "barmode": "stack",
        "xaxis": theme.month_axis(months, edge_days=16),
        "yaxis": {"range": [0, 100], "title": {"text": "Points"}},
        "legend": {"orientation": "h", "y": 1.15, "x": 0},
        "margin": {"l": 8, "r": 8, "t": 36, "b": 8},
    }
    return theme.drawn(traces, layout, height=height)
