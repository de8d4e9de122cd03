"""What would three plain methods of the library say, series by series?"""

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from statsforecast.models import AutoETS, DynamicOptimizedTheta

Floats = NDArray[np.float64]

METHODS = ("simple_smoothing", "damped_trend", "dynamic_theta")
"""Aliases of the base fits: without them the library gives both AutoETS the same name."""


def base_models() -> list[Any]:
    """The library's models in the order of METHODS, each under its own alias."""
    return [
        AutoETS(season_length=1, model="ANN", alias=METHODS[0]),
        AutoETS(season_length=1, model="AAN", damped=True, alias=METHODS[1]),
        DynamicOptimizedTheta(season_length=1, alias=METHODS[2]),
    ]


def fit(history: Floats, horizon: int, models: list[Any]) -> Floats:
    """The models' forecasts of one gap-free series, shape (models, horizon).

    A model the library cannot fit (too few points, no variation) answers with the last value.
    """
    flat = np.full(horizon, history[-1])
    if len(history) < 3 or np.ptp(history) <= 1e-12:
        return np.tile(flat, (len(models), 1))
    return np.array([_one(model, history, horizon, flat) for model in models])


def _one(model: Any, history: Floats, horizon: int, flat: Floats) -> Floats:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            mean = np.asarray(model.forecast(y=history, h=horizon)["mean"], dtype=np.float64)
        except Exception:  # noqa: BLE001 - the library raises plain Exception when a fit is impossible
            return flat
    return mean if np.isfinite(mean).all() else flat
