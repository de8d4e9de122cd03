"""How well did earlier forecasts of this portfolio do, cell by cell?"""

import numpy as np
import polars as pl

from forecasting.banding import ASKED
from forecasting.draws import Draws, chosen
from forecasting.law import CELL_HORIZONS, Law
from forecasting.learning import Lesson
from forecasting.totals import summed
from forecasting.traits import HORIZON

RESTLESSNESS = ("calm", "steady", "lively", "restless")
GROUP_SIZE = 20
SCHEMA = {
    "kind": pl.String,
    "restlessness": pl.String,
    "ahead_from": pl.Int64,
    "ahead_to": pl.Int64,
    "coverage_share": pl.Float64,
    "error_share": pl.Float64,
    "naive_error_share": pl.Float64,
    "count": pl.Int64,
}


def track_record(lessons: dict[str, list[Lesson]], laws: dict[str, Law]) -> pl.DataFrame:
    """Per kind, quarter of restlessness and months ahead: share of outcomes inside the 80 % band, mean
    absolute error and the error of "stays as it is", in units (points of licences), number of outcomes.

    Rows of restlessness "totals of 20" judge the bands of sums: groups drawn at random, error per licence.
    The bands were fitted on these outcomes, so coverage here shows what is left over, not a blind test.
    """
    rows = [row for kind, given in lessons.items() if given for row in _cells(kind, given, laws[kind])]
    for kind, given in lessons.items():
        rows += _totals(kind, given, laws[kind])
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _cells(kind: str, lessons: list[Lesson], law: Law) -> list[tuple[object, ...]]:
    inside, error, naive, quarter = [], [], [], []
    for lesson in lessons:
        point, size = law.point(lesson.months, lesson.traits), law.size(lesson.months, lesson.traits)
        low, high = np.quantile(law.bank, ASKED, axis=1)[:, law.class_of(lesson.traits.last)]
        came = lesson.actual
        held = (came >= np.clip(point + size * low, 0, 1)) & (came <= np.clip(point + size * high, 0, 1))
        inside.append(np.where(np.isfinite(came), held, np.nan))
        error.append(np.abs(came - point))
        naive.append(np.abs(came - lesson.traits.last[:, None]))
        quarter.append(np.searchsorted(law.edges, lesson.traits.step))
    held, missed, still, group = (np.concatenate(part) for part in (inside, error, naive, quarter))
    rows: list[tuple[object, ...]] = []
    for number, name in enumerate(RESTLESSNESS):
        for start, end in CELL_HORIZONS:
            part = (slice(None), slice(start, end))
            known = np.isfinite(missed[part]) & (group == number)[:, None]
            if known.any():
                means = [float(table[part][known].mean()) for table in (held, missed, still)]
                rows.append((kind, name, start + 1, end, *means, int(known.sum())))
    return rows


def _totals(kind: str, lessons: list[Lesson], law: Law) -> list[tuple[object, ...]]:
    year = [lesson for lesson in lessons if np.isfinite(lesson.actual).all()]
    series = [one for lesson in year for one in lesson.series]
    if len(series) < 2 * GROUP_SIZE:
        return []
    point = np.concatenate([law.point(lesson.months, lesson.traits) for lesson in year])
    size = np.concatenate([law.size(lesson.months, lesson.traits) for lesson in year])
    last = np.concatenate([lesson.traits.last for lesson in year])
    unit = np.array([one.unit(len(one.users)) for one in series])
    came = np.concatenate([lesson.actual for lesson in year]) * unit[:, None]
    choice = chosen(series, law.bank.shape[1], 200, seed=0)
    draws = Draws(point, size, unit, law.class_of(last), law.bank, choice)
    order = np.random.default_rng(0).permutation(len(series))
    held, missed, still = [], [], []
    for group in np.array_split(order, len(order) // GROUP_SIZE):
        middle, low, high = summed(draws, group)
        true = came[group].sum(axis=0)
        held.append((true >= low) & (true <= high))
        missed.append(np.abs(true - middle) / unit[group].sum())
        still.append(np.abs(true - (last[group] * unit[group]).sum()) / unit[group].sum())
    means = [float(np.mean(table)) for table in (held, missed, still)]
    return [(kind, f"totals of {GROUP_SIZE}", 1, HORIZON, *means, len(held) * HORIZON)]
