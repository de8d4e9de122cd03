"""How are forecasts, their evidence and plans laid out in rows?"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from forecasting.banding import ASKED
from forecasting.draws import Draws
from forecasting.evidence import level_of, note_of
from forecasting.panel import Series, month_date
from forecasting.plans import planned, plans_of

EVIDENCE = pl.Schema(
    {
        "unique_id": pl.String,
        "last_month": pl.Date,
        "months_count": pl.Int64,
        "evidence": pl.String,
        "note": pl.String,
    }
)
PLANNED = pl.Schema(
    {
        "unique_id": pl.String,
        "month": pl.Date,
        "ahead": pl.Int64,
        "share": pl.Float64,
        "pau": pl.Float64,
        "mau": pl.Float64,
    }
)


def paths_frame(series: list[Series], drawn: Draws, first: NDArray[np.int64]) -> pl.DataFrame:
    """Point and 80 % band per series and month, in users and as share (null without licences)."""
    count, horizon = drawn.point.shape
    edges = np.quantile(drawn.banks, ASKED, axis=1)[:, drawn.group]
    low, high = (np.clip(drawn.point + drawn.size * edge, 0, 1) for edge in edges)
    low, high = np.minimum(low, drawn.point), np.maximum(high, drawn.point)
    unit = drawn.unit[:, None]
    numbers = (first[:, None] + np.arange(horizon)).ravel()
    months = {number: month_date(int(number)) for number in np.unique(numbers)}
    columns = {
        "unique_id": [one.name for one in series for _ in range(horizon)],
        "month": [months[number] for number in numbers],
        "ahead": np.tile(np.arange(1, horizon + 1), count),
        "mau": (drawn.point * unit).ravel(),
        "mau_lo": (low * unit).ravel(),
        "mau_hi": (high * unit).ravel(),
        "mau_share": drawn.point.ravel(),
        "lo_share": low.ravel(),
        "hi_share": high.ravel(),
        "known": [one.has_licences for one in series for _ in range(horizon)],
    }
    frame = pl.DataFrame(columns, schema_overrides={"unique_id": pl.String, "month": pl.Date, "known": pl.Boolean})
    shares = [pl.when("known").then(pl.col(name)).alias(name) for name in ("mau_share", "lo_share", "hi_share")]
    return frame.with_columns(shares).drop("known")


def evidence_frame(series: list[Series], ended: int | None) -> pl.DataFrame:
    """How much each forecast rests on, also for series without one."""
    rows = [
        (one.name, month_date(one.last_month), len(one.users), level_of(one, ended), note_of(one, ended))
        for one in series
    ]
    return pl.DataFrame(rows, schema=EVIDENCE, orient="row")


def planned_frame(
    series: list[Series], drawn: Draws, first: NDArray[np.int64], plans: pl.DataFrame | None
) -> pl.DataFrame:
    """The planned path of every series that has a plan and licences."""
    wanted = {} if plans is None else plans_of(plans)
    rows: list[tuple[object, ...]] = []
    for i, one in enumerate(series):
        if one.name not in wanted or not one.has_licences:
            continue
        start = int(first[i])
        share, seats = planned(drawn.point[i], float(drawn.unit[i]), start, wanted[one.name])
        for step, (part, pau) in enumerate(zip(share.tolist(), seats.tolist(), strict=True)):
            rows.append((one.name, month_date(start + step), step + 1, part, pau, part * pau))
    return pl.DataFrame(rows, schema=PLANNED, orient="row")
