"""Where does a customer stand if its plan is carried out? A scenario beside the forecast, never mixed into it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from domain.errors import BadInput
from forecasting.fits import Floats
from forecasting.panel import month_number

COLUMNS = {"unique_id", "starts_on", "ends_on", "target_share", "licences_count"}


@dataclass(frozen=True)
class Plan:
    """From `start` to `end` (month numbers) usage moves to `target_share`, licences become `licences` at start."""

    start: int
    end: int
    target_share: float | None
    licences: float | None


def plans_of(frame: pl.DataFrame) -> dict[str, list[Plan]]:
    """Plans by series. Columns: unique_id, starts_on, ends_on, target_share 0..1 (null: none),
    licences_count (null: unchanged). Raises BadInput.
    """
    if missing := COLUMNS - set(frame.columns):
        raise BadInput(f"Plans need the columns {', '.join(sorted(COLUMNS))}; missing: {', '.join(sorted(missing))}.")
    found: dict[str, list[Plan]] = {}
    for row in frame.sort("unique_id", "starts_on").iter_rows(named=True):
        found.setdefault(row["unique_id"], []).append(_plan(row))
    return found


def _plan(row: dict[str, Any]) -> Plan:
    start: date = row["starts_on"]
    end: date = row["ends_on"] or start
    target, licences = row["target_share"], row["licences_count"]
    if end < start:
        raise BadInput("A plan ends before it starts; expected an end on or after the start.")
    if target is not None and not 0 <= target <= 1:
        raise BadInput("A target share is expected between 0 and 1.")
    if licences is not None and licences < 0:
        raise BadInput("Planned licences are expected to be 0 or more.")
    return Plan(month_number(start), month_number(end), target, licences)


def planned(point: Floats, unit: float, first: int, plans: list[Plan]) -> tuple[Floats, Floats]:
    """Planned share and licences (horizon,) for the months from number `first` on.

    Until a roll-out starts the share follows the forecast; then the straight line to the target, then the
    target. New licences come empty: without a target, users stay and the share falls.
    """
    months = first + np.arange(len(point))
    licences = np.full(len(point), unit)
    users = point * unit
    for plan in plans:
        if plan.licences is not None:
            licences[months >= plan.start] = plan.licences
    share = np.clip(users / np.maximum(licences, 1e-9), 0, 1)
    for plan in plans:
        if plan.target_share is None:
            continue
        before = months < plan.start
        origin = float(share[before][-1]) if before.any() else float(share[0])
        progress = np.clip((months - plan.start + 1) / (plan.end - plan.start + 1), 0, 1)
        share = np.where(before, share, origin + (plan.target_share - origin) * progress)
    return share, licences
