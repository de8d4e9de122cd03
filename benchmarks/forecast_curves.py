"""What could adoption look like? Generated customers whose licences and users are known month by month.

Own simulator: seven kinds of course, licence changes, lost customers, summer dips, half-reported months and
shocks that hit everybody. Nothing in it knows the forecasting method.
"""

from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from domain.periods import plus_months

Floats = NDArray[np.float64]
KINDS = ("logistic", "gompertz", "bass", "ramp", "plateau", "decline", "steps")
ODDS = (0.22, 0.13, 0.12, 0.15, 0.2, 0.08, 0.1)


def adoption(count: int, months: int, *, seed: int, first: date = date(2022, 1, 1)) -> pl.DataFrame:
    """Long frame (unique_id, tenant_id, workload, ds, y users, ceiling licences) of `count` customer-workloads."""
    rng = np.random.default_rng(seed)
    share = np.array([_course(rng, months) for _ in range(count)])
    share *= _summer(rng, count, months, first.month)
    share *= 1 + _shocks(rng, count, months)
    share = np.clip(_lost(rng, share), 0, 1)
    start = np.exp(rng.normal(np.log(600), 1.3, count)).clip(20, 60_000)
    licences = np.round(start[:, None] * _licence_changes(rng, count, months))
    users = np.round(np.minimum(share * _absorbed(licences), licences * 1.05))
    users = np.where(rng.random(users.shape) < 0.006, np.round(users * rng.uniform(0.3, 0.9, users.shape)), users)
    ids = [f"tenant{i // 3:05d}/W{i % 3}" for i in range(count)]
    return pl.DataFrame(
        {
            "unique_id": np.repeat(ids, months),
            "tenant_id": np.repeat([name.split("/")[0] for name in ids], months),
            "workload": np.repeat([name.split("/")[1] for name in ids], months),
            "ds": [plus_months(first, month) for month in range(months)] * count,
            "y": users.ravel(),
            "ceiling": licences.ravel(),
        }
    )


def _course(rng: np.random.Generator, months: int) -> Floats:
    kind = rng.choice(KINDS, p=ODDS)
    time = np.arange(months) - rng.uniform(-0.6, 0.9) * months * rng.uniform(0.3, 1)
    low, high = sorted((rng.beta(1, 4), rng.beta(3, 1.6)))
    pace = np.exp(rng.normal(np.log(0.18), 0.6))
    rise: Floats
    if kind == "logistic":
        rise = 1 / (1 + np.exp(-pace * time))
    elif kind == "gompertz":
        rise = np.exp(-2.5 * np.exp(-pace * time))
    elif kind == "bass":
        age, p, q = np.maximum(time + 8, 0), rng.uniform(0.005, 0.04), rng.uniform(0.1, 0.5)
        rise = (1 - np.exp(-(p + q) * age)) / (1 + q / p * np.exp(-(p + q) * age))
    elif kind == "ramp":
        rise = np.clip(time / rng.integers(4, 30), 0, 1)
    elif kind == "plateau":
        rise = np.full(months, rng.random())
    elif kind == "decline":
        rise = 1 - np.clip(time / rng.integers(8, 60), 0, 0.9)
    else:
        jumps = rng.random(months) < 0.08
        rise = np.clip(0.2 + np.cumsum(jumps * rng.uniform(-0.08, 0.35, months)), 0, 1)
    noise = np.exp(rng.normal(np.log(0.011), 0.7))
    wander = np.cumsum(rng.normal(0, noise * 0.7, months))
    wobble = rng.normal(0, noise, months) * (1 + 2 * (rng.random(months) < 0.03))
    return np.asarray(np.clip(low + (high - low) * rise + wander + wobble, 0, 1))


def _summer(rng: np.random.Generator, count: int, months: int, first_month: int) -> Floats:
    calendar = (np.arange(months) + first_month - 1) % 12
    depth = np.where(rng.random(count) < 0.45, rng.beta(1.5, 12, count), 0)[:, None]
    winter = np.where(rng.random(count) < 0.3, rng.beta(1.5, 18, count), 0)[:, None]
    shape = np.isin(calendar, (6, 7)) * rng.uniform(0.7, 1.2, (count, months))
    return np.asarray(1 - depth * shape - winter * (calendar == 11))


def _shocks(rng: np.random.Generator, count: int, months: int) -> Floats:
    everybody = np.cumsum(rng.normal(0, 0.004, months))
    return np.asarray(everybody * rng.uniform(0.3, 1.7, (count, 1)))


def _lost(rng: np.random.Generator, share: Floats) -> Floats:
    count, months = share.shape
    at = np.where(rng.random(count) < 0.05 * months / 36, rng.integers(3, months, count), months)[:, None]
    age = np.arange(months)[None] - at
    left = np.where(age < 0, 1.0, np.maximum(0.0, 1 - (age + 1) / rng.integers(1, 7, (count, 1))))
    return np.asarray(share * left)


def _licence_changes(rng: np.random.Generator, count: int, months: int) -> Floats:
    change = np.where(rng.random((count, months)) < 0.012, rng.normal(0.12, 0.3, (count, months)), 0)
    small = np.where(rng.random((count, months)) < 0.1, rng.normal(0.01, 0.03, (count, months)), 0)
    return np.asarray(np.exp(np.cumsum(np.clip(change, -0.7, 1) + small, axis=1)))


def _absorbed(licences: Floats) -> Floats:
    """Licences in use follow licences owned within some months: new seats come empty."""
    seats = licences.copy()
    for month in range(1, licences.shape[1]):
        before, now = seats[:, month - 1], licences[:, month]
        seats[:, month] = np.where(now < before, now, before + 0.3 * (now - before))
    return seats
