"""Which histories can be forecast, in which unit, and what has to be said about each?"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from domain.errors import BadInput
from forecasting.fits import Floats
from forecasting.traits import LONGEST

FEWEST = 3
SPARE_ROOM = 4.0
"""Without licences the unit is this many times the highest month: far enough not to bound, near to bend."""
LONGEST_GAP = 6


@dataclass(frozen=True)
class Series:
    """One gap-free history: users and licences per month (licences may be nan), oldest first."""

    name: str
    tenant: str
    last_month: int
    users: Floats
    licences: Floats
    filled_count: int

    @property
    def has_licences(self) -> bool:
        """Whether usage can be read as a share."""
        return bool(np.isfinite(self.licences).all())

    def unit(self, months: int) -> float:
        """Users per unit at the end of the first `months` months: licences then, or SPARE_ROOM x the maximum."""
        if self.has_licences:
            return float(self.licences[months - 1])
        return SPARE_ROOM * max(float(self.users[max(0, months - LONGEST) : months].max()), 1e-9)

    def history(self, months: int) -> Floats:
        """The first `months` months, the latest LONGEST of them, in units and clipped to 0..1."""
        users = self.users[max(0, months - LONGEST) : months]
        below = self.licences[max(0, months - LONGEST) : months] if self.has_licences else self.unit(months)
        return np.clip(users / np.maximum(below, 1e-9), 0, 1)

    def until(self, months: int) -> "Series":
        """The series as it stood after its first `months` months."""
        earlier = self.last_month - len(self.users) + months
        return replace(self, last_month=earlier, users=self.users[:months], licences=self.licences[:months])

    def future(self, months: int, horizon: int) -> Floats:
        """What came after the first `months` months, in the unit of that day; nan where not yet known."""
        came = np.full(horizon, np.nan)
        known = self.users[months : months + horizon]
        came[: len(known)] = np.clip(known / max(self.unit(months), 1e-9), 0, 1 if self.has_licences else None)
        return came


def arranged(history: pl.DataFrame) -> list[Series]:
    """One Series per unique_id, sorted by it.

    Columns: `unique_id` (or `tenant_id` and `workload`), `month`, `mau`, optional `pau` and `is_complete`.
    Running months (is_complete false) and empty values are left out, gaps up to 6 months are filled in
    on the straight line, and after a longer gap history begins anew. Raises BadInput.
    """
    frame = _columns(history)
    names, index, users, licences = (frame[name].to_numpy() for name in ("unique_id", "index", "mau", "pau"))
    tenants = frame["tenant_id"].to_list()
    if not len(names):
        return []
    starts = np.flatnonzero(np.r_[True, names[1:] != names[:-1]])
    ends = np.r_[starts[1:], len(names)]
    return [
        _one(str(names[a]), str(tenants[a]), index[a:b], users[a:b].astype(float), licences[a:b].astype(float))
        for a, b in zip(starts, ends, strict=True)
    ]


def month_number(month: date) -> int:
    """Months since year 0, so that ranges are plain numbers."""
    return month.year * 12 + month.month - 1


def month_date(number: int) -> date:
    """The month of a number."""
    return date(number // 12, number % 12 + 1, 1)


def _columns(history: pl.DataFrame) -> pl.DataFrame:
    frame = history
    if "unique_id" not in frame.columns and {"tenant_id", "workload"} <= set(frame.columns):
        frame = frame.with_columns(unique_id=pl.col("tenant_id") + "/" + pl.col("workload"))
    missing = {"unique_id", "month", "mau"} - set(frame.columns)
    if missing:
        raise BadInput(f"A history needs the columns unique_id, month and mau; missing: {', '.join(sorted(missing))}.")
    if "is_complete" in frame.columns:
        frame = frame.filter(pl.col("is_complete").fill_null(True))
    frame = frame.with_columns(
        pl.col("unique_id").cast(pl.String),
        pl.col("mau").cast(pl.Float64, strict=False),
        (pl.col("pau") if "pau" in frame.columns else pl.lit(None)).cast(pl.Float64, strict=False).alias("pau"),
        tenant_id=pl.col("tenant_id") if "tenant_id" in frame.columns else pl.col("unique_id"),
        index=(
            pl.col("month").cast(pl.Date).dt.year().cast(pl.Int64) * 12 + pl.col("month").cast(pl.Date).dt.month() - 1
        ),
    ).filter(pl.col("mau").is_finite())
    if frame.select("unique_id", "index").is_duplicated().any():
        raise BadInput("A series has two values for the same month; expected one row per series and month.")
    return frame.sort("unique_id", "index")


def _one(name: str, tenant: str, index: NDArray[np.int64], users: Floats, licences: Floats) -> Series:
    jumps = np.flatnonzero(np.diff(index) > LONGEST_GAP + 1)
    if len(jumps):
        keep = slice(int(jumps[-1]) + 1, None)
        index, users, licences = index[keep], users[keep], licences[keep]
    grid = np.arange(index[0], index[-1] + 1)
    known = np.isfinite(licences)
    seats = np.interp(grid, index[known], licences[known]) if known.any() else np.full(len(grid), np.nan)
    filled = np.maximum(np.interp(grid, index, users), 0)
    return Series(name, tenant, int(index[-1]), filled, seats, len(grid) - len(index))
