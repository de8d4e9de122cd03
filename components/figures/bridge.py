"""Which movements lead from what was to what is?"""

import math

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.palette import GAIN, LOSS, NEUTRAL
from domain.metrics import Unit
from domain.metrics import metric as metric_of
from domain.wording import exact, exact_money, short

_LOSSES = ("contraction", "lost")
_MOVEMENTS = ("newly_associated", "expansion", *_LOSSES)


def usage_bridge(frame: pl.DataFrame, *, height: int = theme.HEIGHT) -> go.Figure:
    """Opening to closing as a waterfall.

    Frame: one row per month in order, or one row in all, with `opening`, `newly_associated`, `expansion`,
    `contraction`, `lost`, `closing`; losses are positive counts. Months telescope: first
    opening, movements summed, last closing, so the bars add up exactly when the months do.
    """
    if frame.is_empty():
        return theme.empty_figure(height=height)
    steps = [("opening", frame.item(0, "opening"), True)]
    steps += [(name, _moved(frame, name), False) for name in _MOVEMENTS]
    steps.append(("closing", frame.item(frame.height - 1, "closing"), True))
    labels = [metric_of(name).label for name, _, _ in steps]
    figure_rows = [(label, value, total) for label, (_, value, total) in zip(labels, steps, strict=True)]
    return _falls(figure_rows, "workload_users", height)


def money_waterfall(frame: pl.DataFrame, *, metric: str = "payable_usd", height: int = theme.HEIGHT) -> go.Figure:
    """Steps of one unit that add up to a total.

    Frame: `label`, `amount` (a movement, or the level reached where `is_total`), `is_total`, in order.
    """
    if frame.is_empty():
        return theme.empty_figure(height=height)
    steps = zip(rows.texts(frame, "label"), rows.values(frame, "amount"), rows.values(frame, "is_total"), strict=True)
    return _falls([(label, amount, bool(total)) for label, amount, total in steps], metric, height)


def _moved(frame: pl.DataFrame, name: str) -> float | None:
    users = _summed(frame, name)
    return -users if users is not None and name in _LOSSES else users


def _summed(frame: pl.DataFrame, name: str) -> float | None:
    known = [value for value in rows.values(frame, name) if value is not None]
    return sum(known) if known else None


def _falls(steps: list[tuple[str, float | None, bool]], metric: str, height: int) -> go.Figure:
    unit = metric_of(metric).unit
    money = unit is Unit.USD
    trace = {
        "type": "waterfall",
        "x": [theme.wrapped(label) for label, _, _ in steps],
        "y": [value for _, value, _ in steps],
        "measure": ["absolute" if is_total else "relative" for _, _, is_total in steps],
        "text": [_told(value, is_total, unit) for _, value, is_total in steps],
        "customdata": [exact_money(value) if money else exact(value) for _, value, _ in steps],
        "hovertemplate": "%{x}<br>%{customdata}<extra></extra>",
        "textposition": "outside",
        "cliponaxis": False,
        "increasing": {"marker": {"color": GAIN}},
        "decreasing": {"marker": {"color": LOSS}},
        "totals": {"marker": {"color": NEUTRAL}},
        "connector": {"line": {"color": theme.HAIRLINE, "width": 1}},
    }
    layout = {
        "xaxis": {"type": "category", "fixedrange": True, "title": {"text": ""}, "autotickangles": [0, -45, -90]},
        "yaxis": {**theme.value_axis(metric), **_room_below(steps)},
        "margin": {"l": 8, "r": 8, "t": 28, "b": 8},
    }
    return theme.drawn([trace], layout, height=height)


def _room_below(steps: list[tuple[str, float | None, bool]]) -> dict[str, list[float]]:
    """The axis range of steps that fall to near zero, where the amounts below them would cover the names."""
    level, levels, lows = 0.0, [0.0], [math.inf]
    for _, value, is_total in steps:
        level = (value or 0.0) if is_total else level + (value or 0.0)
        levels.append(level)
        lows.append(math.inf if is_total or not value or value > 0 else level)
    top = max(levels)
    return {"range": [-0.12 * top, 1.1 * top]} if min(levels) >= 0 and min(lows) < 0.1 * top else {}


def _told(value: float | None, is_total: bool, unit: Unit) -> str:
    if value is None:
        return "unknown"
    return short(value, unit) if is_total or value <= 0 else f"+{short(value, unit)}"
