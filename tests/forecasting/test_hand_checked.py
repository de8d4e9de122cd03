"""Histories whose forecast anybody can check."""

import polars as pl
import pytest

from domain.errors import BadInput
from domain.periods import plus_months
from forecasting import forecast
from tests.forecasting.histories import FIRST, series


def test_a_flat_history_stays_flat() -> None:
    result = forecast(series("flat", [40] * 24), seed=1)
    assert result.paths["mau"].to_list() == pytest.approx([40] * 12, abs=0.5)
    assert result.paths["month"].to_list() == [plus_months(FIRST, 24 + step) for step in range(12)]


def test_nobody_active_stays_nobody_and_says_so() -> None:
    result = forecast(series("empty", [0] * 12), seed=1)
    assert (result.paths["mau"] < 0.5).all()
    assert "No active user in any month." in result.evidence["note"][0]


def test_two_months_are_not_enough() -> None:
    result = forecast(series("new", [3, 4]), seed=1)
    assert result.paths.height == 0
    assert result.evidence.row(0, named=True) == {
        "unique_id": "new",
        "last_month": plus_months(FIRST, 1),
        "months_count": 2,
        "evidence": "none",
        "note": "Not enough data: 2 of at least 3 months.",
    }


@pytest.mark.parametrize(
    ("months", "evidence"), [(1, "none"), (3, "low"), (7, "low"), (8, "medium"), (23, "medium"), (24, "good")]
)
def test_evidence_follows_the_length_of_history(months: int, evidence: str) -> None:
    users = [20 + month % 3 for month in range(months)]
    assert forecast(series("a", users), seed=1).evidence["evidence"][0] == evidence


def test_low_evidence_is_a_flat_line_with_a_band_and_without_dates() -> None:
    result = forecast(series("young", [10, 14, 19, 25, 31]), seed=1)
    assert set(result.paths["mau"].to_list()) == {31}
    assert (result.paths["mau_lo"] < 31).all()
    assert (result.paths["mau_hi"] > 31).all()
    answer = result.reach(pl.DataFrame({"unique_id": ["young"], "level": [32.0]})).row(0, named=True)
    assert answer["probability_12"] > 0
    assert answer["reached_on"] is None
    assert answer["likely_on"] is None


def test_short_gaps_are_filled_and_counted() -> None:
    users: list[float | None] = [50 + month for month in range(20)]
    whole = forecast(series("a", users), seed=1)
    users[7] = None
    gap = forecast(series("a", users), seed=1)
    assert gap.paths["mau"].to_list() == pytest.approx(whole.paths["mau"].to_list())
    assert gap.evidence["note"][0] == "1 missing months filled in."


def test_after_a_long_gap_history_begins_anew() -> None:
    history = pl.concat(
        [series("a", [10] * 12), series("a", [60] * 5).with_columns(month=pl.col("month").dt.offset_by("24mo"))]
    )
    result = forecast(history, seed=1)
    assert result.evidence["months_count"][0] == 5
    assert result.paths["mau"][0] == 60


def test_without_licences_there_is_no_share_to_forecast() -> None:
    result = forecast(series("gone", [50] * 12, [100.0] * 11 + [0.0]), seed=1)
    assert result.paths.height == 0
    assert "No licences now." in result.evidence["note"][0]


def test_more_users_than_licences_stop_at_the_licences() -> None:
    result = forecast(series("over", [110 + month % 2 for month in range(18)], 100), seed=1)
    assert result.paths["mau"].is_between(99, 100).all()
    assert "More users than licences" in result.evidence["note"][0]


def test_a_licence_change_is_named_with_its_month() -> None:
    result = forecast(series("grew", [50] * 20, [100.0] * 16 + [135.0] * 4), seed=1)
    assert result.evidence["note"][0] == "Licence change +35 % in May 2025."
    assert result.paths["mau_share"][0] == pytest.approx(50 / 135, abs=0.05)


def test_the_running_month_is_left_out() -> None:
    history = series("a", [*[40] * 12, 3]).with_columns(is_complete=pl.int_range(pl.len()) < 12)
    result = forecast(history, seed=1)
    assert result.evidence["last_month"][0] == plus_months(FIRST, 11)
    assert result.paths["mau"][0] == pytest.approx(40, abs=0.5)


def test_silent_series_get_no_forecast_and_late_ones_start_with_the_others() -> None:
    history = pl.concat([series("on", [40] * 20), series("late", [40] * 19), series("silent", [40] * 17)])
    result = forecast(history, seed=1, as_of=plus_months(FIRST, 19))
    assert set(result.names) == {"late", "on"}
    assert result.paths["month"].min() == plus_months(FIRST, 20)
    assert "No data since May 2025." in result.evidence.filter(unique_id="silent")["note"][0]


def test_a_series_without_licences_is_a_volume() -> None:
    result = forecast(series("volume", [1000.0 + 10 * month for month in range(24)], None), seed=1)
    assert result.paths["mau_share"].null_count() == 12
    assert (result.paths["mau"] > 1100).all()


def test_an_empty_history_is_an_empty_forecast() -> None:
    result = forecast(series("a", []), seed=1)
    assert result.paths.height == result.evidence.height == result.planned.height == 0
    assert result.reach(pl.DataFrame({"unique_id": ["a"], "level": [1.0]}))["probability_12"].to_list() == [None]


@pytest.mark.parametrize("horizon", [0, 13])
def test_horizons_outside_a_year_are_refused(horizon: int) -> None:
    with pytest.raises(BadInput, match="1 to 12 months"):
        forecast(series("a", [1] * 12), seed=1, horizon=horizon)


def test_a_month_told_twice_is_refused() -> None:
    with pytest.raises(BadInput, match="two values for the same month"):
        forecast(pl.concat([series("a", [1, 2]), series("a", [1])]), seed=1)


def test_usage_that_ran_down_to_nobody_stays_there() -> None:
    result = forecast(series("lost", [*[60 + month % 3 for month in range(20)], 40, 15, 0, 0]), seed=1)
    assert set(result.paths["mau"].to_list()) == {0}
    assert result.evidence["note"][0] == "No active user in the last month."


def test_one_empty_month_after_good_ones_is_not_the_end() -> None:
    result = forecast(series("gap", [*[60 + month % 3 for month in range(23)], 0]), seed=1)
    assert (result.paths["mau_hi"] > 10).all()
