"""How are we doing, in a row of numbers? Value, unit, denominator, change, standing, definition, trend.

Drawn as one piece of HTML: a row of seven costs one element instead of seven widgets with seven charts, and keeps
its layout from 1440 to 390 pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

import streamlit as st

from components.figures.sparkline import sparkline
from components.words import html
from domain.metrics import Metric, Standing, explained, metric
from domain.wording import Number, change, full, short

_MOST_IN_A_LINE = 5


@dataclass(frozen=True, slots=True)
class Kpi:
    """One number of the catalogue.

    `before` is the same number in the comparison period; `of` the denominator in words ("of 48.2k PAU");
    `interval` the bounds of an estimate; `trend` its last months, oldest first, None for gaps; `label` replaces the
    catalogue's where the page means a narrower thing; `is_compared` is False for what has no earlier period at all.
    """

    metric: str
    value: Number | None
    before: Number | None = None
    of: str = ""
    trend: Sequence[float | None] = ()
    interval: tuple[Number, Number] | None = None
    label: str = ""
    is_compared: bool = True


def kpi_row(kpis: Sequence[Kpi], *, compared_with: str = "") -> None:
    """The row. `compared_with` says in words what every change is measured against."""
    cards = "".join(_card(at, kpi, compared_with) for at, kpi in enumerate(kpis))
    lines = -(-len(kpis) // _MOST_IN_A_LINE)
    columns = -(-len(kpis) // max(lines, 1))
    st.html(f'<div class="cpor-kpis" role="list" style="--columns:{columns}">{cards}</div>')


def _card(at: int, kpi: Kpi, compared_with: str) -> str:
    one = metric(kpi.metric)
    label = kpi.label or one.label
    tip = f"tip-{kpi.metric}-{at}"
    exact = full(kpi.value, one.unit)
    return (
        '<div class="cpor-kpi" role="listitem">'
        f'<div class="cpor-kpi-label"><button type="button" aria-describedby="{html(tip)}">{html(label)}</button>'
        f'{_mark(one)}<span class="cpor-tip" role="tooltip" id="{html(tip)}">'
        f"<b>{html(exact)}</b><br>{html(explained(kpi.metric))}</span></div>"
        f'<div class="cpor-kpi-value" title="{html(exact)}">{html(short(kpi.value, one.unit))}</div>'
        f'<div class="cpor-kpi-of">{html(_denominator(kpi, one))}</div>'
        f"{_delta(kpi, one, compared_with)}"
        f"{_trend(kpi)}</div>"
    )


def _trend(kpi: Kpi) -> str:
    drawing = sparkline(kpi.trend)
    # As an image: the sanitizer of st.html drops inline SVG.
    source = f"data:image/svg+xml,{quote(drawing)}"
    return f'<div class="cpor-kpi-trend"><img src="{source}" alt=""></div>' if drawing else ""


def _mark(one: Metric) -> str:
    if one.standing is Standing.MEASURED:
        return ""
    return f'<span class="cpor-mark">{one.standing.value}</span>'


def _denominator(kpi: Kpi, one: Metric) -> str:
    if kpi.interval is None:
        return kpi.of
    low, high = kpi.interval
    band = f"80%: {short(low, one.unit)} to {short(high, one.unit)}"
    return f"{kpi.of}, {band}" if kpi.of else band


def _delta(kpi: Kpi, one: Metric, compared_with: str) -> str:
    moved = change(kpi.value, kpi.before, one.unit)
    if moved is None:
        unknown = f"no {compared_with} to compare" if compared_with and kpi.is_compared else ""
        return f'<div class="cpor-kpi-delta">{html(unknown)}</div>'
    direction = {"+": 1, "\u2212": -1}.get(moved[0], 0)
    good = direction * {"higher": 1, "lower": -1}.get(one.better_when, 0)
    tone = {1: "good", -1: "bad"}.get(good, "even")
    arrow = {1: "▲", -1: "▼"}.get(direction, "")
    versus = f" vs {compared_with}" if compared_with else ""
    return (
        f'<div class="cpor-kpi-delta"><span class="cpor-{tone}"><span aria-hidden="true">{arrow}</span> '
        f"{html(moved)}</span>{html(versus)}</div>"
    )
