"""Which thresholds of the signals can be set, under which name?"""

from functools import cache

from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.signal_thresholds import SignalThresholds


class SignalSettings(BaseSettings, SignalThresholds):
    """The signals' thresholds, read from `CPOR_SIGNAL_…`."""

    model_config = SettingsConfigDict(env_prefix="CPOR_SIGNAL_", frozen=True, extra="ignore")


@cache
def signal_settings() -> SignalSettings:
    """The process's thresholds. Tests build their own."""
    return SignalSettings()
