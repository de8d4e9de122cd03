"""Which laws does the forecast start from? Learns and writes them: `python -m benchmarks.forecast_prior FILE.csv`.

FILE.csv holds public monthly series (unique_id, ds, y) that are not used for scoring; they are read, not kept.
"""

import sys

import numpy as np
import polars as pl

from benchmarks.forecast_curves import adoption
from forecasting.banding import cells, odds, shapes
from forecasting.batches import Fits
from forecasting.law import BUCKETS, CELL_HORIZONS, CLASSES, SHAPES, WIDTHS, Law
from forecasting.learning import Lesson, scale, weigh
from forecasting.lessons import learned
from forecasting.panel import Series, arranged
from forecasting.prior import write
from forecasting.traits import HORIZON, KINDS, OPINIONS

LENGTHS = (3, 5, 7, 8, 9, 10, 11, 12, 13, 15, 17, 18, 20, 22, 23, 24, 26, 28, 30, 33, 36, 40, 44, 48)
SEED = 100


def blank() -> Law:
    """A law that trusts the six fits equally and knows nothing of errors."""
    weights = {bucket: np.zeros((OPINIONS, KINDS, SHAPES)) for bucket in BUCKETS}
    for table in weights.values():
        table[:6, 0, 0] = 1 / 6
    sizes = {bucket: np.zeros((1 + WIDTHS, SHAPES)) for bucket in BUCKETS}
    bank = np.zeros((CLASSES, 1, HORIZON))
    return Law(weights, sizes, bank, np.zeros(3), np.ones((4, len(CELL_HORIZONS))), (0.0, 1.0))


def learn(lessons: list[Lesson], judged: list[Lesson], rng: np.random.Generator) -> Law:
    """A law from lessons of all lengths; `judged` are the ones its bands must hold for."""
    law = scale(lessons, weigh(lessons, blank(), pseudo=20, full=True, rng=rng))
    law = cells(judged, shapes(lessons, law, rng=rng), today=0, pseudo=50)
    return odds(judged, law, pseudo=200)


def cut(series: list[Series], rng: np.random.Generator, times: int) -> list[Lesson]:
    """Lessons of every length at `times` random points of each series."""
    fits = Fits(None, 2, None)
    found: list[Lesson] = []
    for months in LENGTHS:
        short = [_ending_at(one, months, rng) for one in series * times if len(one.users) >= months + HORIZON]
        found += learned([(one, months) for one in short if np.ptp(one.users[:months]) > 0], fits)
        fits.known.clear()
    return found


def _ending_at(one: Series, months: int, rng: np.random.Generator) -> Series:
    start = int(rng.integers(0, len(one.users) - months - HORIZON + 1))
    part = slice(start, start + months + HORIZON)
    return Series(one.name, one.tenant, one.last_month, one.users[part], one.licences[part], 0)


def _under_ceilings(series: list[Series], rng: np.random.Generator) -> list[Series]:
    return [
        Series(
            one.name,
            one.tenant,
            one.last_month,
            one.users,
            np.full(len(one.users), np.quantile(one.users, rng.uniform(0.5, 1)) * rng.uniform(1, 2.2)),
            0,
        )
        for one in series
    ]


def main(path: str) -> None:
    """Learn both laws and write them beside the engine."""
    rng = np.random.default_rng(SEED)
    public = arranged(pl.read_csv(path, try_parse_dates=True).rename({"ds": "month", "y": "mau"}))
    drawn = arranged(adoption(1500, 72, seed=SEED).rename({"ds": "month", "y": "mau", "ceiling": "pau"}))
    print(f"{len(public)} public and {len(drawn)} generated series")
    print(write(learn(volumes := cut(public, rng, 2), volumes, rng), "volumes", "public monthly series"))
    tenants, mixed = cut(drawn, rng, 1), cut(_under_ceilings(public, rng), rng, 1)
    print(
        write(
            learn(tenants + mixed, tenants, rng),
            "tenants",
            f"generated adoption (seed {SEED}) and public monthly series",
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
