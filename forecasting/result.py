"""What does a forecast answer: paths, totals, and when a level is reached?"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from forecasting.chances import around, chances, recalibrated
from forecasting.draws import Draws
from forecasting.fits import Floats
from forecasting.panel import month_date
from forecasting.totals import totals

WITHIN = (3, 6, 12)


@dataclass(frozen=True)
class Forecast:
    """The answers; month by month from the month after the last known one.

    `paths`: unique_id, month, ahead (1..horizon), mau, mau_lo, mau_hi (users), mau_share, lo_share, hi_share
    (null without licences); lo and hi hold the 80 % band. `evidence`: unique_id, last_month, months_count,
    evidence none|low|medium|good, note. `planned`: unique_id, month, ahead, share, pau, mau: the scenario of
    entered plans. `track`: how earlier forecasts of this portfolio did. `cache`: fits to hand in next time.
    """

    paths: pl.DataFrame
    evidence: pl.DataFrame
    planned: pl.DataFrame
    track: pl.DataFrame
    cache: pl.DataFrame
    draws: Draws
    names: tuple[str, ...]
    first_month: NDArray[np.int64]
    has_dates: NDArray[np.bool_]
    odds: NDArray[np.float64]
    fitted_count: int

    def reach(self, levels: pl.DataFrame) -> pl.DataFrame:
        """Chance and date of reaching levels, one row per row of `levels` (unique_id, level in users, ...).

        Adds probability_3, probability_6, probability_12 (null without forecast), reached_on (median month of
        the first crossing among the paths that cross), reached_on_earliest and _latest (10-90 % of them) and
        likely_on: the first month whose chance is above one half. Dates are null with low evidence, when
        fewer than one path in twenty crosses, or when the level lies above what the licences allow.
        """
        rows, wanted = self._asked(levels)
        chance, when = self._crossings(rows, wanted)
        horizon = self.draws.point.shape[1]
        columns: dict[str, pl.Series] = {}
        for span in WITHIN:
            columns[f"probability_{span}"] = _nulls(chance[:, min(span, horizon) - 1])
        for name, values in zip(
            ("reached_on_earliest", "reached_on", "reached_on_latest", "likely_on"), when.T, strict=True
        ):
            starts = np.where(rows >= 0, self.first_month[rows], 0) if len(self.names) else rows * 0
            dates = [month_date(int(a + b) - 1) if b == b else None for a, b in zip(starts, values, strict=True)]
            columns[name] = pl.Series(dates, dtype=pl.Date)
        return levels.with_columns(**columns)

    def chances(self, levels: pl.DataFrame) -> Floats:
        """Chance of having reached each level by each month ahead, (rows of `levels`, horizon); nan: no forecast."""
        return self._crossings(*self._asked(levels))[0]

    def _asked(self, levels: pl.DataFrame) -> tuple[NDArray[np.int64], Floats]:
        position = {name: row for row, name in enumerate(self.names)}
        rows = np.array([position.get(name, -1) for name in levels["unique_id"].to_list()], dtype=np.int64)
        return rows, levels["level"].cast(pl.Float64).fill_null(np.nan).to_numpy()

    def _crossings(self, rows: NDArray[np.int64], levels: Floats, at_once: int = 500) -> tuple[Floats, Floats]:
        horizon = self.draws.point.shape[1]
        chance = np.full((len(rows), horizon), np.nan)
        when = np.full((len(rows), 4), np.nan)
        answerable = np.flatnonzero((rows >= 0) & np.isfinite(levels))
        for start in range(0, len(answerable), at_once):
            part = answerable[start : start + at_once]
            of = rows[part]
            draws = self.draws
            paths = around(draws.point[of], draws.size[of], draws.banks[draws.group[of]])
            level = levels[part] / draws.unit[of]
            raw = chances(paths, level)
            for bank in np.unique(draws.group[of] // 3):
                same = draws.group[of] // 3 == bank
                chance[part[same]] = recalibrated(raw[same], (self.odds[bank, 0], self.odds[bank, 1]))
            impossible = level > 1
            chance[part[impossible]] = 0
            when[part] = _dates(raw, chance[part])
            when[part[~self.has_dates[of]]] = np.nan
        return chance, when

    def total(self, groups: pl.DataFrame) -> pl.DataFrame:
        """Sums per group and month: `group`, month, mau, mau_lo, mau_hi, series_count.

        `groups` has unique_id and group (a series may be in several). The point is the sum of the parts'
        points; the band comes from joint draws. Only series with a forecast count. Raises UnknownName,
        BadInput.
        """
        known = set(self.evidence["unique_id"].to_list())
        return totals(groups, self.draws, self.names, known, self.first_month)


def _nulls(values: Floats) -> pl.Series:
    return pl.Series(values, dtype=pl.Float64, nan_to_null=True)


def _dates(raw: Floats, chance: Floats) -> Floats:
    """Month ahead (1 = next) by which 10, 50 and 90 % of the crossing paths have crossed; then P above half."""
    within = raw / np.maximum(raw[:, -1:], 1e-9)
    found = np.stack([(within < part - 1e-9).sum(axis=1) + 1.0 for part in (0.1, 0.5, 0.9)], axis=1)
    found[raw[:, -1] < 0.05] = np.nan
    likely = (chance < 0.5).sum(axis=1) + 1.0
    likely[chance[:, -1] < 0.5] = np.nan
    return np.column_stack([found, likely])
