"""Is a forecast made from what is served, kept, shown to whom it may, and made anew only when something changed?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access.catalogue import OPTIONS
from data_access.claim_watch import desk_for
from data_access.forecasts import questions as forecasts
from data_access.forecasts.making import make_forecast
from data_access.forecasts.starting import start_forecast
from data_access.forecasts.store import is_being_made, lock, served
from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.incentive_ladder import LADDER
from data_access.plans import Plan, save_plan, withdraw_plan
from data_access.questions import question_named
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, NotAllowed, Unavailable
from domain.periods import plus_months
from domain.scope import Role, Scope, Viewer
from tests.data_access.forecast_book import SETTINGS, TENANTS, book
from tests.data_access.usage_book import ADMIN


def test_paths_reach_twelve_months_ahead_and_bands_hold_them(forecast_workspace: Workspace) -> None:
    paths = Warehouse(forecast_workspace, SETTINGS).ask(forecasts.PATHS, viewer=ADMIN).frame
    months = paths.filter(pl.col("tenant_id") == TENANTS[0])["month"].to_list()
    assert months == [plus_months(date(2026, 11, 1), ahead) for ahead in range(12)]
    assert (paths["low_mau"] <= paths["forecast_mau"]).all()
    assert (paths["forecast_mau"] <= paths["high_mau"]).all()
    assert (paths["high_mau"] <= 1000).all()
    assert TENANTS[3] not in paths["tenant_id"].to_list(), "two months are not enough"


def test_a_total_is_the_sum_of_its_parts(forecast_workspace: Workspace) -> None:
    door = Warehouse(forecast_workspace, SETTINGS)
    paths = door.ask(forecasts.PATHS, viewer=ADMIN).frame
    totals = door.ask(forecasts.TOTALS, viewer=ADMIN).frame
    ahead = totals.filter(pl.col("forecast").is_not_null())
    parts = paths.group_by("month").agg(pl.col("forecast_mau").sum()).sort("month")
    assert ((ahead["forecast"] - parts["forecast_mau"]).abs() <= 3).all(), "each part is rounded by itself"
    assert ahead["low"].null_count() == 0
    assert (ahead["low"] <= ahead["forecast"]).all()
    assert totals.filter(pl.col("mau").is_not_null()).height == 17, "associated from the second month on"


def test_a_cut_without_joint_draws_has_no_band(forecast_workspace: Workspace) -> None:
    cut = (
        Warehouse(forecast_workspace, SETTINGS).ask(forecasts.TOTALS, viewer=ADMIN, scope=Scope(locations=("1",))).frame
    )
    assert cut["forecast"].drop_nulls().len() == 12
    assert cut["low"].null_count() == cut.height


def test_a_date_never_stands_without_its_probability(forecast_workspace: Workspace) -> None:
    reach = Warehouse(forecast_workspace, SETTINGS).ask(forecasts.REACH, viewer=ADMIN).frame
    assert reach.height
    dated = reach.filter(pl.col("reached_on").is_not_null())
    assert dated["probability_12"].null_count() == 0
    assert (reach["probability_3"] <= reach["probability_12"]).drop_nulls().all()


def test_the_ladder_says_when_each_step_is_expected(forecast_workspace: Workspace) -> None:
    """forecast/ladder is incentives/ladder with the dates of the forecast's own next steps."""
    door = Warehouse(forecast_workspace, SETTINGS)
    plain = door.ask(LADDER, viewer=ADMIN).frame
    found = door.ask(forecasts.LADDER, viewer=ADMIN).frame
    assert found.select(plain.columns).equals(plain)
    reach = door.ask(forecasts.REACH, viewer=ADMIN).frame.filter(pl.col("target") == "milestone")
    dates = {(row["tenant_id"], row["step"]): row["reached_on"] for row in reach.iter_rows(named=True)}
    told = {(row["tenant_id"], row["next_step"]): row["reached_on"] for row in found.iter_rows(named=True)}
    assert dates
    assert {key: told[key] for key in dates} == dates
    assert found.filter(pl.col("tenant_id") == TENANTS[3])["probability_12"].to_list() == [None]
    walked = [door.ask(forecasts.LADDER, viewer=ADMIN, skip_rows=one, page_size=1).frame for one in range(found.height)]
    assert pl.concat(walked).equals(found)


