"""Where is usage high, where low, and where is nothing known?"""

from datetime import date
from typing import Any

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.palette import ACCENT, faded
from domain.metrics import Metric, Unit
from domain.metrics import metric as metric_of
from domain.phrases import shortened
from domain.wording import compact, month, percent, short
from domain.workloads import workload_name

# Opacity over the ground instead of fixed colours: low fades into the page in light and in dark alike. It stops
# where numbers in cells still have 4.5:1 against the fill in both.
DARKEST = 0.6
_SCALE = [[0, faded(ACCENT, 0.05)], [1, faded(ACCENT, DARKEST)]]
_CELL_TEXT_COLUMNS = 14
_LEVEL_COLUMNS = 8


def cohort_heatmap(frame: pl.DataFrame, *, metric: str = "usage_share") -> go.Figure:
    """Association month down, months since association across.

    Frame: `cohort` (month), `months_since` and the metric's column, one row per cell that exists.
    """
    ages = sorted({age for age in rows.values(frame, "months_since") if age is not None}) if frame.height else []
    cohorts = sorted({first for first in rows.values(frame, "cohort") if first is not None}) if frame.height else []
    found = _cells(frame, "cohort", "months_since", metric)
    return _heatmap(
        grid=[[found.get((cohort, age)) for age in ages] for cohort in cohorts],
        across=[str(age) for age in ages],
        down=[month(cohort) for cohort in cohorts],
        across_title="Months since association",
        metric=metric,
    )


def customer_workload_heatmap(frame: pl.DataFrame, *, metric: str = "usage_share") -> go.Figure:
    """Customers down, workloads across; an empty cell means the workload is not used or not known.

    Frame: `name`, `tenant_id`, `workload` and the metric's column, in the order customers should appear.
    """
    tenants = rows.slices_of(frame, "tenant_id") if frame.height else []
    workloads = rows.workloads_of(frame) if frame.height else []
    names = _told_apart(dict(frame.select("tenant_id", "name").iter_rows()))
    found = _cells(frame, "tenant_id", "workload", metric)
    return _heatmap(
        grid=[[found.get((tenant, workload)) for workload in workloads] for tenant in tenants],
        across=[rows.escaped(shortened(workload_name(workload), 24)) for workload in workloads],
        down=[rows.escaped(names[tenant]) for tenant in tenants],
        across_title="",
        metric=metric,
        picks=[[tenant] * len(workloads) for tenant in tenants],
    )


def _told_apart(names: dict[str, str]) -> dict[str, str]:
    """A short name per tenant; Plotly would draw two rows of one name into each other."""
    cut = {tenant: shortened(name, 26) for tenant, name in names.items()}
    seen = list(cut.values())
    return {tenant: f"{name} {tenant[:4]}" if seen.count(name) > 1 else name for tenant, name in cut.items()}


def workload_month_heatmap(frame: pl.DataFrame, *, metric: str = "usage_share") -> go.Figure:
    """Workloads down, months across. Frame: `workload`, `month` and the metric's column."""
    workloads = rows.workloads_of(frame) if frame.height else []
    months = rows.months_of(frame) if frame.height else []
    found = _cells(frame, "workload", "month", metric)
    return _heatmap(
        grid=[[found.get((workload, first)) for first in months] for workload in workloads],
        across=months,
        down=[rows.escaped(shortened(workload_name(workload), 26)) for workload in workloads],
        across_title="",
        metric=metric,
    )


def _cells(frame: pl.DataFrame, down: str, across: str, metric: str) -> dict[tuple[Any, Any], Any]:
    if frame.is_empty():
        return {}
    keys = zip(rows.values(frame, down), rows.values(frame, across), strict=True)
    return dict(zip(keys, rows.values(frame, metric), strict=True))


def _heatmap(
    *,
    grid: list[list[Any]],
    across: list[str] | list[date],
    down: list[str],
    across_title: str,
    metric: str,
    picks: list[list[str]] | None = None,
) -> go.Figure:
    if not grid or not across:
        return theme.empty_figure()
    months = [value for value in across if isinstance(value, date)]
    labels = [value.isoformat() if isinstance(value, date) else value for value in across]
    one = metric_of(metric)
    is_share = one.unit is Unit.SHARE
    height = max(140, 70 + 26 * len(down))
    has_text = len(across) <= _CELL_TEXT_COLUMNS
    trace: theme.Trace = {
        "type": "heatmap",
        "z": grid,
        "x": labels,
        "y": down,
        "zmin": 0,
        "zmax": 1 if is_share else None,
        "colorscale": _SCALE,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
        "hovertemplate": f"%{{y}}, %{{x}}<br>{one.label} %{{z{theme.hover_format(one.unit)}}}<extra></extra>",
    }
    if has_text:
        told = (lambda value: percent(value, 0)) if is_share else compact
        trace["text"] = [["" if value is None else told(value) for value in line] for line in grid]
        trace["texttemplate"] = "%{text}"
        trace["textfont"] = {"size": 12}
    edge = [-0.5, len(labels) - 0.5]
    axis: theme.Layout = {"type": "category", "side": "top", "range": edge}
    if len(labels) > _LEVEL_COLUMNS and max(map(len, labels)) > 3:
        axis["tickangle"] = -60
    if months:
        axis = theme.month_axis(months, edge_days=16, most=_CELL_TEXT_COLUMNS, side="top")
    layout: theme.Layout = {
        "xaxis": axis | {"showgrid": False, "fixedrange": True, "title": {"text": across_title}},
        # Said, because the points that take clicks would otherwise stretch both axes.
        "yaxis": theme.name_axis(autorange=False, range=[len(down) - 0.5, -0.5]),
        "margin": {"l": 8, "r": 8, "t": 40, "b": 8},
    }
    if picks:
        trace["hoverinfo"] = "skip"
        layout["hoverdistance"] = 60
        return theme.drawn([trace, _clickable(grid, labels, down, picks, one)], layout, height=height)
    return theme.drawn([trace], layout, height=height)


def _clickable(
    grid: list[list[Any]], across: list[str], down: list[str], picks: list[list[str]], one: Metric
) -> theme.Trace:
    # Plotly selects no heat map cell, so unseen points above the cells take hover and click.
    cells = [(x, y, value) for y, line in enumerate(grid) for x, value in enumerate(line) if value is not None]
    unseen = {"marker": {"opacity": 0}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [across[x] for x, _, _ in cells],
        "y": [down[y] for _, y, _ in cells],
        "text": [short(value, one.unit) for _, _, value in cells],
        "customdata": [[picks[y][x]] for x, y, _ in cells],
        "marker": {"symbol": "square", "size": 22, "opacity": 0},
        "selected": unseen,
        "unselected": unseen,
        "hovertemplate": f"%{{y}}, %{{x}}<br>{one.label} %{{text}}<extra></extra>",
    }
