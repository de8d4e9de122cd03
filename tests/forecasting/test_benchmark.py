"""The benchmark answers with the promised keys, on a file as on generated curves."""

import json
from math import isfinite

import polars as pl

from benchmarks.forecast import printed, run
from benchmarks.forecast_curves import adoption

KEYS = [
    "owa",
    "mase",
    "smape",
    "coverage80",
    "width80",
    "brier3",
    "brier6",
    "brier12",
    "date_error_months",
    "seconds_per_1000",
    "methods",
    "cells",
    "totals",
]


def test_every_measure_is_there_for_every_method() -> None:
    found = run(adoption(45, 30, seed=2), 12)
    held = json.loads(found.as_json())
    assert set(KEYS) <= set(held)
    assert set(held["methods"]) == {
        "forecast",
        "naive",
        "simple_smoothing",
        "damped_trend",
        "dynamic_theta",
        "mean_of_three",
    }
    assert held["methods"]["naive"]["owa"] == 1
    assert all(isfinite(held[key]) for key in ("owa", "mase", "smape", "coverage80", "brier12"))
    assert set(held["totals"]) >= {"coverage80_groups_of_20", "coverage80_portfolio"}
    assert printed(found).count("\n") > 30


def test_a_file_without_licences_and_a_shorter_horizon() -> None:
    frame = adoption(5, 20, seed=2).select("unique_id", "ds", pl.col("y") + 5)
    found = run(frame, 6)
    assert found.series_count == 5
    assert "brier12" not in found.methods["forecast"]
    assert found.totals == {}


def test_generated_curves_repeat_with_their_seed() -> None:
    assert adoption(9, 24, seed=5).equals(adoption(9, 24, seed=5))
    assert not adoption(9, 24, seed=5).equals(adoption(9, 24, seed=6))
