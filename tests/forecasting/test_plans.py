"""Plans are drawn beside the forecast and leave it as it is."""

from datetime import date

import polars as pl
import pytest

from domain.errors import BadInput
from domain.periods import plus_months
from forecasting import forecast
from tests.forecasting.histories import FIRST, series


def plan(starts: date, ends: date | None, target: float | None, licences: int | None) -> pl.DataFrame:
    columns = {
        "unique_id": ["a"],
        "starts_on": [starts],
        "ends_on": [ends],
        "target_share": [target],
        "licences_count": [licences],
    }
    return pl.DataFrame(
        columns, schema_overrides={"target_share": pl.Float64, "licences_count": pl.Int64, "ends_on": pl.Date}
    )


def test_usage_moves_in_even_steps_to_the_target_and_the_forecast_does_not_change() -> None:
    history = series("a", [40] * 24)
    planned = forecast(history, seed=1, plans=plan(plus_months(FIRST, 26), plus_months(FIRST, 29), 0.8, None))
    assert planned.planned["share"].to_list() == pytest.approx([0.4, 0.4, 0.5, 0.6, 0.7, *[0.8] * 7], abs=0.01)
    assert planned.paths.equals(forecast(history, seed=1).paths)


def test_new_licences_come_empty() -> None:
    planned = forecast(series("a", [40] * 24), seed=1, plans=plan(plus_months(FIRST, 27), None, None, 200)).planned
    assert planned["pau"].to_list() == [100] * 3 + [200] * 9
    assert planned["mau"].to_list() == pytest.approx([40] * 12, abs=1)
    assert planned["share"][11] == pytest.approx(0.2, abs=0.01)


@pytest.mark.parametrize(
    ("target", "licences", "ends", "sentence"),
    [
        (1.2, None, None, "between 0 and 1"),
        (None, -1, None, "0 or more"),
        (0.5, None, plus_months(FIRST, 1), "ends before"),
    ],
)
def test_impossible_plans_are_refused(
    target: float | None, licences: int | None, ends: date | None, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        forecast(series("a", [40] * 24), seed=1, plans=plan(plus_months(FIRST, 26), ends, target, licences))
