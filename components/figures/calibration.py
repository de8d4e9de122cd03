"""Did what we gave a probability happen as often as we said?"""

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.palette import ACCENT, NEUTRAL, faded


def calibration(frame: pl.DataFrame, *, height: int = 340) -> go.Figure:
    """Predicted across, observed up, bubble area = cases; on the diagonal the promise was kept.

    Frame: `predicted_share`, `observed_share`, `evidence_count`, one row per band of probability.
    """
    if frame.is_empty():
        return theme.empty_figure("Not enough past cases to judge.", height=height)
    cases = [max(count or 0, 0) for count in rows.values(frame, "evidence_count")]
    diagonal = {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 1],
        "y": [0, 1],
        "line": {"color": NEUTRAL, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }
    bands = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": rows.values(frame, "predicted_share"),
        "y": rows.values(frame, "observed_share"),
        "customdata": cases,
        "line": {"color": ACCENT, "width": 1.4},
        "marker": {
            "color": faded(ACCENT, 0.35),
            "size": cases,
            "sizemode": "area",
            "sizeref": 2 * max([*cases, 1]) / 26**2,
            "sizemin": 5,
            "line": {"color": ACCENT, "width": 1.4},
        },
        "hovertemplate": "Said %{x:.0%}, happened %{y:.0%}<br>%{customdata:,} cases<extra></extra>",
    }
    layout = {
        "xaxis": theme.value_axis("predicted_share", range=[0, 1.03]),
        "yaxis": theme.value_axis("observed_share", range=[0, 1.03]),
        "annotations": [theme.note("as promised", 0.9, 0.94, xanchor="right")],
    }
    return theme.drawn([diagonal, bands], layout, height=height)