def test_the_whole_book_is_what_its_parts_and_bands_say(forecast_workspace: Workspace) -> None:
    """forecast/totals of everybody is added up when the forecast is made; by segment every path is."""
    door = Warehouse(forecast_workspace, SETTINGS)
    for workloads in (None, ("EXO",), ("EXO", "SPO"), ()):
        scope = Scope(start=date(2026, 6, 1), workloads=workloads)
        whole = door.ask(forecasts.TOTALS, viewer=ADMIN, scope=scope).frame
        segments = tuple(door.ask(OPTIONS, viewer=ADMIN).frame.filter(kind="segment")["value"])
        by_path = door.ask(forecasts.TOTALS, viewer=ADMIN, scope=replace(scope, segments=segments)).frame
        assert whole.drop("low", "high").equals(by_path.drop("low", "high"))
        assert whole["low"].count() == (12 if workloads in (None, ("EXO",)) else 0)
        assert whole.height or workloads == ()


def test_only_what_changed_is_made_again(own_forecast: Workspace) -> None:
    assert not make_forecast(own_forecast, SETTINGS).is_new
    assert served(own_forecast).version == 1


def test_a_plan_stands_beside_the_forecast(own_forecast: Workspace) -> None:
    door = Warehouse(own_forecast, SETTINGS)
    desk = desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows())
    before = door.ask(forecasts.PATHS, viewer=ADMIN).frame
    save_plan(desk, Plan(TENANTS[0], "EXO", date(2026, 12, 1), date(2027, 6, 1), target_share=0.8))
    assert make_forecast(own_forecast, SETTINGS).is_new
    after = door.ask(forecasts.PATHS, viewer=ADMIN, tenant=TENANTS[0]).frame
    assert after["forecast_mau"].to_list() == before.filter(pl.col("tenant_id") == TENANTS[0])["forecast_mau"].to_list()
    assert after["planned_mau"].to_list()[-1] == 800
    withdraw_plan(desk, TENANTS[0], "EXO")
    make_forecast(own_forecast, SETTINGS)
    withdrawn = door.ask(forecasts.PATHS, viewer=ADMIN).frame["planned_mau"]
    assert withdrawn.null_count() == withdrawn.len()


def test_plan_and_forecast_are_both_scored_once_months_arrive(own_forecast: Workspace, tmp_path: Path) -> None:
    """forecast/plan_scores, against months worked by hand."""
    door = Warehouse(own_forecast, SETTINGS)
    desk = desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows())
    save_plan(desk, Plan(TENANTS[0], "EXO", date(2026, 11, 1), date(2026, 12, 1), target_share=0.5))
    make_forecast(own_forecast, SETTINGS)
    (waiting,) = door.ask(forecasts.PLAN_SCORES, viewer=ADMIN).frame.to_dicts()
    assert (waiting["months_count"], waiting["plan_error_users"], waiting["closer"]) == (0, None, None)
    said = door.ask(forecasts.PATHS, viewer=ADMIN, tenant=TENANTS[0]).frame.sort("month").head(2)
    # Half of the way, 400, then 500 of 1,000 seats were planned; 410 came, and a month that is not complete.
    assert said["planned_mau"].to_list() == [pytest.approx(400, abs=2), 500]
    arrived = book(tmp_path, {TENANTS[0]: [300] * 18 + [410, 480]})
    import_files(own_forecast, [arrived], Asked(ADMIN, own_forecast.today(SETTINGS)), SETTINGS)
    make_forecast(own_forecast, SETTINGS)
    (scored,) = door.ask(forecasts.PLAN_SCORES, viewer=ADMIN).frame.to_dicts()
    assert (scored["months_count"], scored["last_month"], scored["mau"]) == (1, date(2026, 11, 1), 410)
    plan, alone = said["planned_mau"][0], said["forecast_mau"][0]
    assert scored["plan_error_users"] == pytest.approx(abs(410 - plan), abs=1)
    assert scored["forecast_error_users"] == pytest.approx(abs(410 - alone), abs=1)
    assert scored["closer"] == "the plan"
    stranger = Viewer("nobody-here", Role.ACCOUNT_MANAGER)
    assert door.ask(forecasts.PLAN_SCORES, viewer=stranger).frame.is_empty()


