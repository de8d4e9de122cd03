"""What a whole portfolio's answers must satisfy, whatever the data."""

import io

import numpy as np
import polars as pl
import pytest

from domain.errors import BadInput, UnknownName
from domain.periods import plus_months
from forecasting import Forecast, forecast
from tests.forecasting.histories import FIRST, series


def test_bands_hold_their_points(result: Forecast) -> None:
    paths = result.paths
    assert (paths["mau_lo"] <= paths["mau"]).all()
    assert (paths["mau"] <= paths["mau_hi"]).all()
    assert paths["lo_share"].is_between(0, 1).all()
    assert paths["hi_share"].is_between(0, 1).all()


def test_bands_cover_about_what_they_say(result: Forecast, portfolio: pl.DataFrame) -> None:
    came = portfolio.select("unique_id", "month", came="mau")
    both = result.paths.join(came, on=["unique_id", "month"])
    inside = both.select(pl.col("came").is_between("mau_lo", "mau_hi")).to_series()
    assert both.height == 200 * 12
    assert 0.72 < inside.to_numpy().mean() < 0.88


def test_errors_are_smaller_than_standing_still(result: Forecast, portfolio: pl.DataFrame, known: pl.DataFrame) -> None:
    last = known.group_by("unique_id").agg(pl.col("mau").sort_by("month").last().alias("still"))
    both = result.paths.join(portfolio.select("unique_id", "month", "pau", came="mau"), on=["unique_id", "month"]).join(
        last, on="unique_id"
    )
    ours, still = ((both[name] - both["came"]).abs() / both["pau"] for name in ("mau", "still"))
    assert ours.sum() < still.sum()


def test_totals_are_the_sum_of_their_parts(result: Forecast) -> None:
    names = pl.DataFrame({"unique_id": result.names})
    by_workload = names.with_columns(group=pl.col("unique_id").str.split("/").list.last())
    parts = result.total(by_workload).group_by("month").agg(pl.col("mau").sum()).sort("month")
    everything = result.total(names.with_columns(group=pl.lit("all"))).sort("month")
    series_sum = result.paths.group_by("month").agg(pl.col("mau").sum()).sort("month")
    assert parts["mau"].to_list() == pytest.approx(everything["mau"].to_list())
    assert series_sum["mau"].to_list() == pytest.approx(everything["mau"].to_list())


def test_joint_paths_add_up_draw_by_draw(result: Forecast) -> None:
    rows = np.arange(30)
    whole = result.draws.total(rows)
    assert whole == pytest.approx(result.draws.total(rows[:11]) + result.draws.total(rows[11:]))


def test_a_total_is_surer_than_its_parts_together_but_not_as_if_they_were_strangers(result: Forecast) -> None:
    last = result.total(pl.DataFrame({"unique_id": result.names, "group": "all"})).filter(month=plus_months(FIRST, 35))
    parts = result.paths.filter(ahead=12)
    width = (last["mau_hi"] - last["mau_lo"])[0]
    widths = (parts["mau_hi"] - parts["mau_lo"]).to_numpy()
    assert np.sqrt((widths**2).sum()) * 0.8 < width < widths.sum()


def test_chances_rise_with_time_and_fall_with_the_level(result: Forecast) -> None:
    highest = result.paths.filter(ahead=1).select("unique_id", low=pl.col("mau") * 1.02, high=pl.col("mau") * 1.1)
    low, high = (result.reach(highest.select("unique_id", level=name)) for name in ("low", "high"))
    for answer in (low, high):
        assert (answer["probability_3"] <= answer["probability_6"]).all()
        assert (answer["probability_6"] <= answer["probability_12"]).all()
    assert (high["probability_12"] <= low["probability_12"] + 1e-12).all()


def test_dates_come_in_order_and_never_without_a_chance(result: Forecast) -> None:
    levels = result.paths.filter(ahead=12).select("unique_id", level=pl.col("mau") * 1.05)
    answer = result.reach(levels).drop_nulls("reached_on")
    assert answer.height > 0
    assert (answer["reached_on_earliest"] <= answer["reached_on"]).all()
    assert (answer["reached_on"] <= answer["reached_on_latest"]).all()
    assert (answer["probability_12"] > 0).all()


def test_more_than_the_licences_cannot_be_reached(result: Forecast) -> None:
    answer = result.reach(pl.DataFrame({"unique_id": [result.names[0]], "level": [1e9]})).row(0, named=True)
    assert answer["probability_12"] == 0
    assert answer["reached_on"] is None


def test_a_level_already_held_is_reached_next_month() -> None:
    result = forecast(series("flat", [40 + month % 2 for month in range(24)]), seed=1)
    answer = result.reach(pl.DataFrame({"unique_id": ["flat"], "level": [5.0]})).row(0, named=True)
    assert answer["probability_3"] > 0.95
    assert answer["reached_on"] == plus_months(FIRST, 24)


def test_the_same_seed_gives_the_same_answers(known: pl.DataFrame) -> None:
    part = known.filter(pl.col("unique_id") < "tenant00010")
    once, again = (forecast(rows, seed=1) for rows in (part, part.sample(fraction=1, shuffle=True, seed=3)))
    assert again.paths.equals(once.paths)
    assert (again.draws.choice == once.draws.choice).all()
    other = forecast(part, seed=2, cache=once.cache)
    assert (other.draws.choice != once.draws.choice).any()


def test_what_is_known_is_not_fitted_again(known: pl.DataFrame, result: Forecast) -> None:
    stored = pl.read_parquet(_stored(result.cache))
    again = forecast(known, seed=1, as_of=plus_months(FIRST, 23), cache=stored)
    assert result.fitted_count > 0
    assert again.fitted_count == 0
    assert again.paths.equals(result.paths)


def _stored(frame: pl.DataFrame) -> bytes:
    target = io.BytesIO()
    frame.write_parquet(target)
    return target.getvalue()


def test_progress_ends_at_everything(known: pl.DataFrame) -> None:
    said: list[tuple[int, int]] = []
    forecast(
        known.filter(pl.col("unique_id") < "tenant00004"),
        seed=1,
        progress=lambda done, to_do: said.append((done, to_do)),
    )
    assert said
    assert all(done <= to_do for done, to_do in said)
    assert said[-1][0] == said[-1][1]


def test_the_future_does_not_leak(portfolio: pl.DataFrame, result: Forecast) -> None:
    with_future = forecast(portfolio, seed=1, as_of=plus_months(FIRST, 23), cache=result.cache)
    assert with_future.fitted_count == 0
    assert with_future.paths.equals(result.paths)


def test_the_track_record_counts_its_outcomes(result: Forecast) -> None:
    track = result.track
    assert set(track["kind"]) == {"tenants"}
    assert track["count"].sum() > 200 * 12
    assert track["coverage_share"].is_between(0.5, 1).all()


def test_unknown_members_and_mixed_ends_are_refused(result: Forecast) -> None:
    with pytest.raises(UnknownName, match="nobody"):
        result.total(pl.DataFrame({"unique_id": ["nobody"], "group": ["all"]}))
    mixed = forecast(pl.concat([series("a", [5] * 12), series("b", [5] * 10)]), seed=1)
    with pytest.raises(BadInput, match="different months"):
        mixed.total(pl.DataFrame({"unique_id": ["a", "b"], "group": ["all", "all"]}))
