"""How far along is it, and how far to the next step?"""

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.palette import ACCENT, FAMILY, LATE, NEUTRAL, faded
from domain.metrics import Unit
from domain.metrics import metric as metric_of
from domain.phrases import shortened
from domain.wording import percent, short
from domain.workloads import workload_family, workload_name


def milestone_bullets(frame: pl.DataFrame, *, steps: tuple[float, ...] = ()) -> go.Figure:
    """Usage % per row as a bar, the program's steps as ticks across it.

    Frame: `workload`, `usage_share`, optionally `label` (else the workload's name) and `remark` ("34 users to
    40%"). `steps` are shares, such as (0.15, 0.40). Usage above 100% runs past the end of its lane.
    """
    if frame.is_empty():
        return theme.empty_figure()
    shares = rows.values(frame, "usage_share")
    codes = rows.values(frame, "workload")
    raw = rows.values(frame, "label") if "label" in frame.columns else [workload_name(code) for code in codes]
    labels = [rows.escaped(str(label)) for label in raw]
    remarks = rows.texts_if_any(frame, "remark")
    at = list(range(frame.height))
    lane = {
        "type": "bar",
        "orientation": "h",
        "x": [1] * len(at),
        "y": at,
        "hoverinfo": "skip",
        "width": 0.62,
    }
    lane |= {"marker": {"color": faded(NEUTRAL, 0.16)}}
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": shares,
        "y": at,
        "width": 0.34,
        "marker": {"color": [FAMILY[workload_family(code)] for code in codes]},
        "customdata": list(zip(labels, remarks, strict=True)),
        "hovertemplate": "%{customdata[0]}: %{x:.2%} used<br>%{customdata[1]}<extra></extra>",
    }
    ticks = {
        "type": "scatter",
        "mode": "markers",
        "x": [step for step in steps for _ in at],
        "y": [row for _ in steps for row in at],
        "marker": {
            "symbol": "line-ns-open",
            "size": 18,
            "color": NEUTRAL,
            "line": {"width": 2, "color": NEUTRAL},
        },
        "hovertemplate": "Milestone %{x:.0%}<extra></extra>",
    }
    right = [
        theme.note(f"{percent(share)}  {remark}".rstrip(), 1.02, row, xref="paper")
        for row, share, remark in zip(at, shares, remarks, strict=True)
    ]
    top = max([1.0, *[share for share in shares if share is not None]])
    layout = {
        "barmode": "overlay",
        "xaxis": theme.value_axis("usage_share", range=[0, top], showgrid=False, title={"text": ""}, nticks=5),
        "yaxis": theme.name_axis(
            type="linear",
            tickmode="array",
            tickvals=at,
            ticktext=[rows.escaped(shortened(str(label), 28)) for label in raw],
        ),
        "annotations": right,
        "margin": {"l": 8, "r": 150 if any(remarks) else 64, "t": 8, "b": 8},
    }
    return theme.drawn([lane, bar, ticks] if steps else [lane, bar], layout, height=56 + 34 * frame.height)


def progress_bars(
    frame: pl.DataFrame, *, value: str = "points", maximum: str = "max_points", label: str = "label"
) -> go.Figure:
    """Each row's value within its maximum: points per metric of a score, users per step of a ladder."""
    if frame.is_empty():
        return theme.empty_figure()
    unit = metric_of(value).unit
    reached, most = rows.values(frame, value), rows.values(frame, maximum)
    names = rows.short_texts(frame, label, 30)
    lane = {"type": "bar", "orientation": "h", "x": most, "y": names, "hoverinfo": "skip", "width": 0.6}
    lane |= {
        "marker": {"color": faded(NEUTRAL, 0.16)},
        "text": [f"{short(got, unit)} of {short(top, unit)}" for got, top in zip(reached, most, strict=True)],
        "textposition": "outside",
        "cliponaxis": False,
    }
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": reached,
        "y": names,
        "width": 0.6,
        "marker": {"color": ACCENT},
        "hovertemplate": "%{y}: %{x:,.1f}<extra></extra>",
    }
    layout = {
        "barmode": "overlay",
        "xaxis": theme.value_axis(value, showgrid=False, nticks=4),
        "yaxis": theme.name_axis(),
        "margin": {"l": 8, "r": 76, "t": 8, "b": 8},
    }
    return theme.drawn([lane, bar], layout, height=70 + theme.ROW_HEIGHT * frame.height)


def state_bars(frame: pl.DataFrame, *, label: str = "state", count: str = "claims_count") -> go.Figure:
    """How many are in each state, in the order of a life; the overdue part is hatched amber and named.

    Frame: the label's and the count's columns and optionally `overdue_count` (part of the count).
    """
    if frame.is_empty():
        return theme.empty_figure()
    totals = [value or 0 for value in rows.values(frame, count)]
    late = [value or 0 for value in rows.values_if_any(frame, "overdue_count")]
    names = rows.short_texts(frame, label, 30)
    told = [
        f"{short(total, Unit.COUNT)}, {short(over, Unit.COUNT)} overdue" if over else short(total, Unit.COUNT)
        for total, over in zip(totals, late, strict=True)
    ]
    base = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "hovertemplate": "%{y}: %{x:,}<extra>%{fullData.name}</extra>",
    }
    on_time = base | {
        "name": "On time",
        "x": [total - over for total, over in zip(totals, late, strict=True)],
        "marker": {"color": ACCENT},
    }
    overdue = base | {
        "name": "Overdue",
        "x": late,
        "marker": {"color": LATE, "pattern": {"shape": "/", "size": 5}},
        "text": told,
        "textposition": "outside",
        "cliponaxis": False,
    }
    layout = {
        "barmode": "stack",
        "xaxis": theme.value_axis(count, showgrid=False, nticks=4),
        "yaxis": theme.name_axis(),
        "margin": {"l": 8, "r": 110, "t": 8, "b": 8},
    }
    return theme.drawn([on_time, overdue], layout, height=70 + theme.ROW_HEIGHT * frame.height)
