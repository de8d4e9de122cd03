"""How does usage move over the months, and what is it made of?"""

from itertools import pairwise
from typing import Any

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.labels import end_labels
from components.figures.palette import NEUTRAL, faded, slice_colours, slice_dashes
from domain.metrics import metric as metric_of
from domain.wording import shortened
from domain.workloads import workload_name

# More lines than this and nobody can follow one: the rest stays as quiet context.
_NAMED_LINES = 8


def growth_lines(
    frame: pl.DataFrame, *, metric: str, slice_by: str = "workload", height: int = theme.HEIGHT
) -> go.Figure:
    """One line per slice, labelled at its end.

    Frame: `month`, `slice` (a workload code where `slice_by` is "workload") and the metric's column. Beyond eight
    slices the later ones are drawn quietly and unlabelled; the table has them all.
    """
    if frame.is_empty():
        return theme.empty_figure(height=height)
    months = rows.months_of(frame)
    series = {name: rows.by_month(part, metric, months) for name, part in _parts(frame).items()}
    colours = slice_colours(list(series), slice_by)
    dashes = slice_dashes(colours)
    unit = metric_of(metric).unit
    traces = []
    for at, (name, ys) in enumerate(series.items()):
        is_named = at < _NAMED_LINES
        traces.append(
            {
                "type": "scatter",
                "mode": "lines" if _has_runs(ys) else "markers",
                "name": rows.escaped(_shown(name, slice_by)),
                "x": rows.iso(months),
                "y": ys,
                "line": {
                    "color": colours[name] if is_named else faded(NEUTRAL, 0.45),
                    "width": 2.2 if is_named else 1,
                    "dash": dashes[name] if is_named else "solid",
                },
                "marker": {"color": colours[name], "size": 7},
                "hovertemplate": f"%{{y{theme.hover_format(unit)}}}",
            }
        )
    named = [(_shown(name, slice_by), ys, colours[name]) for name, ys in list(series.items())[:_NAMED_LINES]]
    layout = {
        "xaxis": theme.month_axis(months),
        "yaxis": theme.value_axis(metric),
        "hovermode": "x unified",
        "margin": {"l": 8, "r": 128, "t": 12, "b": 8},
        "annotations": end_labels(named, rows.iso(months), height),
    }
    return theme.drawn(traces, layout, height=height)


def stacked_bars(
    frame: pl.DataFrame, *, metric: str, slice_by: str = "workload", height: int = theme.HEIGHT
) -> go.Figure:
    """Parts of a whole per month. Only for metrics that add up; same frame as `growth_lines`."""
    if frame.is_empty():
        return theme.empty_figure(height=height)
    months = rows.months_of(frame)
    parts = _parts(frame)
    colours = slice_colours(list(parts), slice_by)
    dashes = slice_dashes(colours)
    unit = metric_of(metric).unit
    traces = [
        {
            "type": "bar",
            "name": rows.escaped(shortened(_shown(name, slice_by), 24)),
            "x": rows.iso(months),
            "y": rows.by_month(part, metric, months),
            "marker": {
                "color": colours[name],
                "pattern": {"shape": "" if dashes[name] == "solid" else "/", "size": 5},
                "line": {"width": 0},
            },
            "hovertemplate": f"%{{y{theme.hover_format(unit)}}}",
        }
        for name, part in parts.items()
    ]
    layout = {
        "barmode": "relative",
        "xaxis": theme.month_axis(months, edge_days=18),
        "yaxis": theme.value_axis(metric),
        "hovermode": "x unified",
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        "margin": {"l": 8, "r": 8, "t": 44, "b": 8},
    }
    return theme.drawn(traces, layout, height=height)


def _parts(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    return {name: frame.filter(pl.col("slice") == name) for name in rows.slices_of(frame, "slice")}


def _shown(name: str, slice_by: str) -> str:
    return workload_name(name) if slice_by == "workload" else name


def _has_runs(ys: list[Any]) -> bool:
    return any(one is not None and two is not None for one, two in pairwise(ys))
