"""Which coefficients make the absolute error smallest, without straying far from what was believed?"""

import numpy as np

from forecasting.fits import Floats

ROUNDS = 12


def least_absolute(rows: Floats, target: Floats, weight: Floats, start: Floats, pull: float) -> Floats:
    """Weighted least absolute deviations by reweighted least squares, pulled towards `start`.

    `pull` is the weight of the belief relative to all rows together, each column in its own size.
    """
    belief, coefficients = start, start.copy()
    floor = 1e-3 * max(float(np.median(np.abs(target))), 1e-6)
    for _ in range(ROUNDS):
        error = np.abs(target - rows @ coefficients)
        share = weight / np.maximum(error, floor)
        weighted = rows * share[:, None]
        square = weighted.T @ rows
        size = np.diag(square)
        ridge = pull * (0.1 * size + 0.9 * size.mean()) + 1e-9
        right = weighted.T @ target + ridge * belief
        coefficients = np.linalg.solve(square + np.diag(ridge), right)
    return coefficients


def logistic(score: Floats, outcome: Floats, pull: float) -> tuple[float, float]:
    """Intercept and slope of outcome on score (log odds), pulled towards 0 and 1 by `pull` pseudo outcomes."""
    beta = np.array([0.0, 1.0])
    rows = np.stack([np.ones_like(score), score], axis=1)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        slope = rows.T @ (outcome - chance) - pull / 4 * (beta - [0.0, 1.0])
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + pull / 4 * np.eye(2)
        step = np.linalg.solve(curve, slope)
        beta = beta + np.clip(step, -1, 1)
        if np.abs(step).max() < 1e-8:
            break
    return float(beta[0]), float(max(beta[1], 0.05))
