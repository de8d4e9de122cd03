"""How likely is a level reached, and by when, if the error paths of the past repeat themselves?"""

import numpy as np

from forecasting.fits import Floats
from forecasting.law import Law
from forecasting.traits import Traits


def paths_of(law: Law, months: int, traits: Traits) -> Floats:
    """Every path of the bank around each forecast, (series, paths, 12), in the unit of the traits."""
    return around(law.point(months, traits), law.size(months, traits), law.bank[law.class_of(traits.last)])


def around(point: Floats, size: Floats, errors: Floats) -> Floats:
    """Paths (series, paths, 12) from forecasts and sizes (series, 12) and errors (series, paths, 12)."""
    return np.clip(point[:, None] + size[:, None] * errors, 0, 1)


def chances(paths: Floats, level: Floats) -> Floats:
    """Share of paths that have reached `level` (series,) by each month: (series, 12), rising."""
    return np.asarray((np.maximum.accumulate(paths, axis=2) >= level[:, None, None]).mean(axis=1))


def log_odds(chance: Floats) -> Floats:
    """Log odds, kept finite as if one path more had decided each way."""
    inside = np.clip(chance, 1 / 400, 1 - 1 / 400)
    return np.asarray(np.log(inside / (1 - inside)))


def recalibrated(chance: Floats, odds: tuple[float, float]) -> Floats:
    """Chances corrected by what came of earlier ones; order and direction stay."""
    score = odds[0] + odds[1] * log_odds(chance)
    return np.asarray(1 / (1 + np.exp(-score)))
