"""Which of its own earlier forecasts does a portfolio learn from?"""

import numpy as np

from forecasting.banding import cells, odds, shapes
from forecasting.batches import Fits, Task
from forecasting.law import Law, bucket_of
from forecasting.learning import Lesson, weigh
from forecasting.panel import FEWEST, Series
from forecasting.prior import prior
from forecasting.traits import HORIZON, TRUSTED_FROM

MOST = {12: 1000, 6: 300, 3: 300}
"""How many series teach, by months between the lesson and today."""
ENOUGH = 150
"""Year-old forecasts below which neither stack nor bank is bent: fewer only add noise."""


def taught(series: list[Series], kind: str, fits: Fits, *, seed: int) -> tuple[Law, list[Lesson]]:
    """The shipped law of this kind, bent by forecasts made 12, 6 and 3 months ago, and those lessons."""
    rng = np.random.default_rng(seed)
    lessons: list[Lesson] = []
    for back, most in MOST.items():
        tasks = [(one, months) for one in series if (months := _origin(len(one.users), back)) is not None]
        if len(tasks) > most:
            tasks = [tasks[i] for i in np.sort(rng.choice(len(tasks), most, replace=False))]
        lessons += learned(tasks, fits)
    today = bucket_of(int(np.median([len(one.users) for one in series]))) if series else 0
    return adapted(prior(kind), lessons, today=today, rng=rng), lessons


def learned(tasks: list[Task], fits: Fits) -> list[Lesson]:
    """What the method would have said at the end of each task's months, and what came."""
    return [
        Lesson(
            months,
            traits,
            np.array([tasks[i][0].future(tasks[i][1], HORIZON) for i in positions]),
            tuple(tasks[i][0].until(tasks[i][1]) for i in positions),
        )
        for months, positions, traits in fits.traits(tasks)
    ]


def _origin(months: int, back: int) -> int | None:
    """How much history an earlier forecast had: at least 8 months, or 3 where today's has no more than 10."""
    least = TRUSTED_FROM if months >= TRUSTED_FROM + 3 else FEWEST
    if back == HORIZON and months - least < HORIZON and months - least >= 4:
        return least
    return months - back if months - back >= least else None


def adapted(law: Law, lessons: list[Lesson], *, today: int, rng: np.random.Generator) -> Law:
    """The law a portfolio ends up with; with few lessons it is the one it began with.

    `today` is the group (BUCKETS) of today's histories.
    """
    year = [lesson for lesson in lessons if np.isfinite(lesson.actual).all(axis=1).any()]
    if sum(len(lesson.actual) for lesson in year) >= ENOUGH:
        law = weigh(year, law, pseudo=1000, full=False, rng=rng)
        law = shapes(year, law, rng=rng)
    if lessons:
        law = cells(lessons, law, today=today, pseudo=50)
    return odds(year, law, pseudo=200)
