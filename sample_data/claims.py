"""Which workloads has the partner claimed, under which claim, and since when?"""

from dataclasses import dataclass

import numpy as np

from sample_data.companies import Companies
from sample_data.draws import Draws, Flags, Ints
from sample_data.licences import Licences
from sample_data.recipe import Recipe
from sample_data.workloads import column, position

WAVES = 3
"""A customer is claimed in up to three claims, each for several workloads."""

_FIRST_CLAIM_ID = 2_100_000
_DENSE = (
    *("EXO", "SPO", "PROPLUS", "INTUNE", "AADP", "MDO", "MDE"),
    *("TEAMS_MEETINGS", "TEAMS_PHONE", "TEAMS_PLATFORM"),
)
_BEFORE_THE_FILES = 18
"""The earliest claims are this many months older than the simulation: their starting mark is unknowable."""


@dataclass(frozen=True)
class Claims:
    """What is claimed, by position on the arrays' axes.

    `wave`: customers x workloads, which claim covers it or -1. `approved`: customers x waves, a position on
    the timeline (may be negative), and `day` its day. `association`: customers x workloads, the month's
    position, past the end where there is none. `is_silent`: approved, yet never listed in the usage report.
    """

    wave: Ints
    approved: Ints
    day: Ints
    association: Ints
    is_silent: Flags
    has_second_location: Flags

    @property
    def is_claimed(self) -> Flags:
        """Customers x workloads."""
        return self.wave >= 0


def claim_id(customer_index: int, wave: int) -> str:
    """The number Partner Center gave a claim; `customer_index` counts over all chunks."""
    return str(_FIRST_CLAIM_ID + customer_index * WAVES + wave)


def _approvals(recipe: Recipe, draws: Draws, companies: Companies) -> Ints:
    line = recipe.timeline
    count = companies.size
    first = draws.whole(-_BEFORE_THE_FILES, line.size - 1, count)
    gaps = draws.whole(4, 18, (count, WAVES - 1))
    waves = np.concatenate([first[:, None], first[:, None] + np.cumsum(gaps, axis=1)], axis=1)
    never = line.size + 10 * WAVES
    waves[~draws.chance(0.92, count)] = never
    return np.where(waves < line.size, waves, never)


def claims(recipe: Recipe, draws: Draws, companies: Companies, held: Licences) -> Claims:
    """The claims of one chunk; only workloads with paid seats at the time are claimed."""
    line = recipe.timeline
    count, workloads = held.paid.shape[:2]
    approved = _approvals(recipe, draws, companies)
    wanted = draws.chance(column("claim_share") * 1.5, (count, workloads))
    wave = draws.pick([0.6, 0.25, 0.15], (count, workloads))
    if recipe.is_dense:
        approved = np.repeat(draws.whole(line.first, line.size - 6, count)[:, None], WAVES, axis=1)
        wanted = np.zeros_like(wanted)
        wanted[:, [position(code) for code in _DENSE]] = True
        wave = np.zeros_like(wave)
    association = np.take_along_axis(approved, wave, axis=1)
    inside = np.clip(association, 0, line.size - 1)
    paid_then = np.take_along_axis(held.paid, inside[:, :, None], axis=2)[:, :, 0]
    is_claimed = wanted & (association < line.size) & (paid_then > 0)
    return Claims(
        wave=np.where(is_claimed, wave, -1),
        approved=approved,
        day=draws.whole(1, 29, (count, WAVES)),
        association=np.where(is_claimed, association, line.size + 1),
        is_silent=draws.chance(0.0 if recipe.is_dense else 0.012, (count, WAVES)),
        has_second_location=draws.chance(0.0 if recipe.is_dense else 0.03, count),
    )
