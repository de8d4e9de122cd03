"""How did each of a customer's workloads get to where it is?"""

from datetime import date
from typing import Any

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.incomplete import incomplete_bands
from components.figures.palette import FAMILY, NEUTRAL, faded
from domain.phrases import shortened
from domain.wording import NO_DATA, compact
from domain.workloads import workload_family, workload_name

_PANEL_HEIGHT = 150
_HEADLINE_PIXELS = 46
_AXIS_PIXELS = 52
_GAP = 0.015
_LONGEST_NAME = 22
_MONTHS_NAMED = 4
_AHEAD = ("forecast_mau", "low_mau", "high_mau")


def workload_histories(frame: pl.DataFrame, *, columns: int = 2) -> go.Figure:
    """Small multiples, one per workload: MAU line, HWM steps, PAU ceiling, month of association, forecast band.

    Frame: `workload`, `month`, `mau`, `pau`, `prior_hwm`, `associated_on` (one date per workload or null),
    optionally `is_complete` and, for months ahead, `forecast_mau`, `low_mau`, `high_mau`. Every workload has its
    own scale; its numbers stand inside the plot, which leaves room for two columns on a telephone.
    """
    workloads = rows.workloads_of(frame) if frame.height else []
    if not workloads:
        return theme.empty_figure()
    columns = min(columns, len(workloads))
    lines = -(-len(workloads) // columns)
    height = lines * (_PANEL_HEIGHT + _HEADLINE_PIXELS + _AXIS_PIXELS)
    months = rows.months_of(frame)
    traces: list[theme.Trace] = []
    layout: theme.Layout = {"annotations": [], "shapes": [], "hovermode": "x"}
    for at, workload in enumerate(workloads):
        part = frame.filter(pl.col("workload") == workload)
        axis = str(at + 1) if at else ""
        left = (at % columns) / columns
        top = 1 - (at // columns) / lines
        layout[f"xaxis{axis}"] = theme.month_axis(
            months,
            domain=[left + _GAP * (at % columns > 0), left + 1 / columns - _GAP * (columns > 1)],
            anchor=f"y{axis}",
            most=_MONTHS_NAMED,
        )
        bottom = top - 1 / lines + _AXIS_PIXELS / height
        layout[f"yaxis{axis}"] = theme.value_axis(
            "mau",
            domain=[bottom, top - _HEADLINE_PIXELS / height],
            anchor=f"x{axis}",
            nticks=3,
            title={"text": ""},
            automargin=False,
            ticklabelposition="inside top",
            tickfont={"size": 11},
        )
        traces += _panel(part, axis, FAMILY[workload_family(workload)])
        layout["annotations"].append(_headline(workload, part, left + _GAP * (at % columns > 0), top))
        layout["shapes"] += [*incomplete_bands(part, axis=axis), *_association(part, axis, months[0])]
    layout["margin"] = {"l": 14, "r": 8, "t": 4, "b": 18}
    return theme.drawn(traces, layout, height=height)


def _panel(part: pl.DataFrame, axis: str, colour: str) -> list[theme.Trace]:
    months = rows.months_of(part)
    xs = rows.iso(months)

    def line(column: str, name: str, shape: str, **style: Any) -> theme.Trace | None:
        ys = rows.by_month(part, column, months) if column in part.columns else []
        if column in _AHEAD and any(y is not None for y in ys):
            ys = rows.joined(ys, rows.by_month(part, "mau", months))
        if all(y is None for y in ys):
            return None
        lone = len([y for y in ys if y is not None]) == 1
        return {
            "type": "scatter",
            "mode": "markers" if lone else "lines",
            "name": name,
            "x": xs,
            "y": ys,
            "xaxis": f"x{axis}",
            "yaxis": f"y{axis}",
            "line": {"shape": shape, **style},
            "hovertemplate": "%{y:,.0f}",
        }

    wanted = [
        line("low_mau", "Forecast low (80%)", "linear", color=faded(colour, 0.01), width=0),
        line("high_mau", "Forecast high (80%)", "linear", color=faded(colour, 0.01), width=0),
        line("pau", "PAU", "hv", color=NEUTRAL, width=1.2, dash="dot"),
        line("prior_hwm", "Prior HWM", "hv", color=NEUTRAL, width=1.6),
        line("forecast_mau", "Forecast MAU", "linear", color=colour, width=1.8, dash="dash"),
        line("mau", "MAU", "linear", color=colour, width=2.4),
    ]
    if wanted[0] and wanted[1]:
        wanted[1] |= {"fill": "tonexty", "fillcolor": faded(colour, 0.18)}
    return [trace for trace in wanted if trace]


def _headline(workload: str, part: pl.DataFrame, left: float, top: float) -> theme.Layout:
    mau = [value for value in rows.values(part.sort("month"), "mau") if value is not None]
    told = f"{compact(mau[-1])} MAU" if mau else NO_DATA
    text = f"<b>{rows.escaped(shortened(workload_name(workload), _LONGEST_NAME))}</b><br>{told}"
    return theme.note(text, left, top, xref="paper", yref="paper", yanchor="top")


def _association(part: pl.DataFrame, axis: str, first: date) -> list[theme.Layout]:
    known = [day for day in rows.values_if_any(part, "associated_on") if day is not None and day >= first]
    if not known:
        return []
    return [
        {
            "type": "line",
            "xref": f"x{axis}",
            "yref": f"y{axis} domain",
            "x0": known[0].isoformat(),
            "x1": known[0].isoformat(),
            "y0": 0,
            "y1": 1,
            "line": {"color": NEUTRAL, "width": 1, "dash": "dash"},
            # Inside the plot: above it stands the panel's headline.
            "label": {
                "text": "associated",
                "textposition": "end",
                "textangle": 0,
                "xanchor": "left",
                "yanchor": "top",
                "font": {"size": 11},
            },
        }
    ]
