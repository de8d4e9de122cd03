"""How might all series move together? Joint paths whose sums are the totals' paths.

Each draw gives every series one error path of its bank. Which one is tied across series: the rank of the
path follows a normal score shared by all (`everybody`), by one customer (`same_tenant`) and its own. Every
series alone keeps exactly its own distribution.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasting.fits import Floats
from forecasting.panel import Series

MONTHS_COMPARED = 24


@dataclass(frozen=True)
class Draws:
    """Compact joint draws: (series, draws) numbers of paths in `banks` (classes, paths, horizon).

    `point` and `size` are (series, horizon) in units, `unit` users per unit, `group` the class of each series.
    """

    point: Floats
    size: Floats
    unit: Floats
    group: NDArray[np.int64]
    banks: Floats
    choice: NDArray[np.uint16]

    def users(self, rows: NDArray[np.int64]) -> Floats:
        """Paths in users for some series: (series, draws, horizon)."""
        errors = self.banks[self.group[rows, None], self.choice[rows]]
        shares = np.clip(self.point[rows, None] + self.size[rows, None] * errors, 0, 1)
        return np.asarray(shares * self.unit[rows, None, None])

    def total(self, rows: NDArray[np.int64], at_once: int = 2000) -> Floats:
        """Sum over the series, draw by draw: (draws, horizon)."""
        parts: Iterator[NDArray[np.int64]] = (rows[i : i + at_once] for i in range(0, len(rows), at_once))
        return np.asarray(sum((self.users(part).sum(axis=0) for part in parts), np.zeros((1, self.point.shape[1]))))


def ties(series: list[Series]) -> tuple[float, float]:
    """Correlation of standardised monthly changes among all series, and what one customer's add to it."""
    newest = max((one.last_month for one in series), default=0)
    changes = np.full((len(series), MONTHS_COMPARED), np.nan)
    for row, one in zip(changes, series, strict=True):
        step = np.diff(one.users[-MONTHS_COMPARED - 1 :])
        late = newest - one.last_month
        size = float(np.abs(step).mean()) if len(step) > 2 else 0.0
        if size > 0 and late == 0:
            row[len(row) - len(step) :] = np.clip(step / size, -4, 4)
    everybody = _pairs(changes)
    tenants: dict[str, list[int]] = {}
    for position, one in enumerate(series):
        tenants.setdefault(one.tenant, []).append(position)
    several = [positions for positions in tenants.values() if len(positions) > 1][:2000]
    inside = [_pairs(changes[positions]) for positions in several]
    same = float(np.mean(inside)) if len(inside) >= 20 else everybody
    everybody = float(np.clip(everybody, 0.01, 0.6))
    return everybody, float(np.clip(same - everybody, 0, 0.6))


def _pairs(changes: Floats) -> float:
    """Mean product of two different series' changes over their mean square."""
    known = np.isfinite(changes)
    values = np.where(known, changes, 0)
    count = known.sum(axis=0)
    squares = (values**2).sum(axis=0)
    products = (values.sum(axis=0) ** 2 - squares)[count > 1]
    pairs = (count * (count - 1))[count > 1]
    power = float(squares.sum() / max(count.sum(), 1))
    return float(products.sum() / max(pairs.sum(), 1) / power) if power > 0 else 0.0


def chosen(series: list[Series], paths: int, draws: int, *, seed: int) -> NDArray[np.uint16]:
    """Number of the path each series takes in each draw, (series, draws)."""
    rng = np.random.default_rng(seed)
    everybody, same = ties(series)
    tenants = {name: position for position, name in enumerate(dict.fromkeys(one.tenant for one in series))}
    shared = np.sqrt(everybody) * rng.standard_normal(draws)
    own_tenant = np.sqrt(same) * rng.standard_normal((len(tenants), draws)).astype(np.float32)
    choice = np.empty((len(series), draws), dtype=np.uint16)
    ladder = ((np.arange(draws) + 0.5) / draws * paths).astype(np.uint16)
    for row, one in enumerate(series):
        score = shared + own_tenant[tenants[one.tenant]] + np.sqrt(1 - everybody - same) * rng.standard_normal(draws)
        choice[row, np.argsort(score, kind="stable")] = ladder
    return choice
