"""Which fits does a forecast need, which are known already, and who computes the rest?"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b

import numpy as np
import polars as pl

from forecasting.fits import METHODS, Floats, base_models, fit
from forecasting.panel import Series, month_date
from forecasting.traits import HORIZON, TRUSTED_FROM, Traits, described, prepared
from forecasting.workers import workers

VIEWS = 2 * len(METHODS)
CHUNK = 250
VERSION = b"1"
KEPT_MONTHS = 13
"""Fits stay in the cache this long: today's are next year's lessons."""
SCHEMA = pl.Schema([("key", pl.Binary()), ("month", pl.Date()), ("fits", pl.List(pl.Float32))])
Progress = Callable[[int, int], None]
Task = tuple[Series, int]


class Fits:
    """Base fits by hash of their history: from the cache handed in, or computed in `processes` processes."""

    def __init__(self, cache: pl.DataFrame | None, processes: int, progress: Progress | None) -> None:
        self.known: dict[bytes, Floats] = {}
        self.month: dict[bytes, int] = {}
        self.computed_count = 0
        self._processes, self._progress = processes, progress
        if cache is not None and cache.height:
            values = cache["fits"].explode().to_numpy().reshape(-1, VIEWS, HORIZON).astype(np.float64)
            months = cache["month"].dt.year().cast(pl.Int64) * 12 + cache["month"].dt.month() - 1
            for key, row, month in zip(cache["key"].to_list(), values, months.to_list(), strict=True):
                self.known[key], self.month[key] = row, month

    def frame(self) -> pl.DataFrame:
        """All fits worth keeping: `key` binary, `month` of the history's end, `fits` (72 floats)."""
        newest = max(self.month.values(), default=0)
        kept = [key for key, month in self.month.items() if month >= newest - KEPT_MONTHS]
        fits = np.array([self.known[key].ravel() for key in kept], dtype=np.float32).reshape(-1, VIEWS * HORIZON)
        months = [month_date(self.month[key]) for key in kept]
        return pl.DataFrame({"key": kept, "month": months, "fits": fits.tolist()}, SCHEMA)

    def traits(self, tasks: Sequence[Task]) -> list[tuple[int, list[int], Traits]]:
        """Traits of (series, months of its history) tasks, grouped: history length, positions in `tasks`, traits."""
        groups: dict[int, list[int]] = {}
        histories = [series.history(months) for series, months in tasks]
        for position, history in enumerate(histories):
            groups.setdefault(len(history), []).append(position)
        batches = {months: np.array([histories[i] for i in positions]) for months, positions in sorted(groups.items())}
        keys = {months: [_key(row) for row in values] for months, values in batches.items()}
        self._fill(batches, keys)
        found = []
        for months, values in batches.items():
            for position, key in zip(groups[months], keys[months], strict=True):
                series, length = tasks[position]
                self.month[key] = max(self.month.get(key, 0), series.last_month - len(series.users) + length)
            found.append((months, groups[months], described(values, self._of(values, keys[months]))))
        return found

    def _of(self, values: Floats, keys: list[bytes]) -> Floats:
        if values.shape[1] >= TRUSTED_FROM:
            return np.array([self.known[key] for key in keys])
        plain, logit = prepared(values)
        for key, row, curved in zip(keys, plain, logit, strict=True):
            self.known[key] = np.repeat(np.r_[[row[-1]] * 3, [curved[-1]] * 3][:, None], HORIZON, axis=1)
        return np.array([self.known[key] for key in keys])

    def _fill(self, batches: dict[int, Floats], keys: dict[int, list[bytes]]) -> None:
        wanted: dict[bytes, tuple[Floats, Floats]] = {}
        for months, values in batches.items():
            if months < TRUSTED_FROM:
                continue
            plain, logit = prepared(values)
            wanted |= {
                key: (a, b) for key, a, b in zip(keys[months], plain, logit, strict=True) if key not in self.known
            }
        pairs = list(wanted.values())
        chunks = [pairs[i : i + CHUNK] for i in range(0, len(pairs), CHUNK)]
        self.computed_count += len(pairs)
        fitted: list[Floats] = []
        for done in self._mapped(chunks):
            fitted.extend(done)
            if self._progress is not None:
                self._progress(len(fitted), len(pairs))
        self.known.update(zip(wanted, fitted, strict=True))

    def _mapped(self, chunks: list[list[tuple[Floats, Floats]]]) -> Iterator[Floats]:
        if self._processes == 1 or len(chunks) < 2 * self._processes:
            yield from map(fit_chunk, chunks)
            return
        with workers(self._processes) as pool:
            yield from pool.map(fit_chunk, chunks)


def fit_chunk(pairs: list[tuple[Floats, Floats]]) -> Floats:
    """Base fits of (plain, logit) histories: (series, 6, 12), in single precision as the cache holds them."""
    models = base_models()
    rows = [np.concatenate([fit(plain, HORIZON, models), fit(logit, HORIZON, models)]) for plain, logit in pairs]
    return np.array(rows, dtype=np.float32).astype(np.float64)


def _key(history: Floats) -> bytes:
    return blake2b(VERSION + np.ascontiguousarray(history.round(7)).tobytes(), digest_size=12).digest()
