"""Which opinions about the next months does a history offer, and what kind of history is it?

Rows are series of the same length in their own unit (share of licences, or a multiple of their maximum).
"""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forecasting.fits import Floats
from forecasting.season import YEAR, monthly_factors, year_on_year

OPINIONS = 11
KINDS = 7
TRUSTED_FROM = 8
HORIZON = 12
LONGEST = 48
"""Months of history that count; older ones neither help nor are paid for."""


@dataclass(frozen=True)
class Traits:
    """All the stack sees of a batch: `opinions` (series, 12, OPINIONS) as change from the last value.

    `has_stopped`: nobody active in the last month and few before; such usage is not expected to return.
    """

    last: Floats
    opinions: Floats
    kinds: Floats
    widths: Floats
    step: Floats
    level: Floats
    peak: Floats
    has_stopped: NDArray[np.bool_]

    def rows(self, keep: NDArray[Any]) -> "Traits":
        """The same for some of the series."""
        return Traits(*(getattr(self, field.name)[keep] for field in fields(self)))


def prepared(values: Floats) -> tuple[Floats, Floats]:
    """The two views the library fits: without season, and the same on the logit scale."""
    past, _ = monthly_factors(values, HORIZON)
    plain = values / past
    return plain, np.log(_inside(plain) / (1 - _inside(plain)))


def described(values: Floats, fits: Floats) -> Traits:
    """Traits of equally long histories; `fits` (series, 6, 12) are the base fits on both views of `prepared`."""
    count, months = values.shape
    past, ahead = monthly_factors(values, HORIZON)
    plain, last = values / past, values[:, -1]
    step = np.abs(np.diff(values, axis=1)).mean(axis=1) if months > 1 else np.zeros(count)
    step = np.maximum(step, 1e-4)
    level = np.maximum(np.abs(values[:, -YEAR:]).mean(axis=1), 1e-3)
    curved = 1 / (1 + np.exp(-np.clip(fits[:, 3:], -30, 30)))
    year = values[:, -YEAR:] if months >= YEAR else np.repeat(last[:, None], HORIZON, axis=1)
    means = [plain[:, -span:].mean(axis=1) for span in (YEAR, 3, 6, 1)]
    columns = [*np.moveaxis(np.concatenate([fits[:, :3], curved], axis=1) * ahead[:, None], 1, 0), year]
    columns += [mean[:, None] * ahead for mean in means]
    opinions = np.clip(np.stack(columns, axis=-1), -1, 2) - last[:, None, None]
    kinds = _kinds(values, step, level)
    peak = values.max(axis=1)
    has_stopped = (last <= 0) & (values[:, -2:-1] <= 0.25 * peak[:, None]).all(axis=1)
    return Traits(last, opinions, kinds, _widths(values, opinions, step, level), step, level, peak, has_stopped)


def _inside(share: Floats) -> Floats:
    return np.clip(share, 1e-3, 1 - 1e-3)


def _kinds(values: Floats, step: Floats, level: Floats) -> Floats:
    months = values.shape[1]
    change = np.diff(values, axis=1)
    travelled = np.abs(values[:, -1] - values[:, 0]) / (step * max(months - 1, 1))
    centred = change - change.mean(axis=1, keepdims=True)
    inertia = (centred[:, 1:] * centred[:, :-1]).sum(axis=1) / ((centred**2).sum(axis=1) + 1e-12)
    recent = values[:, -YEAR:]
    spread = np.abs(recent - recent.mean(axis=1, keepdims=True)).mean(axis=1) / step
    columns = [
        np.ones(len(values)),
        travelled - 0.25,
        inertia + 0.1,
        np.minimum(spread, 5) / 2 - 0.8,
        (np.log(step / level) + 2.5) / 2,
        year_on_year(values) - 0.3,
        2 * values[:, -1] - 1,
    ]
    return np.asarray(np.clip(np.stack(columns, axis=1), -1.5, 1.5))


def _widths(values: Floats, opinions: Floats, step: Floats, level: Floats) -> Floats:
    """What widens the error: logs of step, spread of the last year, disagreement, distance to the bounds."""
    recent = values[:, -YEAR:]
    spread = np.maximum(np.abs(recent - recent.mean(axis=1, keepdims=True)).mean(axis=1), step / 3)
    disagreement = np.maximum(opinions[:, :, :6].std(axis=2), step[:, None] / 10)
    share = np.clip(values[:, -1], 0.01, 0.99)
    jump = np.abs(np.diff(values[:, -YEAR:], axis=1)).max(axis=1, initial=0) / step
    logs = [np.log(step), np.log(spread / step), np.log(jump + 1), np.log(share * (1 - share)), np.log(level)]
    still = np.repeat(np.stack(logs, axis=1)[:, None], HORIZON, axis=1)
    return np.concatenate([still, np.log(disagreement / step[:, None])[..., None]], axis=2)
