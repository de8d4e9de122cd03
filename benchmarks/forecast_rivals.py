"""What do plain methods answer to the same question: Naive, and each library method alone?"""

import time
import warnings
from statistics import NormalDist
from typing import Any

import numpy as np
from statsforecast.models import Naive

from benchmarks.forecast_scores import Answers, Case
from forecasting.fits import METHODS, Floats, base_models

NORMAL_80 = NormalDist().inv_cdf(0.9)


def rivals(cases: list[Case], horizon: int) -> dict[str, tuple[Answers, float]]:
    """Answers of every rival and its processor seconds per 1,000 series, native bands included."""
    found = {}
    for name, model in zip(("naive", *METHODS), (Naive(alias="naive"), *base_models()), strict=True):
        start = time.process_time()
        bands = [_band(model, case.history, horizon) for case in cases]
        seconds = (time.process_time() - start) / len(cases) * 1000
        found[name] = _answers(cases, np.array(bands)), seconds
    mean = sum((found[name][0].point for name in METHODS), np.zeros(1)) / len(METHODS)
    sides = [
        sum((getattr(found[name][0], side) for name in METHODS), np.zeros(1)) / len(METHODS) for side in ("low", "high")
    ]
    found["mean_of_three"] = _answers(cases, np.stack([mean, *sides], axis=1)), sum(found[name][1] for name in METHODS)
    return found


def _band(model: Any, history: Floats, horizon: int) -> Floats:
    flat = np.full(horizon, history[-1])
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            said = model.forecast(y=history, h=horizon, level=[80])
        except Exception:  # noqa: BLE001 - the library raises plain Exception when a fit is impossible
            return np.stack([flat, flat, flat])
    parts = np.stack([np.asarray(said[key], dtype=float) for key in ("mean", "lo-80", "hi-80")])
    return np.where(np.isfinite(parts), parts, flat)


def _answers(cases: list[Case], bands: Floats) -> Answers:
    point, low, high = np.maximum(bands.transpose(1, 0, 2), 0)
    spread = np.maximum((high - low) / (2 * NORMAL_80), 1e-9)

    below = np.vectorize(NormalDist().cdf, otypes=[float])

    def chance(levels: Floats) -> Floats:
        each = below((point - levels[:, None]) / spread)
        return np.asarray(np.maximum.accumulate(each, axis=1))

    return Answers(
        point,
        low,
        high,
        chance(np.array([case.milestone for case in cases])),
        chance(np.array([case.mark for case in cases])),
    )
