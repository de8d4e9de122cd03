"""The pieces of the method, each against an answer known beforehand."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsforecast.models import AutoETS, DynamicOptimizedTheta

from forecasting.chances import chances, recalibrated
from forecasting.fits import METHODS, base_models, fit
from forecasting.prior import prior
from forecasting.regression import least_absolute, logistic
from forecasting.season import monthly_factors, year_on_year


def test_base_fits_are_the_librarys() -> None:
    history = 0.3 + 0.02 * np.arange(20.0) + 0.01 * np.sin(np.arange(20.0))
    ours = fit(history, 12, base_models())
    theirs: list[Any] = [
        AutoETS(season_length=1, model="ANN"),
        AutoETS(season_length=1, model="AAN", damped=True),
        DynamicOptimizedTheta(season_length=1),
    ]
    assert ours == pytest.approx(np.array([model.forecast(y=history, h=12)["mean"] for model in theirs]))
    assert [model.alias for model in base_models()] == list(METHODS)


def test_a_repeating_year_is_believed_and_noise_is_not() -> None:
    year = np.array([1, 1.1, 1.2, 1.1, 1, 0.9, 0.6, 0.7, 1, 1.2, 1.1, 1.1])
    noise = np.random.default_rng(5).normal(1, 0.1, 24)
    values = 0.3 * np.stack([np.tile(year, 2), noise])
    assert year_on_year(values)[0] == pytest.approx(1)
    _, ahead = monthly_factors(values, 12)
    assert ahead[0] == pytest.approx(year / year.mean(), rel=0.01)
    assert np.abs(ahead[1] - 1).max() < np.abs(noise - 1).max()


def test_below_two_years_there_is_no_own_season() -> None:
    past, ahead = monthly_factors(np.random.default_rng(1).random((3, 23)), 12)
    assert (past == 1).all()
    assert (ahead == 1).all()


def test_least_absolute_error_ignores_outliers() -> None:
    rows = np.stack([np.ones(50), np.arange(50.0)], axis=1)
    target = 2 + 3 * np.arange(50.0)
    target[7] += 1000
    assert least_absolute(rows, target, np.ones(50), np.zeros(2), 0) == pytest.approx([2, 3], abs=0.01)


def test_without_lessons_chances_stay_as_they_are() -> None:
    assert logistic(np.zeros(0), np.zeros(0), 200) == pytest.approx((0, 1))


def test_chance_is_the_share_of_paths_that_crossed() -> None:
    paths = np.array([[[0.1, 0.5, 0.2], [0.1, 0.1, 0.1], [0.4, 0.1, 0.1], [0.1, 0.1, 0.6]]])
    assert chances(paths, np.array([0.4]))[0].tolist() == [0.25, 0.5, 0.75]


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12), st.floats(-1, 1), st.floats(0.05, 2))
def test_recalibration_keeps_order(values: list[float], intercept: float, slope: float) -> None:
    chance = np.sort(np.array(values))
    assert (np.diff(recalibrated(chance, (intercept, slope))) >= -1e-12).all()


@pytest.mark.parametrize("kind", ["tenants", "volumes"])
def test_shipped_laws_are_whole(kind: str) -> None:
    law = prior(kind)
    assert set(law.weights) == set(law.sizes)
    assert np.isfinite(law.bank).all()
    assert (law.cells > 0).all()
    assert 0.05 <= law.odds[1] <= 2
