"""Which opinions were worth their weight, and how large were the errors?"""

from dataclasses import dataclass, replace

import numpy as np

from forecasting.fits import Floats
from forecasting.law import BASIS, SHAPES, WIDTHS, Law, bucket_of
from forecasting.panel import Series
from forecasting.regression import least_absolute
from forecasting.traits import HORIZON, KINDS, OPINIONS, TRUSTED_FROM, Traits


@dataclass(frozen=True)
class Lesson:
    """Forecasts of one history length and what came: `actual` (series, 12) in the unit of the traits."""

    months: int
    traits: Traits
    actual: Floats
    series: tuple[Series, ...] = ()


def weigh(lessons: list[Lesson], law: Law, *, pseudo: float, full: bool, rng: np.random.Generator) -> Law:
    """A law whose stack also fits these lessons; `pseudo` lessons' worth of belief stays with the old one.

    `full` learns all weights (for the shipped laws); otherwise only those that hold for every kind of series,
    and what the portfolio teaches in one length of history is passed on to all.
    """
    weights = {bucket: table.copy() for bucket, table in law.weights.items()}
    grouped: dict[int, list[Lesson]] = {}
    for lesson in lessons:
        if lesson.months >= TRUSTED_FROM:
            grouped.setdefault(bucket_of(lesson.months) if full else 0, []).append(lesson)
    for bucket, group in grouped.items():
        rows, target, weight, count = _design(group, law, full=full, rng=rng)
        if count < 20:
            continue
        learned = least_absolute(rows, target, weight, np.zeros(rows.shape[1]), pseudo / count)
        if full:
            weights[bucket] = weights[bucket] + learned.reshape(OPINIONS, KINDS, SHAPES)
        else:
            for table in weights.values():
                table[:, 0] += learned.reshape(OPINIONS, SHAPES)
    return replace(law, weights=weights)


def _design(
    group: list[Lesson], law: Law, *, full: bool, rng: np.random.Generator, most: int = 1500
) -> tuple[Floats, Floats, Floats, int]:
    total = sum(len(lesson.actual) for lesson in group)
    parts: list[tuple[Floats, Floats, Floats]] = []
    for lesson in group:
        keep = np.flatnonzero(rng.random(len(lesson.actual)) < (most if not full else 6 * most) / total)
        traits = lesson.traits.rows(keep)
        size = traits.step[:, None]
        base = law.point(lesson.months, traits)
        target = (lesson.actual[keep] - base) / size
        kinds = traits.kinds if full else np.ones((len(keep), 1))
        rows = np.einsum("nho,nk,hs->nhoks", traits.opinions / size[..., None], kinds, BASIS)
        weight = np.repeat((0.5 + traits.step / traits.level / 0.2)[:, None], HORIZON, axis=1)
        known = np.isfinite(target)
        parts.append((rows[known].reshape(int(known.sum()), -1), target[known], weight[known]))
    rows, target, weight = (np.concatenate([part[i] for part in parts]) for i in range(3))
    return rows, target, weight, len(target) // HORIZON


def scale(lessons: list[Lesson], law: Law) -> Law:
    """A law whose error sizes follow these lessons, one regression of log errors per length of history."""
    sizes = dict(law.sizes)
    grouped: dict[int, list[Lesson]] = {}
    for lesson in lessons:
        grouped.setdefault(bucket_of(lesson.months), []).append(lesson)
    for bucket, group in grouped.items():
        rows, target = [], []
        for lesson in group:
            error = np.abs(lesson.actual - law.point(lesson.months, lesson.traits))
            logs = np.log(np.maximum(error, 0.02 * lesson.traits.step[:, None]))
            wide = np.concatenate([np.ones((*logs.shape, 1)), lesson.traits.widths], axis=2)
            known = np.isfinite(logs)
            rows.append(np.einsum("nhw,hs->nhws", wide, BASIS)[known].reshape(int(known.sum()), -1))
            target.append(logs[known])
        design, logs = np.concatenate(rows), np.concatenate(target)
        ones = np.ones(len(logs))
        start = np.zeros(design.shape[1])
        sizes[bucket] = least_absolute(design, logs, ones, start, 1e-5).reshape(1 + WIDTHS, SHAPES)
    return replace(law, sizes=sizes)
