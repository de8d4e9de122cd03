"""What was earned, what could be, and where will it end?"""

from datetime import date

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.labels import end_labels, label_above
from components.figures.palette import ACCENT, NEUTRAL, faded
from domain.metrics import metric as metric_of
from domain.phrases import shortened
from domain.wording import short
from domain.workloads import workload_name

_AHEAD = {"estimated_usd": "Estimated"}
"""What the dashed line is called where it is no forecast."""


def earned_and_potential(
    frame: pl.DataFrame, *, earned: str = "reported_usd", potential: str = "potential_usd"
) -> go.Figure:
    """Two bars per workload: solid for what is earned, hatched for what is still open.

    Frame: `workload` (or `label`) and the two metrics' columns, in the order to show.
    """
    if frame.is_empty():
        return theme.empty_figure()
    codes = rows.values(frame, "label" if "label" in frame.columns else "workload")
    names = [rows.escaped(shortened(workload_name(code) if code else "No workload named", 28)) for code in codes]
    traces = []
    for key, look in ((earned, {"shape": ""}), (potential, {"shape": "/", "size": 5, "fillmode": "replace"})):
        amounts = rows.values(frame, key)
        one = metric_of(key)
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": f"{one.label} ({one.standing.value})",
                "x": amounts,
                "y": names,
                "text": [short(amount, one.unit) if amount is not None else "unknown" for amount in amounts],
                "textposition": "outside",
                "cliponaxis": False,
                "marker": {
                    "color": ACCENT if key == earned else NEUTRAL,
                    "pattern": look,
                    "line": {"color": ACCENT if key == earned else NEUTRAL, "width": 1},
                },
                "hovertemplate": f"%{{y}}: %{{x{theme.hover_format(one.unit)}}}<extra>%{{fullData.name}}</extra>",
            }
        )
    layout = {
        "barmode": "group",
        "xaxis": theme.value_axis(potential, title={"text": "USD"}, showgrid=False, nticks=4),
        "yaxis": theme.name_axis(),
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        "margin": {"l": 8, "r": 56, "t": 34, "b": 8},
    }
    return theme.drawn(traces, layout, height=104 + 42 * frame.height)


def outlook(
    frame: pl.DataFrame,
    *,
    metric: str,
    forecast: str = "forecast",
    low: str = "low",
    high: str = "high",
    target: str = "target",
    height: int = theme.HEIGHT,
) -> go.Figure:
    """Actual, forecast with its 80% band, and target, by month.

    Frame: `month`, the metric's column and any of the named ones; months without a value leave a gap.
    """
    if frame.is_empty():
        return theme.empty_figure(height=height)
    months = rows.months_of(frame)
    xs = rows.iso(months)
    hover = f"%{{y{theme.hover_format(metric_of(metric).unit)}}}"
    looks: tuple[tuple[str, str, theme.Trace, theme.Trace], ...] = (
        (low, "Low (80%)", {"width": 0, "color": faded(ACCENT, 0.01)}, {}),
        (high, "High (80%)", {"width": 0, "color": faded(ACCENT, 0.01)}, {"fill": "tonexty"}),
        (target, "Target", {"width": 1.6, "color": NEUTRAL, "dash": "dot"}, {}),
        (forecast, _AHEAD.get(forecast, "Forecast"), {"width": 2, "color": ACCENT, "dash": "dash"}, {}),
        (metric, metric_of(metric).label, {"width": 2.4, "color": ACCENT}, {}),
    )
    ahead = {low, high, forecast}
    traces, ends, above = [], [], []
    last = max((at for column, *_ in looks for at in _known(frame, column, months)), default=0)
    for column, name, line, fill in looks:
        known = _known(frame, column, months)
        if not known:
            continue
        ys = rows.by_month(frame, column, months)
        if column in ahead and metric in frame.columns:
            ys = rows.joined(ys, rows.by_month(frame, metric, months))
        trace = {
            "type": "scatter",
            "mode": "lines" if len(known) > 1 else "markers",
            "name": name,
            "x": xs,
            "y": ys,
        }
        traces.append(trace | {"line": line, "hovertemplate": hover, "fillcolor": faded(ACCENT, 0.16)} | fill)
        if column == metric and known[-1] < last:
            above.append(label_above(name, str(line["color"]), xs[known[-1]], ys[known[-1]]))
        elif line["width"]:
            ends.append((name, ys, str(line["color"])))
    layout = {
        "xaxis": theme.month_axis(months),
        "yaxis": theme.value_axis(metric),
        "hovermode": "x unified",
        "annotations": [*end_labels(ends, xs, height), *above],
        "margin": {"l": 8, "r": 84, "t": 12, "b": 8},
    }
    return theme.drawn(traces, layout, height=height)


def _known(frame: pl.DataFrame, column: str, months: list[date]) -> list[int]:
    """The places of the months in which a column, if the frame has it, says something."""
    ys = rows.by_month(frame, column, months) if column in frame.columns else []
    return [at for at, y in enumerate(ys) if y is not None]
