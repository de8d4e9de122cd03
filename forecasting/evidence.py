"""How much does a forecast rest on, and what should its reader know?"""

from typing import Literal

import numpy as np

from forecasting.panel import FEWEST, Series, month_date
from forecasting.season import OWN_SEASON_FROM
from forecasting.traits import TRUSTED_FROM

Level = Literal["none", "low", "medium", "good"]
LICENCE_CHANGE = 0.2
STALE_AFTER = 2


def level_of(series: Series, as_of: int | None) -> Level:
    """none: no forecast; low: flat line, no date; medium: the method without own season; good: all of it."""
    months = len(series.users)
    late = as_of is not None and as_of - series.last_month > STALE_AFTER
    if months < FEWEST or late or (series.has_licences and series.licences[-1] <= 0):
        return "none"
    if months < TRUSTED_FROM:
        return "low"
    return "medium" if months < OWN_SEASON_FROM else "good"


def note_of(series: Series, as_of: int | None) -> str:
    """Sentences for the reader, empty when there is nothing to say."""
    months = len(series.users)
    said: list[str] = []
    if as_of is not None and as_of - series.last_month > STALE_AFTER:
        said.append(f"No data since {_named(series.last_month)}.")
    elif months < FEWEST:
        said.append(f"Not enough data: {months} of at least {FEWEST} months.")
    elif series.has_licences and series.licences[-1] <= 0:
        said.append("No licences now.")
    elif months < TRUSTED_FROM:
        said.append(f"Low evidence: {months} months, so a flat line and no date.")
    if not series.users.any():
        said.append("No active user in any month.")
    elif months > 1 and series.users[-1] == 0:
        said.append("No active user in the last month.")
    if series.has_licences and series.users[-1] > series.licences[-1] > 0:
        said.append("More users than licences; the forecast stops at the licences.")
    if series.filled_count:
        said.append(f"{series.filled_count} missing months filled in.")
    said.extend(_licence_changes(series))
    return " ".join(said)


def _licence_changes(series: Series) -> list[str]:
    """Changes above 20 % within the last year, newest first."""
    if not series.has_licences:
        return []
    recent = series.licences[-13:]
    change = np.diff(recent) / np.maximum(recent[:-1], 1)
    at = np.flatnonzero(np.abs(change) > LICENCE_CHANGE)[::-1]
    first = series.last_month - len(change) + 1
    return [f"Licence change {change[i]:+.0%} in {_named(first + int(i))}.".replace("%", " %") for i in at[:2]]


def _named(number: int) -> str:
    return f"{month_date(number):%B %Y}"