def test_a_wrong_plan_is_refused_with_a_sentence(own_forecast: Workspace) -> None:
    desk = desk_for(Warehouse(own_forecast, SETTINGS), ADMIN, date(2026, 11, 23), ClaimWindows())
    day = date(2026, 12, 1)
    with pytest.raises(BadInput, match="ends before it starts"):
        save_plan(desk, Plan(TENANTS[0], "EXO", day, date(2026, 11, 1), target_share=0.5))
    with pytest.raises(BadInput, match="what is planned"):
        save_plan(desk, Plan(TENANTS[0], "EXO", day, day))
    with pytest.raises(BadInput, match="between 0 and 100"):
        save_plan(desk, Plan(TENANTS[0], "EXO", day, day, target_share=1.5))
    stranger = desk_for(Warehouse(own_forecast, SETTINGS), Viewer("x", Role.ACCOUNT_MANAGER), day, ClaimWindows())
    with pytest.raises(NotAllowed):
        save_plan(stranger, Plan(TENANTS[0], "EXO", day, day, target_share=0.5))


def test_nobody_sees_the_forecast_of_others(forecast_workspace: Workspace) -> None:
    door, stranger = Warehouse(forecast_workspace, SETTINGS), Viewer("nobody-here", Role.ACCOUNT_MANAGER)
    for question in (forecasts.PATHS, forecasts.REACH, forecasts.EARNINGS):
        assert door.ask(question, viewer=stranger).frame.is_empty()
    assert door.ask(forecasts.TOTALS, viewer=stranger).frame.is_empty()


def test_a_workspace_without_a_forecast_answers_with_nothing(tiny: Warehouse) -> None:
    assert tiny.ask(forecasts.PATHS, viewer=ADMIN).frame.is_empty()
    assert tiny.ask(forecasts.EARNINGS, viewer=ADMIN).frame.is_empty()
    assert tiny.ask(forecasts.TRACK, viewer=ADMIN).frame.is_empty()
    assert served(tiny.workspace).snapshot is None


def test_one_forecast_at_a_time(own_forecast: Workspace) -> None:
    with lock(own_forecast).acquire(timeout=0):
        assert is_being_made(own_forecast)
    assert not is_being_made(own_forecast)


def test_nothing_imported_nothing_forecast(tmp_workspace: Workspace) -> None:
    with pytest.raises(Unavailable, match="Nothing has been imported"):
        make_forecast(tmp_workspace, SETTINGS)


def test_no_process_is_started_when_the_setting_says_so(tmp_workspace: Workspace) -> None:
    start_forecast(tmp_workspace, Settings(forecast_after_import=False))
    assert not tmp_workspace.root.exists()


@pytest.mark.parametrize(
    "name", ["forecast/paths", "forecast/reach", "forecast/totals", "forecast/earnings", "forecast/track"]
)
def test_every_question_can_be_asked_by_name(forecast_workspace: Workspace, name: str) -> None:
    answer = Warehouse(forecast_workspace, SETTINGS).ask(question_named(name), viewer=ADMIN)
    assert answer.frame.height
