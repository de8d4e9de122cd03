"""How do active users of a workload come, stall, dip, come back and leave?

Share of paid licences active: a logistic rise towards a ceiling, shaped by the story of this customer and
workload, bent by holidays, roughened by noise; times a base that follows licence changes with a lag.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from sample_data.claims import Claims
from sample_data.companies import Companies
from sample_data.draws import Draws, Flags, Floats, Ints
from sample_data.licences import Licences
from sample_data.recipe import Recipe
from sample_data.workloads import column


class Story(IntEnum):
    """What happens to a customer's workload."""

    RISES = 0
    STALLS = 1
    DIPS = 2
    DECLINES = 3
    RESTS = 4
    LEAVES = 5


_STORY_WEIGHTS = (0.44, 0.20, 0.14, 0.08, 0.10, 0.04)
_NORTH = np.array([0, 0, 0, 0.01, 0.01, 0.02, 0.07, 0.10, 0.01, 0, 0, 0.05])
_SOUTH = np.array([0.10, 0.03, 0, 0.01, 0, 0, 0.01, 0, 0, 0, 0.01, 0.08])
_SCHOOL = np.array([0.02, 0, 0, 0.03, 0.04, 0.22, 0.45, 0.38, 0.03, 0, 0.01, 0.14])
_EDUCATION = 3
"""Its place among the segments."""


@dataclass(frozen=True)
class Usage:
    """Customers x workloads x months: monthly active users, and whether a source lists the month at all."""

    mau: Ints
    is_present: Flags


def adoption(draws: Draws, association: Floats, start: Floats, ceiling: Floats, months: Ints) -> tuple[Floats, Ints]:
    """Shares without holidays or noise (series x months) and each series' story.

    `association` is the month a push began (the curve's middle follows it); `start` and `ceiling` are shares.
    """
    count = len(association)
    stories = draws.pick(_STORY_WEIGHTS, count)
    middle = association + draws.between(1, 11, count)
    pace = draws.between(1.2, 4.5, count)
    low = start * draws.between(0.5, 1.3, count)
    high = np.clip(ceiling * (1 + 0.14 * draws.normal(count)), low + 0.02, 0.985)
    high = np.where(stories == Story.STALLS, low + (high - low) * draws.between(0.25, 0.6, count), high)
    high = np.where(stories == Story.RESTS, low * 1.06, high)
    rise = 1 / (1 + np.exp(-(months - middle[:, None]) / pace[:, None]))
    share = low[:, None] + (high - low)[:, None] * rise
    turn = (middle + draws.between(4, 22, count))[:, None]
    depth = draws.between(0.18, 0.55, count)[:, None]
    length = draws.between(2, 7, count)[:, None]
    hollow = np.clip(1 - np.abs((months - turn) / length), 0, 1) * depth
    share = np.where((stories == Story.DIPS)[:, None], share * (1 - hollow), share)
    fade = np.exp(-np.clip(months - turn, 0, None) * draws.between(0.015, 0.06, count)[:, None])
    return np.where((stories == Story.DECLINES)[:, None], share * fade, share), stories


def _holidays(recipe: Recipe, draws: Draws, companies: Companies) -> Floats:
    # Customers x months: the share of users away, before a workload's own sensitivity.
    profile = np.where(companies.is_southern[:, None], _SOUTH, _NORTH)
    profile = np.where((companies.segments == _EDUCATION)[:, None], _SCHOOL, profile)
    strength = draws.between(0.4, 1.4, companies.size)[:, None]
    away: Floats = profile[:, recipe.timeline.calendar_months - 1] * strength
    return away


def _base(paid: Ints) -> Floats:
    # People follow licences with a lag: after a cut, users outnumber seats for a while.
    base = paid.astype(np.float64)
    for month in range(1, paid.shape[2]):
        grown = base[:, :, month - 1] + 0.45 * (paid[:, :, month] - base[:, :, month - 1])
        base[:, :, month] = np.where(paid[:, :, month - 1] > 0, grown, paid[:, :, month])
    return base


def _rough(draws: Draws, share: Floats, paid: Ints) -> Floats:
    noise = draws.normal(share.shape)
    for month in range(1, share.shape[2]):
        noise[:, :, month] = 0.6 * noise[:, :, month - 1] + 0.8 * noise[:, :, month]
    spread = 0.012 + 0.35 * np.sqrt(share * (1 - np.minimum(share, 1)) / np.maximum(paid, 1))
    rough: Floats = share + noise * spread
    return rough


def _absences(recipe: Recipe, draws: Draws, stories: Ints) -> Flags:
    # Series x months a source does not list: single gaps, and workloads that leave (half of them return).
    line = recipe.timeline
    months = np.arange(line.size)
    shape = stories.shape
    gap = draws.whole(line.first + 1, line.size - 1, shape)[..., None]
    gap_length = draws.whole(1, 3, shape)[..., None]
    has_gap = draws.chance(0.025, shape)[..., None]
    left = draws.whole(line.first + 5, line.size, shape)[..., None]
    away = np.where(draws.chance(0.5, shape), draws.whole(2, 6, shape), line.size)[..., None]
    is_gone = (stories == Story.LEAVES)[..., None] & (months >= left) & (months < left + away)
    is_away: Flags = is_gone | (has_gap & (months >= gap) & (months < gap + gap_length))
    return is_away


def usage(recipe: Recipe, draws: Draws, companies: Companies, held: Licences, claimed: Claims) -> Usage:
    """The active users of one chunk of customers."""
    line = recipe.timeline
    count, workloads = held.paid.shape[:2]
    organic = draws.between(-24, line.size + 12, (count, workloads))
    pushed = np.where(claimed.is_claimed, claimed.association, organic)
    shares, stories = adoption(
        draws,
        pushed.ravel(),
        np.tile(column("start_share"), count),
        np.tile(column("ceiling_share"), count),
        np.arange(line.size),
    )
    share = shares.reshape(count, workloads, line.size)
    share = share * (1 - _holidays(recipe, draws, companies)[:, None, :] * column("summer")[:, None])
    exceeds = draws.chance(0.03, (count, workloads))[:, :, None]
    share = np.where(exceeds, share * draws.between(1.1, 1.45, (count, workloads))[:, :, None], share)
    share = np.clip(_rough(draws, share, held.paid), 0, 1.5)
    mau = np.rint(share * _base(held.paid)).astype(np.int64)
    is_held = draws.chance(column("held_share"), (count, workloads)) | claimed.is_claimed
    is_away = _absences(recipe, draws, stories.reshape(count, workloads))
    if recipe.is_dense:
        is_away = np.zeros_like(is_away)
    return Usage(mau=mau, is_present=(held.paid > 0) & is_held[:, :, None] & ~is_away)
