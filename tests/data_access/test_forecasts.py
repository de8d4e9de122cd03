"""Is a forecast made from what is served, kept, shown to whom it may, and made anew only when something changed?"""

import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access.claim_watch import desk_for
from data_access.forecasts import questions as forecasts
from data_access.forecasts.making import make_forecast
from data_access.forecasts.starting import start_forecast
from data_access.forecasts.store import is_being_made, lock, served
from data_access.importing.run import import_files, viewer_asked
from data_access.plans import Plan, save_plan, withdraw_plan
from data_access.questions import question_named
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, NotAllowed, Unavailable
from domain.periods import plus_months
from domain.scope import Role, Scope, Viewer
from tests.data_access.usage_book import ADMIN

SETTINGS = Settings(threads=1)
TENANTS = [f"00000000-0000-4000-8000-{number:012}" for number in range(4)]
HEADER = (
    "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,DateAssociated,"
    "PartnerAttributionType,Date"
)


def book(folder: Path) -> Path:
    """Four customers of 1,000 seats, 18 months: flat at 300, rising by 20, falling by 10, and one of two months."""
    lines = [HEADER]
    for month in range(18):
        day = plus_months(date(2025, 5, 1), month)
        users = [300, 100 + 20 * month, 600 - 10 * month, 50]
        for at, (tenant, mau) in enumerate(zip(TENANTS, users, strict=True)):
            if at < 3 or month >= 16:
                lines.append(f"{tenant},C{at},Exchange,{mau},1000,K{at},1,20250601,CPOR,{day:%Y%m%d}")
    file = folder / "usage.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("forecast")
    workspace = Workspace(root / "workspace")
    import_files(workspace, [book(root)], viewer_asked(ADMIN, workspace, SETTINGS), SETTINGS)
    assert make_forecast(workspace, SETTINGS).is_new
    return workspace


@pytest.fixture
def own(made: Workspace, tmp_path: Path) -> Workspace:
    shutil.copytree(made.root, tmp_path / "own")
    return Workspace(tmp_path / "own")


def test_paths_reach_twelve_months_ahead_and_bands_hold_them(made: Workspace) -> None:
    paths = Warehouse(made, SETTINGS).ask(forecasts.PATHS, viewer=ADMIN).frame
    months = paths.filter(pl.col("tenant_id") == TENANTS[0])["month"].to_list()
    assert months == [plus_months(date(2026, 11, 1), ahead) for ahead in range(12)]
    assert (paths["low_mau"] <= paths["forecast_mau"]).all()
    assert (paths["forecast_mau"] <= paths["high_mau"]).all()
    assert (paths["high_mau"] <= 1000).all()
    assert TENANTS[3] not in paths["tenant_id"].to_list(), "two months are not enough"


def test_a_total_is_the_sum_of_its_parts(made: Workspace) -> None:
    door = Warehouse(made, SETTINGS)
    paths = door.ask(forecasts.PATHS, viewer=ADMIN).frame
    totals = door.ask(forecasts.TOTALS, viewer=ADMIN).frame
    ahead = totals.filter(pl.col("forecast").is_not_null())
    parts = paths.group_by("month").agg(pl.col("forecast_mau").sum()).sort("month")
    assert ((ahead["forecast"] - parts["forecast_mau"]).abs() <= 3).all(), "each part is rounded by itself"
    assert ahead["low"].null_count() == 0
    assert (ahead["low"] <= ahead["forecast"]).all()
    assert totals.filter(pl.col("mau").is_not_null()).height == 17, "associated from the second month on"


def test_a_cut_without_joint_draws_has_no_band(made: Workspace) -> None:
    cut = Warehouse(made, SETTINGS).ask(forecasts.TOTALS, viewer=ADMIN, scope=Scope(locations=("1",))).frame
    assert cut["forecast"].drop_nulls().len() == 12
    assert cut["low"].null_count() == cut.height


def test_a_date_never_stands_without_its_probability(made: Workspace) -> None:
    reach = Warehouse(made, SETTINGS).ask(forecasts.REACH, viewer=ADMIN).frame
    assert reach.height
    dated = reach.filter(pl.col("reached_on").is_not_null())
    assert dated["probability_12"].null_count() == 0
    assert (reach["probability_3"] <= reach["probability_12"]).drop_nulls().all()


