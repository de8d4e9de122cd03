"""Which shapes do errors take, how wide must the bands be in each cell, and do chances come true?"""

from dataclasses import replace

import numpy as np

from forecasting.chances import chances, log_odds, paths_of
from forecasting.fits import Floats
from forecasting.law import CELL_HORIZONS, CLASSES, Law, bucket_of
from forecasting.learning import Lesson
from forecasting.regression import logistic

ASKED = (0.0975, 0.9025)
"""The quantiles drawn as an 80 % band: residual bands run a little short."""
BANK_PATHS = 400


def standard_errors(lessons: list[Lesson], law: Law) -> Floats:
    """Error paths in units of their size, (lessons, 12)."""
    return np.concatenate(
        [
            (lesson.actual - law.point(lesson.months, lesson.traits)) / law.size(lesson.months, lesson.traits)
            for lesson in lessons
        ]
    )


def shapes(lessons: list[Lesson], law: Law, *, rng: np.random.Generator) -> Law:
    """A law whose bank holds these lessons' complete error paths, filled up with the old bank's."""
    errors = standard_errors(lessons, law)
    complete = np.isfinite(errors).all(axis=1)
    groups = law.class_of(np.concatenate([lesson.traits.last for lesson in lessons]))
    banks = []
    for group in range(CLASSES):
        own = errors[complete & (groups == group)]
        own = rng.permutation(own)[:BANK_PATHS]
        old = law.bank[group]
        if len(own) >= 20 and (wide := _width(old)) > 0:
            own = own * wide / max(_width(own), 1e-6)
        spare = old[np.linspace(0, len(old) - 1, BANK_PATHS - len(own)).astype(int)]
        paths = np.concatenate([own, spare])
        banks.append(paths[np.argsort(paths.mean(axis=1), kind="stable")])
    return replace(law, bank=np.stack(banks))


def _width(bank: Floats) -> float:
    """Mean width of a bank's band: the bank teaches shapes, how wide is left to the cells."""
    low, high = np.quantile(bank, ASKED, axis=0)
    return float((high - low).mean())


def cells(lessons: list[Lesson], law: Law, *, today: int, pseudo: float) -> Law:
    """A law whose bands hold what they promise in each cell: quarter of restlessness x months ahead.

    How the quarters differ is believed (what narrows, by three quarters). That all bands are too wide is believed by half, and only from
    lessons whose histories were as long as those of `today` (a group of BUCKETS): longer ones teach otherwise.
    """
    step = np.concatenate([lesson.traits.step for lesson in lessons])
    law = replace(law, edges=np.quantile(step, [0.25, 0.5, 0.75]), cells=np.ones((4, len(CELL_HORIZONS))))
    errors = standard_errors(lessons, law)
    alike = np.concatenate([np.full(len(lesson.actual), bucket_of(lesson.months) == today) for lesson in lessons])
    group = law.class_of(np.concatenate([lesson.traits.last for lesson in lessons]))
    low, middle, high = (np.quantile(law.bank, level, axis=1)[group] for level in (ASKED[0], 0.5, ASKED[1]))
    miss = np.where(errors > middle, (errors - middle) / (high - middle), (errors - middle) / (low - middle))
    quarter = np.searchsorted(law.edges, step)
    table = np.zeros((4, len(CELL_HORIZONS)))
    for column, (start, end) in enumerate(CELL_HORIZONS):
        if np.isfinite(miss[:, start:end]).sum() < 80 * (end - start):
            table[:, column] = table[:, max(column - 1, 0)] / 2
            continue
        own = np.array([_needed(miss[quarter == row, start:end], pseudo) for row in range(4)])
        level = float(own.mean())
        believed = max(level, level / 2 * float(alike.mean()))
        differs = own - level
        table[:, column] = np.where(differs < 0, 0.75 * differs, differs) + believed
    return replace(law, cells=np.exp(table))


def _needed(miss: Floats, pseudo: float) -> float:
    """Log of the factor that would have made the band right, drawn to 0 by `pseudo` outcomes."""
    values = miss[np.isfinite(miss)]
    if not len(values):
        return 0.0
    count = len(values) / miss.shape[1]
    return float(np.log(np.clip(np.quantile(values, ASKED[1] - ASKED[0]), 0.2, 3)) * count / (count + pseudo))


def odds(lessons: list[Lesson], law: Law, *, pseudo: float) -> Law:
    """A law whose chances of passing the old maximum came true as often as they said."""
    scores, outcomes = [], []
    for lesson in lessons:
        paths = paths_of(law, lesson.months, lesson.traits)
        for level in (lesson.traits.peak + 1e-3, lesson.traits.peak + 0.05):
            open_ = np.isfinite(lesson.actual).all(axis=1) & (level < 0.98)
            chance = chances(paths, level)[open_][:, (2, 5, 11)]
            came = np.maximum.accumulate(lesson.actual[open_], axis=1)[:, (2, 5, 11)] >= level[open_, None]
            scores.append(log_odds(chance).ravel())
            outcomes.append(came.ravel().astype(float))
    score = np.concatenate(scores) if scores else np.zeros(0)
    if len(score) < 3 * 50:
        return law
    intercept, slope = logistic(score, np.concatenate(outcomes), 6 * pseudo)
    return replace(law, odds=(intercept, slope))
