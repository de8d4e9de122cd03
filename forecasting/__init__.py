"""Forecasts of monthly active users, with bands, chances and dates. Start at `engine.forecast`."""

from forecasting.engine import forecast
from forecasting.result import Forecast

__all__ = ["Forecast", "forecast"]
