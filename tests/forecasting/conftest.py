"""One forecast of a generated portfolio, shared by the tests that judge it."""

import polars as pl
import pytest

from benchmarks.forecast_curves import adoption
from domain.periods import plus_months
from forecasting import Forecast, forecast
from tests.forecasting.histories import FIRST


@pytest.fixture(scope="session")
def portfolio() -> pl.DataFrame:
    """200 customer-workloads over 36 months, of which the forecast sees 24."""
    return adoption(200, 36, seed=41, first=FIRST).rename({"ds": "month", "y": "mau", "ceiling": "pau"})


@pytest.fixture(scope="session")
def known(portfolio: pl.DataFrame) -> pl.DataFrame:
    return portfolio.filter(pl.col("month") < plus_months(FIRST, 24))


@pytest.fixture(scope="session")
def result(known: pl.DataFrame) -> Forecast:
    return forecast(known, seed=1, as_of=plus_months(FIRST, 23))
