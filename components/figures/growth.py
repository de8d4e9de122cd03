"""How does usage move over the months, and what is it made of?"""

from itertools import pairwise
from typing import Any

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.incomplete import incomplete_bands
from components.figures.labels import end_labels, labels_width
from components.figures.palette import NEUTRAL, faded, slice_colours, slice_dashes
from domain.metrics import metric as metric_of
from domain.phrases import shortened
from domain.workloads import workload_name

# More lines than this and nobody can follow one: the rest stays as quiet context.
_NAMED_LINES = 8


def growth_lines(
    frame: pl.DataFrame,
    *,
    metric: str,
    slice_by: str = "workload",
    is_quarterly: bool = False,
    height: int = theme.HEIGHT,
) -> go.Figure:
    """One line per slice, labelled at its end.

    Frame: `month` (a quarter's first where `is_quarterly`), `slice` (a workload code where `slice_by` is "workload"),
    the metric's column and optionally `is_complete`. Beyond eight slices those that end lowest are drawn quietly and unlabelled; the table has them all.
    """
    if frame.is_empty():
        return theme.empty_figure(height=height)
    months = rows.months_of(frame)[:: 3 if is_quarterly else 1]
    series = {name: rows.by_month(part, metric, months) for name, part in _parts(frame).items()}
    named = _highest(series)
    colours = slice_colours(named, slice_by)
    dashes = slice_dashes(colours)
    unit = metric_of(metric).unit
    quiet = {"color": faded(NEUTRAL, 0.4), "width": 1, "dash": "solid"}
    traces = [
        {
            "type": "scatter",
            "mode": "lines" if _has_runs(ys) else "markers",
            "name": rows.escaped(_shown(name, slice_by)),
            "x": rows.iso(months),
            "y": ys,
            "line": {"color": colours[name], "width": 2.2, "dash": dashes[name]} if name in colours else quiet,
            "marker": {"color": colours.get(name, NEUTRAL), "size": 7},
            "hovertemplate": f"%{{y{theme.hover_format(unit)}}}",
        }
        for name, ys in series.items()
    ]
    # What is named lies above what is not.
    traces.sort(key=lambda trace: trace["line"] is not quiet)
    ends = [(_shown(name, slice_by), series[name], colours[name]) for name in named]
    layout = {
        "xaxis": theme.quarter_axis(months) if is_quarterly else theme.month_axis(months),
        "yaxis": theme.value_axis(metric),
        "hovermode": "x unified",
        "margin": {"l": 8, "r": labels_width([name for name, _, _ in ends]), "t": 12, "b": 8},
        "annotations": end_labels(ends, rows.iso(months), height),
        "shapes": incomplete_bands(frame),
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
        "shapes": incomplete_bands(frame, are_bars=True),
    }
    return theme.drawn(traces, layout, height=height)


def _parts(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    return {name: frame.filter(pl.col("slice") == name) for name in rows.slices_of(frame, "slice")}


def _highest(series: dict[str, list[Any]]) -> list[str]:
    """The slices that end highest, in the frame's order, which keeps their colours when the months change."""
    ends = {name: next((y for y in reversed(ys) if y is not None), None) for name, ys in series.items()}
    ranked = sorted(series, key=lambda name: (ends[name] is None, -(ends[name] or 0)))
    return [name for name in series if name in ranked[:_NAMED_LINES]]


def _shown(name: str, slice_by: str) -> str:
    return workload_name(name) if slice_by == "workload" else name


def _has_runs(ys: list[Any]) -> bool:
    return any(one is not None and two is not None for one, two in pairwise(ys))
