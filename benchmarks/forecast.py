"""How good are the forecasts? `python -m benchmarks.forecast [FILE.csv] [--horizon 12] [--json]`.

Without a file: generated adoption curves, histories of 12 to 36 months, each forecast by a portfolio of its own.
With one: any monthly series (unique_id, ds, y[, ceiling]); the last `horizon` months of each are held out.
"""

import argparse
import json
import time
from dataclasses import asdict, dataclass

import numpy as np
import polars as pl

from benchmarks.forecast_curves import adoption
from benchmarks.forecast_rivals import rivals
from benchmarks.forecast_scores import Answers, Case, cells, scores
from forecasting import Forecast, forecast
from forecasting.fits import Floats

SEED = 800
HISTORIES = (12, 18, 24, 36)
GROUP_SIZE = 20
Table = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Found:
    """Scores per method, coverage per cell and of totals; the forecast's own go to the top of the JSON."""

    methods: Table
    cells: dict[str, float]
    totals: dict[str, float]
    series_count: int

    def as_json(self) -> str:
        """JSON text; what could not be measured is null."""
        held: dict[str, object] = {**self.methods["forecast"], **asdict(self)}
        return json.dumps(json.loads(json.dumps(held), parse_constant=lambda _: None), indent=2)


def run(frame: pl.DataFrame, horizon: int) -> Found:
    """Scores of one origin: the last `horizon` months of each series are held out."""
    frame = frame.sort("unique_id", "ds").with_columns(
        left=pl.len().over("unique_id") - pl.int_range(pl.len()).over("unique_id")
    )
    frame = frame.filter(pl.col("left").max().over("unique_id") >= horizon + 3)
    known, held = frame.filter(pl.col("left") > horizon), frame.filter(pl.col("left") <= horizon)
    cases = _cases(known, held)
    start = time.process_time()
    result = forecast(
        known.rename({"ds": "month", "y": "mau", "ceiling": "pau"}, strict=False), seed=1, horizon=horizon
    )
    seconds = (time.process_time() - start) / len(cases) * 1000
    cases = [case for case in cases if case.name in set(result.names)]
    others = rivals(cases, horizon)
    naive = others["naive"][0]
    own = _answers(result, cases, horizon)
    table: Table = {"forecast": scores(cases, own, naive) | {"seconds_per_1000": seconds}}
    table |= {name: scores(cases, said, naive) | {"seconds_per_1000": cost} for name, (said, cost) in others.items()}
    return Found(table, cells(cases, own), _totals(result, cases, horizon), len(cases))


def _cases(known: pl.DataFrame, held: pl.DataFrame) -> list[Case]:
    future = {name: part["y"].to_numpy().astype(float) for (name,), part in held.group_by("unique_id")}
    found = []
    for (name,), part in known.group_by("unique_id", maintain_order=True):
        ceiling = part["ceiling"].cast(pl.Float64)[-1] if "ceiling" in part.columns else None
        history = part["y"].to_numpy().astype(float)
        found.append(Case(str(name), history, future[name], np.nan if not ceiling else float(ceiling)))
    return found


def _answers(result: Forecast, cases: list[Case], horizon: int) -> Answers:
    names = [case.name for case in cases]
    order = pl.DataFrame({"unique_id": names, "row": range(len(names))})
    paths = result.paths.join(order, on="unique_id").sort("row", "ahead")
    point, low, high = (paths[name].to_numpy().reshape(len(names), horizon) for name in ("mau", "mau_lo", "mau_hi"))
    chances = [_by_month(result, names, [getattr(case, level) for case in cases]) for level in ("milestone", "mark")]
    return Answers(point, low, high, *chances)


def _by_month(result: Forecast, names: list[str], levels: list[float]) -> Floats:
    return result.chances(pl.DataFrame({"unique_id": names, "level": levels}))


def _totals(result: Forecast, cases: list[Case], horizon: int) -> dict[str, float]:
    """Coverage of the 80 % band of sums: groups of 20 drawn at random, and everything together."""
    if len(set(result.first_month.tolist())) != 1 or len(cases) < 2 * GROUP_SIZE:
        return {}
    order = np.random.default_rng(SEED).permutation(len(cases))
    names = [f"group {i // GROUP_SIZE}" for i in range(len(cases))]
    groups = pl.DataFrame({"unique_id": [cases[i].name for i in order], "group": names})
    came = {cases[i].name: cases[i].future for i in order}
    found = {}
    for label, asked in (("groups_of_20", groups), ("portfolio", groups.with_columns(group=pl.lit("all")))):
        said = result.total(asked)
        true = np.concatenate(
            [
                sum((came[name] for name in part["unique_id"]), np.zeros(horizon))
                for _, part in asked.group_by("group", maintain_order=True)
            ]
        )
        inside = (said["mau_lo"].to_numpy() <= true) & (true <= said["mau_hi"].to_numpy())
        found[f"coverage80_{label}"] = float(inside.mean())
        found[f"error_{label}"] = float((np.abs(said["mau"].to_numpy() - true) / true.clip(1)).mean())
    return found


def generated(horizon: int, count: int = 700) -> Found:
    """Rolling origins on generated curves: the mean of the origins' scores."""
    origins = []
    for number, months in enumerate(HISTORIES):
        frame = adoption(count, 60, seed=SEED + number)
        first = frame["ds"].unique().sort()[-(months + horizon)]
        origins.append(run(frame.filter(pl.col("ds") >= first), horizon))
    methods = {name: _mean([origin.methods[name] for origin in origins]) for name in origins[0].methods}
    per_cell, sums = (_mean([getattr(origin, part) for origin in origins]) for part in ("cells", "totals"))
    return Found(methods, per_cell, sums, sum(origin.series_count for origin in origins))


def _mean(tables: list[dict[str, float]]) -> dict[str, float]:
    return {key: float(np.mean([table[key] for table in tables])) for key in tables[0]}


def printed(found: Found) -> str:
    """The table for people."""
    names = list(found.methods)
    width = max(len(name) for name in names) + 2
    lines = [f"{'':18}" + "".join(f"{name:>{width}}" for name in names)]
    for key in found.methods["forecast"]:
        lines.append(f"{key:18}" + "".join(f"{found.methods[name][key]:>{width}.3f}" for name in names))
    lines += ["", "coverage of the 80 % band per cell", *_listed(found.cells), "", "totals", *_listed(found.totals)]
    return "\n".join(lines)


def _listed(values: dict[str, float]) -> list[str]:
    return [f"  {name:28}{value:.3f}" for name, value in values.items()]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", help="CSV with unique_id, ds, y and optionally ceiling")
    parser.add_argument("--horizon", type=int, default=12)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.file:
        frame = pl.read_csv(asked.file, try_parse_dates=True, schema_overrides={"unique_id": pl.String})
        found = run(frame.with_columns(pl.col("ds").cast(pl.Date)), asked.horizon)
    else:
        found = generated(asked.horizon)
    print(found.as_json() if asked.json else printed(found))


if __name__ == "__main__":
    main()
