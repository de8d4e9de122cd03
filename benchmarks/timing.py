"""How long does each of several things take, measured so that the machine's mood falls on all of them alike?"""

import math
from collections.abc import Callable, Mapping, Sequence
from statistics import median

Measure = Callable[[], float]


def alternating(measures: Mapping[str, Measure], rounds: int) -> dict[str, list[float]]:
    """Seconds of each measure, taken in turns; every second round goes backwards, so that none is always first."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(rounds):
        names = list(measures) if number % 2 == 0 else list(measures)[::-1]
        for name in names:
            taken[name].append(measures[name]())
    return taken


def median_ms(seconds: Sequence[float]) -> float:
    return median(seconds) * 1000


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not pass (nearest rank).

    >>> percentile([3.0, 1.0, 2.0, 4.0], 0.5), percentile([1.0, 2.0, 3.0, 4.0], 0.95)
    (2.0, 4.0)
    """
    ranked = sorted(values)
    return ranked[max(math.ceil(share * len(ranked)), 1) - 1]