def test_only_what_changed_is_made_again(own: Workspace) -> None:
    assert not make_forecast(own, SETTINGS).is_new
    assert served(own).version == 1


def test_a_plan_stands_beside_the_forecast(own: Workspace) -> None:
    door = Warehouse(own, SETTINGS)
    desk = desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows())
    before = door.ask(forecasts.PATHS, viewer=ADMIN).frame
    save_plan(desk, Plan(TENANTS[0], "EXO", date(2026, 12, 1), date(2027, 6, 1), target_share=0.8))
    assert make_forecast(own, SETTINGS).is_new
    after = door.ask(forecasts.PATHS, viewer=ADMIN, tenant=TENANTS[0]).frame
    assert after["forecast_mau"].to_list() == before.filter(pl.col("tenant_id") == TENANTS[0])["forecast_mau"].to_list()
    assert after["planned_mau"].to_list()[-1] == 800
    withdraw_plan(desk, TENANTS[0], "EXO")
    make_forecast(own, SETTINGS)
    withdrawn = door.ask(forecasts.PATHS, viewer=ADMIN).frame["planned_mau"]
    assert withdrawn.null_count() == withdrawn.len()


def test_a_wrong_plan_is_refused_with_a_sentence(own: Workspace) -> None:
    desk = desk_for(Warehouse(own, SETTINGS), ADMIN, date(2026, 11, 23), ClaimWindows())
    day = date(2026, 12, 1)
    with pytest.raises(BadInput, match="ends before it starts"):
        save_plan(desk, Plan(TENANTS[0], "EXO", day, date(2026, 11, 1), target_share=0.5))
    with pytest.raises(BadInput, match="what is planned"):
        save_plan(desk, Plan(TENANTS[0], "EXO", day, day))
    with pytest.raises(BadInput, match="between 0 and 100"):
        save_plan(desk, Plan(TENANTS[0], "EXO", day, day, target_share=1.5))
    stranger = desk_for(Warehouse(own, SETTINGS), Viewer("x", Role.ACCOUNT_MANAGER), day, ClaimWindows())
    with pytest.raises(NotAllowed):
        save_plan(stranger, Plan(TENANTS[0], "EXO", day, day, target_share=0.5))


def test_nobody_sees_the_forecast_of_others(made: Workspace) -> None:
    door, stranger = Warehouse(made, SETTINGS), Viewer("nobody-here", Role.ACCOUNT_MANAGER)
    for question in (forecasts.PATHS, forecasts.REACH, forecasts.EARNINGS):
        assert door.ask(question, viewer=stranger).frame.is_empty()
    assert door.ask(forecasts.TOTALS, viewer=stranger).frame.is_empty()


def test_a_workspace_without_a_forecast_answers_with_nothing(tiny: Warehouse) -> None:
    assert tiny.ask(forecasts.PATHS, viewer=ADMIN).frame.is_empty()
    assert tiny.ask(forecasts.EARNINGS, viewer=ADMIN).frame.is_empty()
    assert tiny.ask(forecasts.TRACK, viewer=ADMIN).frame.is_empty()
    assert served(tiny.workspace).snapshot is None


def test_one_forecast_at_a_time(own: Workspace) -> None:
    with lock(own).acquire(timeout=0):
        assert is_being_made(own)
    assert not is_being_made(own)


def test_nothing_imported_nothing_forecast(tmp_workspace: Workspace) -> None:
    with pytest.raises(Unavailable, match="Nothing has been imported"):
        make_forecast(tmp_workspace, SETTINGS)


def test_no_process_is_started_when_the_setting_says_so(tmp_workspace: Workspace) -> None:
    start_forecast(tmp_workspace, Settings(forecast_after_import=False))
    assert not tmp_workspace.root.exists()


@pytest.mark.parametrize(
    "name", ["forecast/paths", "forecast/reach", "forecast/totals", "forecast/earnings", "forecast/track"]
)
def test_every_question_can_be_asked_by_name(made: Workspace, name: str) -> None:
    answer = Warehouse(made, SETTINGS).ask(question_named(name), viewer=ADMIN)
    assert answer.frame.height
