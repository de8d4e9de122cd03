"""What do past forecasts teach about today's: which opinions to trust, how wide, in which shapes?

A law holds, per length of history, the stack's weights and the error's size, and one bank of whole
twelve-month error paths. The shipped laws (folder `prior`) were learned with the same code from public
monthly series and simulated tenants; a portfolio's own year-old forecasts then bend them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasting.fits import Floats
from forecasting.traits import HORIZON, TRUSTED_FROM, Traits

SHAPES = 3
CELL_HORIZONS = ((0, 1), (1, 3), (3, 6), (6, 12))
CLASS_EDGES = np.array([1 / 3, 2 / 3])
CLASSES = 3
STOPPED = 0.1
"""A series that has stopped keeps this much of its restlessness: a few do come back."""
WIDTHS = 6
BUCKETS = (3, 8, 12, 18, 24, 36)
"""Shortest history, in months, of each group that has weights of its own."""

_AHEAD = np.arange(HORIZON)
BASIS = np.stack([np.ones(HORIZON), (_AHEAD - 5.5) / 5.5, 1 / (_AHEAD + 1) - 0.2586], axis=1)


def bucket_of(months: int) -> int:
    """The group a history of so many months belongs to.

    >>> bucket_of(3), bucket_of(23), bucket_of(60)
    (3, 18, 36)
    """
    return max(bucket for bucket in BUCKETS if bucket <= max(months, BUCKETS[0]))


@dataclass(frozen=True)
class Law:
    """What was learned; see the module for the idea and `learning` for how.

    `weights` {bucket: (OPINIONS, KINDS, SHAPES)}, `sizes` {bucket: (1 + WIDTHS, SHAPES)}; `bank`
    (CLASSES, paths, 12): standardised error paths by last share, sorted by their mean; `edges` of the calm to
    restless quarters of `step`; `cells` (4, 4): factor on the size by quarter and CELL_HORIZONS; `odds`:
    intercept and slope of the recalibrated log odds.
    """

    weights: Mapping[int, Floats]
    sizes: Mapping[int, Floats]
    bank: Floats
    edges: Floats
    cells: Floats
    odds: tuple[float, float]

    def point(self, months: int, traits: Traits) -> Floats:
        """Forecast (series, 12): the last value plus the weighted opinions, kept inside what was voiced."""
        if months < TRUSTED_FROM:
            return np.repeat(np.clip(traits.last, 0, 1)[:, None], HORIZON, axis=1)
        weights = np.einsum("zks,hs->hzk", self.weights[bucket_of(months)].transpose(1, 0, 2), BASIS)
        change = np.einsum("nhz,nk,hkz->nh", traits.opinions, traits.kinds, weights, optimize=True)
        room = 2 * traits.step[:, None]
        low, high = traits.opinions.min(axis=2) - room, traits.opinions.max(axis=2) + room
        point = np.clip(traits.last[:, None] + np.clip(change, low, high), 0, 1)
        return np.where(traits.has_stopped[:, None], 0.0, point)

    def size(self, months: int, traits: Traits) -> Floats:
        """Typical size of the error (series, 12)."""
        coefficients = self.sizes[bucket_of(months)] @ BASIS.T
        log = coefficients[0] + np.einsum("nhw,wh->nh", traits.widths, coefficients[1:])
        awake = np.where(traits.has_stopped, STOPPED, 1.0)[:, None]
        return np.asarray(np.exp(np.clip(log, -12, 1)) * self.factor(traits.step) * awake)

    def factor(self, step: Floats) -> Floats:
        """Correction of the size per cell, (series, 12)."""
        quarter = np.searchsorted(self.edges, step)
        return np.concatenate(
            [
                np.repeat(self.cells[quarter, i : i + 1], end - start, axis=1)
                for i, (start, end) in enumerate(CELL_HORIZONS)
            ],
            axis=1,
        )

    def class_of(self, last: Floats) -> NDArray[np.int64]:
        """Which bank a series draws from: low, middle or high share."""
        return np.searchsorted(CLASS_EDGES, last)
