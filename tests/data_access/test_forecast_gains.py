"""Do the year's and the quarters' gains keep to rates, time caps and shared balances, and meet their targets?"""

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from data_access.claim_watch import desk_for
from data_access.forecasts import questions as forecasts
from data_access.forecasts.gains import gains
from data_access.forecasts.making import make_forecast
from data_access.forecasts.store import folder, served
from data_access.targets import Target, save_targets
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.periods import plus_months
from domain.scope import Role, Viewer
from forecasting import Forecast, forecast
from tests.data_access.forecast_book import SETTINGS
from tests.data_access.usage_book import ADMIN

AS_OF = date(2026, 10, 1)
THIS_QUARTER, NEXT_QUARTER = date(2026, 10, 1), date(2027, 1, 1)


@pytest.fixture(scope="module")
def rising() -> Forecast:
    """Two workloads of one customer, rising by 20 a month for two years towards 1,000 seats."""
    months = [plus_months(AS_OF, -23 + at) for at in range(24)]
    history = [
        {"unique_id": name, "month": month, "mau": 100 + 20 * at, "pau": 1000}
        for name in ("t/EXO", "t/SPO")
        for at, month in enumerate(months)
    ]
    return forecast(pl.DataFrame(history), seed=1, as_of=AS_OF)


def series(**changed: Any) -> pl.DataFrame:
    """Both workloads as marts_forecast/series.sql answers: 2 USD a unit, no caps."""
    row = {
        "tenant_id": "t",
        "segment": "SMB",
        "account_manager_id": "ana",
        "team": None,
        "known_month": AS_OF,
        "pau": 1000,
        "hwm": 560,
        "rate": Decimal(2),
        "paying_months": None,
        "account": "rules/customer/1",
        "cap_balance_usd": None,
        "is_associated": True,
    } | changed
    kinds: dict[str, pl.DataType | type[pl.DataType]] = {
        "paying_months": pl.Int64,
        "cap_balance_usd": pl.Decimal(18, 2),
        "rate": pl.Decimal(18, 6),
    }
    rows = [{"unique_id": f"t/{workload}", "workload": workload, **row} for workload in ("EXO", "SPO")]
    return pl.DataFrame(rows, schema_overrides=kinds)


def year(result: Forecast, frame: pl.DataFrame) -> tuple[float, float, float]:
    said = gains(result, frame, AS_OF)["earnings"].filter(pl.col("owner_kind") == "all")
    assert said["until_month"].to_list() == [date(2027, 6, 1)]
    return said.select("usd", "usd_lo", "usd_hi").row(0)


def test_money_is_units_at_their_rate_and_quarters_add_up(rising: Forecast) -> None:
    found = gains(rising, series(), AS_OF)
    everybody = found["gains"].filter(pl.col("owner_kind") == "all")
    assert everybody["quarter"].unique().sort().to_list() == [THIS_QUARTER, NEXT_QUARTER, date(2027, 4, 1)]
    by_kind = {kind: part["amount"].sum() for (kind,), part in everybody.group_by("kind")}
    assert by_kind["new_units"] > 0
    assert by_kind["reported_usd"] == pytest.approx(2 * by_kind["new_units"])
    assert by_kind["reported_usd"] == pytest.approx(year(rising, series())[0])
    assert set(found["gains"]["owner_kind"]) == {"all", "account_manager"}, "nobody's team has no row"


def test_workloads_of_one_account_share_its_balance(rising: Forecast) -> None:
    assert year(rising, series(cap_balance_usd=Decimal(10)))[2] == 10
    apart = series(cap_balance_usd=Decimal(10)).with_columns(pl.col("unique_id").alias("account"))
    assert year(rising, apart)[2] == 20
    assert year(rising, series(cap_balance_usd=Decimal(-5))) == (0, 0, 0)


def test_nothing_is_paid_after_the_time_cap_or_above_the_seats(rising: Forecast) -> None:
    one, two = (year(rising, series(paying_months=months))[0] for months in (1, 2))
    assert 0 < one < two < year(rising, series())[0]
    assert gains(rising, series(paying_months=0), AS_OF)["earnings"].is_empty()
    assert year(rising, series(pau=560)) == (0, 0, 0)


def test_a_month_the_mark_covers_already_is_not_counted_again(rising: Forecast) -> None:
    def units(**changed: Any) -> float:
        found = gains(rising, series(**changed), AS_OF)["gains"]
        return float(found.filter((pl.col("owner_kind") == "all") & (pl.col("kind") == "new_units"))["amount"][0])

    december, november = date(2026, 12, 1), date(2026, 11, 1)
    assert units() > units(known_month=november) > 0
    assert units(known_month=december) == 0, "nothing of the quarter is left"
    assert units(known_month=date(2026, 8, 1)) == units()


def test_targets_stand_beside_what_is_known_and_still_to_come(own_forecast: Workspace) -> None:
    door = Warehouse(own_forecast, SETTINGS)
    desk = desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows())
    old, huge = date(2026, 7, 1), Decimal(1_000_000)
    save_targets(desk, [Target(quarter, "new_units", huge) for quarter in (old, THIS_QUARTER, NEXT_QUARTER)])
    save_targets(desk, [Target(THIS_QUARTER, "new_units", huge, "somebody-else")])
    assert forecasts.TARGETS.name == "forecast/targets"
    past, current, other, ahead = door.ask(forecasts.TARGETS, viewer=ADMIN).frame.sort("quarter").to_dicts()
    assert (past["quarter"], past["actual_amount"], past["forecast_amount"]) == (old, 60, None)
    assert {current["owner"], other["owner"]} == {"The whole partner", "somebody-else"}
    whole = current if current["owner_kind"] == "all" else other
    # October's 20 units of the rising one are known.
    assert whole["actual_amount"] == 20
    assert 20 <= whole["low_amount"] <= whole["forecast_amount"] <= whole["high_amount"]
    assert (ahead["actual_amount"], ahead["forecast_amount"] > 0) == (None, True)
    stranger = Viewer("ana", Role.ACCOUNT_MANAGER)
    assert door.ask(forecasts.TARGETS, viewer=stranger).frame.is_empty(), "others' targets are not theirs"


def test_a_forecast_of_another_layout_is_made_anew(own_forecast: Workspace) -> None:
    pointer = folder(own_forecast) / "current.json"
    pointer.write_text(pointer.read_text().replace('"layout": 2', '"layout": 1'))
    assert served(own_forecast).snapshot is None
    assert Warehouse(own_forecast, SETTINGS).ask(forecasts.PATHS, viewer=ADMIN).frame.is_empty()
    assert make_forecast(own_forecast, SETTINGS).is_new
    assert Warehouse(own_forecast, SETTINGS).ask(forecasts.PATHS, viewer=ADMIN).frame.height
