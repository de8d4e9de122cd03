"""Where is each customer's usage in twelve months, and how sure is that?

    from forecasting import forecast
    result = forecast(history, seed=1, as_of=date(2026, 10, 1), cache=last_time.cache)
    result.paths; result.evidence; result.reach(levels); result.total(groups)

`history`: one row per series and month: `unique_id` (or `tenant_id` and `workload`), `month`, `mau`,
optional `pau` and `is_complete`. A series without `pau` is forecast as a volume.
"""

from datetime import date

import numpy as np
import polars as pl

from domain.errors import BadInput
from forecasting.batches import Fits, Progress
from forecasting.draws import Draws, chosen
from forecasting.evidence import level_of
from forecasting.fits import Floats
from forecasting.frames import evidence_frame, paths_frame, planned_frame
from forecasting.law import CLASSES, Law
from forecasting.learning import Lesson
from forecasting.lessons import taught
from forecasting.panel import Series, arranged, month_number
from forecasting.result import Forecast
from forecasting.track import track_record
from forecasting.traits import HORIZON

KINDS = ("tenants", "volumes")


def forecast(
    history: pl.DataFrame,
    *,
    seed: int,
    horizon: int = HORIZON,
    as_of: date | None = None,
    cache: pl.DataFrame | None = None,
    plans: pl.DataFrame | None = None,
    draws: int = 300,
    processes: int = 1,
    progress: Progress | None = None,
) -> Forecast:
    """Forecast every series up to `horizon` (1..12) months ahead.

    With `as_of` (last complete month) all series are forecast from there and totals can be formed; series
    silent for more than two months get none. Without it each starts from its own last month. `cache` is the
    frame an earlier result returned. `progress(done, to_do)` is called as fits are computed. Same input and
    seed, same answer. Raises BadInput.
    """
    if not 1 <= horizon <= HORIZON:
        raise BadInput(f"A forecast reaches 1 to {HORIZON} months ahead, not {horizon}.")
    ended = None if as_of is None else month_number(as_of)
    everything = arranged(history if as_of is None else history.filter(pl.col("month") <= as_of))
    series = [one for one in everything if level_of(one, ended) != "none"]
    fits = Fits(cache, processes, progress)
    laws: dict[str, Law] = {}
    lessons: dict[str, list[Lesson]] = {}
    for kind in KINDS:
        laws[kind], lessons[kind] = taught(_of_kind(series, kind), kind, fits, seed=seed)
    drawn = _drawn(series, laws, fits, ended, horizon, draws, seed)
    first = np.array([(one.last_month if ended is None else ended) + 1 for one in series], dtype=np.int64)
    return Forecast(
        paths=paths_frame(series, drawn, first),
        evidence=evidence_frame(everything, ended),
        planned=planned_frame(series, drawn, first, plans),
        track=track_record(lessons, laws),
        cache=fits.frame(),
        draws=drawn,
        names=tuple(one.name for one in series),
        first_month=first,
        has_dates=np.array([level_of(one, ended) != "low" for one in series], dtype=np.bool_),
        odds=np.array([laws[kind].odds for kind in KINDS]),
        fitted_count=fits.computed_count,
    )


def _of_kind(series: list[Series], kind: str) -> list[Series]:
    return [one for one in series if one.has_licences == (kind == "tenants")]


def _drawn(
    series: list[Series], laws: dict[str, Law], fits: Fits, ended: int | None, horizon: int, draws: int, seed: int
) -> Draws:
    count = len(series)
    point, size = np.zeros((count, HORIZON)), np.zeros((count, HORIZON))
    group = np.zeros(count, dtype=np.int64)
    for number, kind in enumerate(KINDS):
        chosen_rows = np.array(
            [i for i, one in enumerate(series) if one.has_licences == (kind == "tenants")], dtype=np.int64
        )
        tasks = [(series[i], len(series[i].users)) for i in chosen_rows]
        for months, positions, traits in fits.traits(tasks):
            rows = chosen_rows[positions]
            point[rows], size[rows] = laws[kind].point(months, traits), laws[kind].size(months, traits)
            group[rows] = number * CLASSES + laws[kind].class_of(traits.last)
    late = np.array([0 if ended is None else ended - one.last_month for one in series], dtype=np.int64)
    ahead = np.minimum(np.arange(horizon)[None] + late[:, None], HORIZON - 1)
    banks = np.concatenate([_of_one_size(laws[kind].bank) for kind in KINDS])[:, :, :horizon]
    unit = np.array([one.unit(len(one.users)) for one in series])
    rows = np.arange(count)[:, None]
    return Draws(
        point[rows, ahead], size[rows, ahead], unit, group, banks, chosen(series, banks.shape[1], draws, seed=seed)
    )


def _of_one_size(bank: Floats, paths: int = 400) -> Floats:
    return bank[:, np.linspace(0, bank.shape[1] - 1, paths).round().astype(int)]
