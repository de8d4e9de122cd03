"""How much of a series' year is a pattern that will return?

Ratios to the centred twelve-month mean, raised to the power of their own evidence: the correlation of
this year's month-on-month changes with last year's. No correlation, no season; no fixed half.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from forecasting.fits import Floats

YEAR = 12
OWN_SEASON_FROM = 24


def year_on_year(values: Floats) -> Floats:
    """Correlation of relative monthly changes a year apart, per row of (series, months); 0 below 16 months."""
    count, months = values.shape
    pairs = months - 1 - YEAR
    if pairs < 3:
        return np.zeros(count)
    floor = 1e-3 * values.max(axis=1, keepdims=True) + 1e-9
    change = np.diff(np.log(np.maximum(values, floor)), axis=1)
    change = change - change.mean(axis=1, keepdims=True)
    now, before = change[:, YEAR:], change[:, :-YEAR]
    size = np.sqrt((now**2).sum(axis=1) * (before**2).sum(axis=1))
    correlation = (now * before).sum(axis=1) / np.maximum(size, 1e-12)
    return np.asarray(correlation * (1.0 if months >= OWN_SEASON_FROM else pairs / (pairs + 3)))


def monthly_factors(values: Floats, horizon: int) -> tuple[Floats, Floats]:
    """Factors (past, ahead) of shapes (series, months) and (series, horizon); all 1 below 24 months."""
    count, months = values.shape
    if months < OWN_SEASON_FROM:
        return np.ones_like(values), np.ones((count, horizon))
    ratio = values[:, 6 : months - 6] / np.maximum(_centred_mean(values), 1e-9)
    position = (np.arange(ratio.shape[1]) + 6) % YEAR
    factor = np.stack([ratio[:, position == month].mean(axis=1) for month in range(YEAR)], axis=1)
    factor /= np.maximum(factor.mean(axis=1, keepdims=True), 1e-9)
    evidence = np.clip(year_on_year(values), 0, 1)[:, None]
    factor = np.clip(factor, 0.05, 20) ** evidence
    cycle = factor[:, np.arange(months + horizon) % YEAR]
    return cycle[:, :months], cycle[:, months:]


def _centred_mean(values: Floats) -> Floats:
    weights = np.r_[0.5, np.ones(YEAR - 1), 0.5] / YEAR
    return np.asarray(sliding_window_view(values, YEAR + 1, axis=1) @ weights)
