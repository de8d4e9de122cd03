"""How does every figure look? One layout, no template: the theme at the screen fills in text and ground.

Streamlit merges its own theme into `layout.template` in the browser, so a figure that sets no ground and no text
colour follows light and dark by itself. An explicit small template keeps Plotly's default one (about 4 kB per
figure) off the wire: 5.6 kB instead of 8.9 kB and 0.5 ms instead of 1.0 ms to serialise (7 lines x 36 months).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import wrap
from typing import Any, Final

from plotly import graph_objects as go

from components.figures.palette import NEUTRAL, faded
from domain.metrics import Metric, Unit, metric
from domain.periods import plus_months
from domain.wording import NO_DATA

Trace = dict[str, Any]
Layout = dict[str, Any]

HEIGHT: Final = 300
ROW_HEIGHT: Final = 30
HAIRLINE: Final = faded(NEUTRAL, 0.28)
_SMALL: Final = 12
_MOST_MONTHS: Final = 5
_A_JANUARY: Final = "2000-01-01"
_TICKS: Final = {Unit.SHARE: ".0%", Unit.USD: "$~s"}
_HOVER: Final = {Unit.SHARE: ":.1%", Unit.USD: ":$,.2f"}


def drawn(traces: Sequence[Trace], layout: Layout, *, height: int = HEIGHT) -> go.Figure:
    """The figure, or the empty one where there is nothing to draw.

    Unvalidated: 0.5 ms instead of 2.2 ms for 7 lines x 36 months. `tests/components` validates every figure.
    """
    if not traces:
        return empty_figure(height=height)
    merged = _base(height) | layout
    return go.Figure({"data": list(traces), "layout": merged}, _validate=False)


def empty_figure(sentence: str = NO_DATA, *, height: int = 160) -> go.Figure:
    """A figure that says why it shows nothing."""
    layout = _base(height) | {
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "annotations": [{"text": sentence, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}],
    }
    return go.Figure({"data": [], "layout": layout}, _validate=False)


def _base(height: int) -> Layout:
    return {
        "template": {"data": {}, "layout": {}},
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0.32,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }


def month_axis(months: Sequence[date], *, edge_days: int = 4, most: int = _MOST_MONTHS, **changes: object) -> Layout:
    """Months along the bottom, without gridlines.

    The range is said: labels at the end of lines would otherwise stretch it. Bars need half a month at the edges.
    At `most` so many months are named, each once: what fits on a telephone. The year stands where it begins.
    """
    if months:
        edge = timedelta(days=edge_days)
        ends = [(min(months) - edge).isoformat(), (max(months) + edge).isoformat()]
        changes = {"range": ends} | changes
    axis: Layout = {"type": "date", "tickformat": "%b\n%Y", "hoverformat": "%b %Y", "tickangle": 0}
    axis |= {"dtick": f"M{_months_between_ticks(len(months), most)}", "tick0": _A_JANUARY}
    return axis | {"showgrid": False, "fixedrange": True, **changes}


def quarter_axis(quarters: Sequence[date], *, edge_days: int = 4) -> Layout:
    """Quarters along the bottom, by their first and last month: a level is that of the last."""
    step = -(-len(quarters) // _MOST_MONTHS)
    named = quarters[::-1][::step][::-1]
    ticks = [f"{first:%b}\u2013{plus_months(first, 2):%b}<br>{first:%Y}" for first in named]
    return month_axis(
        quarters, edge_days=edge_days, tickvals=[first.isoformat() for first in named], ticktext=ticks, dtick=None
    )


def _months_between_ticks(count: int, most: int) -> int:
    """So few months that each is named, or every second, third, sixth or twelfth: years repeat the same ones.

    >>> [_months_between_ticks(count, 5) for count in (3, 6, 12, 24, 36)]
    [1, 2, 3, 6, 12]
    """
    return next((step for step in (1, 2, 3, 6, 12) if count <= step * most), 24)


def value_axis(key: str, **changes: object) -> Layout:
    """The axis of a metric: its label as title, its unit on the ticks, from zero."""
    one = metric(key)
    return {
        "title": {"text": axis_title(one), "font": {"size": _SMALL}, "standoff": 8},
        "tickformat": tick_format(one.unit),
        "rangemode": "tozero",
        # Up to five at least: between 0 and 1 the ticks' format would say "$800m" of eighty cents, thousandths.
        **({} if one.unit is Unit.SHARE else {"autorangeoptions": {"include": 5}}),
        "gridcolor": HAIRLINE,
        "zerolinecolor": HAIRLINE,
        "nticks": 6,
        "tickangle": 0,
        "fixedrange": True,
        "automargin": True,
    } | changes


def name_axis(**changes: object) -> Layout:
    """Names of customers, workloads or steps, first row on top."""
    axis: Layout = {"type": "category", "autorange": "reversed", "showgrid": False, "fixedrange": True}
    return axis | {"automargin": True, "ticks": "", "title": {"text": ""}, **changes}


def axis_title(one: Metric) -> str:
    """The label with its unit, where the label does not say it.

    >>> axis_title(metric("mau")), axis_title(metric("usage_share")), axis_title(metric("potential_usd"))
    ('MAU (users)', 'Usage %', 'Potential (USD, estimate)')
    """
    unit = {Unit.SHARE: "", Unit.COUNT: "", Unit.USD: "USD"}.get(one.unit, one.unit.value)
    told = one.unit is not Unit.USD and unit.rstrip("s") in one.label.casefold()
    inside = ", ".join(word for word in ("" if told else unit, "estimate" if one.is_estimate else "") if word)
    return f"{one.label} ({inside})" if inside else one.label


def tick_format(unit: Unit) -> str:
    """Plotly's number format for an axis."""
    return _TICKS.get(unit, "~s")


def hover_format(unit: Unit) -> str:
    """Plotly's number format for exact values on hover, colon included."""
    return _HOVER.get(unit, ":,.0f")


def wrapped(label: str, width: int = 13) -> str:
    """A label in lines, so that it stays level under its bar.

    >>> wrapped("New units above HWM")
    'New units<br>above HWM'
    """
    return "<br>".join(wrap(label, width, break_long_words=False)) or label


def note(text: str, x: object, y: object, **changes: object) -> Layout:
    """A direct label beside a mark; it takes the theme's text colour."""
    label: Layout = {"text": text, "x": x, "y": y, "showarrow": False, "font": {"size": _SMALL}}
    return label | {"xanchor": "left", "align": "left", **changes}
