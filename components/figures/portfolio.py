"""Which customers stand out, and which moved?"""

import polars as pl
from plotly import graph_objects as go

from components.figures import rows, theme
from components.figures.palette import ACCENT, GAIN, LOSS, faded
from domain.metrics import Unit
from domain.metrics import metric as metric_of
from domain.wording import full, percentage_points, short
from domain.workloads import workload_name

_LARGEST_BUBBLE = 44
_WEBGL_FROM = 1500
_MOVER_HEIGHT = 38


def portfolio_scatter(frame: pl.DataFrame, *, size: str = "potential_usd", height: int = 420) -> go.Figure:
    """PAU across (logarithmic), usage % up, bubble area = potential.

    Frame: `tenant_id`, `name`, `pau`, `usage_share` and the size's column, one row per customer. Rows without PAU
    or usage cannot be placed and are left to the table.
    """
    placed = frame.filter((pl.col("pau") > 0) & pl.col("usage_share").is_not_null()) if frame.height else frame
    if placed.is_empty():
        return theme.empty_figure("No customer has both PAU and usage in these months.", height=height)
    sizes = [max(value or 0, 0) for value in rows.values(placed, size)]
    trace = {
        "type": "scattergl" if placed.height > _WEBGL_FROM else "scatter",
        "mode": "markers",
        "x": rows.values(placed, "pau"),
        "y": rows.values(placed, "usage_share"),
        "text": rows.texts(placed, "name"),
        "customdata": list(
            zip(
                rows.values(placed, "tenant_id"),
                [full(value, metric_of(size).unit) for value in rows.values(placed, size)],
                strict=True,
            )
        ),
        "marker": {
            "color": faded(ACCENT, 0.3),
            "size": sizes,
            "sizemode": "area",
            "sizeref": 2 * max([*sizes, 1]) / _LARGEST_BUBBLE**2,
            "sizemin": 4,
            "line": {"color": ACCENT, "width": 1.2},
        },
        "hovertemplate": "<b>%{text}</b><br>%{x:,} PAU, %{y:.1%} used<br>"
        f"{metric_of(size).label} %{{customdata[1]}}<extra></extra>",
    }
    layout = {
        "xaxis": theme.value_axis("pau", type="log", rangemode="normal", dtick=1, nticks=None),
        "yaxis": theme.value_axis("usage_share"),
    }
    return theme.drawn([trace], layout, height=height)


def movers(frame: pl.DataFrame, *, metric: str = "mau_change") -> go.Figure:
    """Gains to the right, losses to the left, one bar per customer, its reason under its name.

    Frame: `tenant_id`, `name`, the metric's column and optionally `reason` in words and the `workload` that moved
    most, in the order to show.
    """
    if frame.is_empty():
        return theme.empty_figure()
    unit = metric_of(metric).unit
    changes = rows.values(frame, metric)
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": changes,
        "y": list(range(frame.height)),
        # Losses have theirs right of the line too: left of the bar it would lie on the names.
        "text": [_signed(value, unit) if (value or 0) >= 0 else "" for value in changes],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": list(
            zip(
                rows.values(frame, "tenant_id"),
                rows.texts(frame, "name"),
                _why(frame),
                [_signed(value, unit) for value in changes],
                strict=True,
            )
        ),
        "marker": {"color": [GAIN if (value or 0) >= 0 else LOSS for value in changes]},
        "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[3]}<br>%{customdata[2]}<extra></extra>",
    }
    names = [
        f'{name}<br><span style="font-size:11px">{reason}</span>' if reason else name
        for name, reason in zip(rows.short_texts(frame, "name", 28), rows.texts_if_any(frame, "reason"), strict=True)
    ]
    layout = {
        "xaxis": theme.value_axis(metric, range=_with_room_for_text(changes), zeroline=True, nticks=5),
        "yaxis": theme.name_axis(type="linear", tickmode="array", tickvals=list(range(frame.height)), ticktext=names),
        "annotations": [
            theme.note(_signed(value, unit), 0, at, xshift=2) for at, value in enumerate(changes) if (value or 0) < 0
        ],
        "margin": {"l": 8, "r": 20, "t": 12, "b": 8},
    }
    return theme.drawn([trace], layout, height=70 + _MOVER_HEIGHT * frame.height)


def _why(frame: pl.DataFrame) -> list[str]:
    reasons, codes = rows.texts_if_any(frame, "reason"), rows.values_if_any(frame, "workload")
    return [
        f"mainly {rows.escaped(workload_name(code))}: {reason}" if code and reason else reason
        for code, reason in zip(codes, reasons, strict=True)
    ]


def _with_room_for_text(changes: list[float | None]) -> list[float]:
    """The axis from the largest loss to the largest gain, with room for the numbers right of the bars."""
    known = [value for value in changes if value is not None]
    low, high = min([*known, 0]), max([*known, 0])
    room = 0.26 * (high - low or 1)
    return [1.04 * low, high + room]


def _signed(value: float | None, unit: Unit) -> str:
    if value is None:
        return "unknown"
    if unit is Unit.SHARE:
        return percentage_points(value)
    return f"+{short(value, unit)}" if value > 0 else short(value, unit)
