"""Do trend, bridge, cohorts and movers say what a person works out by hand?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from polars.testing import assert_frame_equal

from data_access.growth import BRIDGE, BY_MONTH, COHORTS, EDGES, MOVED_MOST, MOVERS, SIDES
from data_access.imports import FRESHNESS
from data_access.portfolio import CUSTOMERS
from data_access.warehouse import Warehouse
from domain.errors import BadInput
from domain.scope import Scope, Viewer
from tests.data_access.tiny_answers import ADA, BRAM, NORTH, A, B, C, as_by_hand, by_hand
from tests.data_access.usage_book import ADMIN, EXECUTIVE, Import, Use, month_at, tenant_id, warehouse

LONG_AGO = date(2025, 3, 9)
MAY, AUG, SEP, OCT = date(2026, 5, 1), date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)
BRIDGE_STEPS = ("newly_associated", "expansion", "contraction", "lost", "closing")


def exchange(tenant: int, *amounts: tuple[int, int] | None, first: int = 0, since: date | None = LONG_AGO) -> list[Use]:
    """Exchange Online month by month from `first`; None is a month without a fact."""
    return [Use(tenant, "EXO", month, *pair, since=since) for month, pair in enumerate(amounts, first) if pair]


def office(tenant: int, *months: int) -> Import:
    return Import([Use(tenant, "SPO", month, 5, 9) for month in months], format="office_usage")


def test_by_month_of_the_tiny_files_is_the_one_worked_by_hand(tiny: Warehouse) -> None:
    """growth/by_month against ANSWERS.md."""
    months = tiny.ask(BY_MONTH, viewer=ADMIN).frame
    expected = by_hand("growth_by_month", months)
    assert_frame_equal(as_by_hand(months, expected), expected)
    assert months["is_complete"].all()


@pytest.mark.parametrize(
    ("slice_by", "october"),
    [
        ("all", [("All", 1388, 2460, 110)]),
        # Exchange A 180/220 + B 108/110, SharePoint A 110/220 + C 640/900, Meetings B 60/110 + C 290/900
        ("workload", [("EXO", 288, 330, 10), ("SPO", 750, 1120, 80), ("TEAMS_MEETINGS", 350, 1010, 20)]),
        ("segment", [("Enterprise", 290, 440, 30), ("Public sector", 930, 1800, 75), ("SMB", 168, 220, 5)]),
        ("country", [("Netherlands", 168, 220, 5), ("Spain", 930, 1800, 75), ("United Kingdom", 290, 440, 30)]),
        ("account_manager", [("Ada Abernethy", 458, 660, 35), ("Bram Hoekstra", 930, 1800, 75)]),
        ("team", [("Central and South Europe", 930, 1800, 75), ("North Europe", 458, 660, 35)]),
        ("location", [("4810011", 458, 660, 35), ("4810012", 930, 1800, 75)]),
    ],
)
def test_by_month_slices(tiny: Warehouse, slice_by: str, october: list[tuple[Any, ...]]) -> None:
    rows = tiny.ask(BY_MONTH, viewer=ADMIN, scope=Scope(start=OCT), slice_by=slice_by).frame
    assert rows.select("slice", "mau", "pau", "new_units").rows() == october
    assert rows["usage_share"].to_list() == [mau / pau for _, mau, pau, _ in october]


def test_by_month_refuses_a_slice_it_does_not_know(tiny: Warehouse) -> None:
    with pytest.raises(BadInput, match=r"slice_by is “mood”; expected one of all, workload, segment"):
        tiny.ask(BY_MONTH, viewer=ADMIN, slice_by="mood")


@pytest.mark.parametrize(
    ("viewer", "tenant", "october"),
    [
        (ADMIN, None, 1388),
        (EXECUTIVE, None, 1388),
        (ADA, None, 458),
        (NORTH, None, 458),
        (BRAM, None, 930),
        (ADMIN, A, 290),
        (ADA, B, 168),
        (BRAM, C, 930),
    ],
)
def test_trend_and_bridge_of_a_viewer(tiny: Warehouse, viewer: Viewer, tenant: str | None, october: int) -> None:
    scope = Scope(tenant=tenant, start=OCT)
    assert tiny.ask(BY_MONTH, viewer=viewer, scope=scope).frame["mau"].to_list() == [october]
    assert tiny.ask(BRIDGE, viewer=viewer, scope=scope).frame["closing"].to_list() == [october]


def test_a_customer_of_somebody_else_has_no_rows(tiny: Warehouse) -> None:
    assert tiny.ask(BY_MONTH, viewer=BRAM, tenant=A).frame.is_empty()
    assert tiny.ask(COHORTS, viewer=BRAM, tenant=A).frame.is_empty()
    assert tiny.ask(MOVERS, viewer=BRAM, tenant=A).frame.is_empty()
    assert tiny.ask(BRIDGE, viewer=BRAM, tenant=A).frame["closing"].sum() == 0


def test_bridge_of_the_tiny_files_is_the_one_worked_by_hand(tiny: Warehouse) -> None:
    """growth/bridge against ANSWERS.md, and in itself."""
    bridge = tiny.ask(BRIDGE, viewer=ADMIN).frame
    expected = by_hand("growth_bridge", bridge)
    assert_frame_equal(as_by_hand(bridge, expected), expected)
    gained, gone = bridge["newly_associated"] + bridge["expansion"], bridge["contraction"] + bridge["lost"]
    assert (bridge["opening"] + gained - gone).to_list() == bridge["closing"].to_list()
    assert bridge["opening"].to_list()[1:] == bridge["closing"].to_list()[:-1]
    months = tiny.ask(BY_MONTH, viewer=ADMIN).frame
    assert bridge["closing"].to_list() == months["mau"].to_list()


def test_a_bridge_that_starts_later_opens_with_what_came_before(tiny: Warehouse) -> None:
    row = tiny.ask(BRIDGE, viewer=ADMIN, scope=Scope(start=SEP, end_before=OCT)).frame.row(0, named=True)
    assert (row["opening"], row["expansion"], row["contraction"], row["closing"]) == (1100, 138, 5, 1233)


def test_cohorts_of_the_tiny_files(tiny: Warehouse) -> None:
    """growth/cohorts: April to June holds B/Exchange, C/SharePoint, B/Meetings; July to September the other three."""
    cohorts = tiny.ask(COHORTS, viewer=ADMIN).frame
    spring, summer = date(2026, 4, 1), date(2026, 7, 1)
    assert cohorts.select("cohort", "months_since", "series_count", "mau", "pau").rows() == [
        (spring, 0, 3, 100 + 520 + 40, 120 + 1000 + 120),
        (spring, 1, 3, 130 + 515 + 55, 120 + 1000 + 120),
        (spring, 2, 2, 118 + 560, 120 + 1000),  # B/Meetings is lost in August and September
        (spring, 3, 2, 125 + 580, 120 + 900),
        (spring, 4, 3, 128 + 575 + 60, 120 + 900 + 110),
        (spring, 5, 2, 108 + 640, 110 + 900),
        (summer, 0, 3, 150 + 90 + 250, 200 + 200 + 900),
        (summer, 1, 2, 145 + 275, 200 + 900),  # A/SharePoint lacks August
        (summer, 2, 3, 170 + 85 + 290, 220 + 220 + 900),
        (summer, 3, 2, 180 + 110, 220 + 220),
    ]
    assert cohorts["usage_share"].to_list() == [mau / pau for mau, pau in cohorts.select("mau", "pau").rows()]


MOVED = ("tenant_id", "mau_before", "mau_after", "mau_change", "workload", "workload_mau_change", "reason")


def test_movers_of_the_tiny_files(tiny: Warehouse) -> None:
    """growth/movers: without a start, the last two months; else from the first to the last month shown."""
    assert tiny.ask(MOVERS, viewer=ADMIN).frame.select(MOVED).rows() == [
        (C, 850, 930, 80, "SPO", 65, "more users on the same licences"),
        (B, 128, 168, 40, "TEAMS_MEETINGS", 60, "usage reported again"),
        (A, 255, 290, 35, "SPO", 25, "more users on the same licences"),
    ]
    since_may = tiny.ask(MOVERS, viewer=ADMIN, scope=Scope(start=MAY)).frame
    assert since_may.select(MOVED).rows() == [
        (C, 520, 930, 410, "TEAMS_MEETINGS", 290, "newly associated"),
        (A, None, 290, 290, "EXO", 180, "newly associated"),
        (B, 100, 168, 68, "TEAMS_MEETINGS", 60, "newly associated"),
    ]
    until_august = tiny.ask(MOVERS, viewer=ADMIN, scope=Scope(end_before=SEP), most=1).frame
    assert until_august.select(MOVED).rows() == [
        (C, 560, 830, 270, "TEAMS_MEETINGS", 250, "newly associated"),
        (A, 240, 145, -95, "SPO", -90, "no usage reported"),
    ]


def test_movers_lie_between_two_months_of_which_the_whole_is_known(tiny: Warehouse) -> None:
    """growth/edges, growth/sides and growth/moved_most: the same customers as are named above, found before they are looked up."""
    assert tiny.ask(EDGES, viewer=ADMIN).frame.rows() == [(SEP, OCT)]
    assert tiny.ask(EDGES, viewer=ADMIN, scope=Scope(start=MAY, end_before=SEP)).frame.rows() == [(MAY, AUG)]
    assert sorted(tiny.ask(SIDES, viewer=ADMIN).frame.rows()) == [(SEP, -1), (OCT, 1)]
    one = tiny.ask(MOVED_MOST, viewer=ADMIN, scope=Scope(end_before=SEP), most=1).frame
    assert sorted(one["tenant_id"]) == sorted([A, C])


@pytest.fixture(scope="module")
def moves(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """Three months; what counts happens from the second to the third."""
    uses = [
        *exchange(1, (10, 20), (10, 20), (30, 40)),
        *exchange(2, (10, 50), (10, 50), (25, 50)),
        *exchange(3, (9, 50), (9, 50), (12, 50), since=date(2026, 3, 30)),
        *exchange(4, (8, 20), None, (8, 20)),
        *exchange(5, (40, 90), (40, 90), None),
        *exchange(6, (30, 40), (30, 40), (20, 30)),
        *exchange(7, (30, 40), (30, 40), (25, 40)),
        *exchange(8, (30, 90), (30, 90), (60, 90)),
        *(one._replace(workload="SPO") for one in exchange(8, (30, 90), (30, 90), (25, 90))),
        *exchange(9, (5, 9), (5, 9), (5, 9)),
        *exchange(10, (5, 40), (5, 40), (6, 30)),
        *exchange(11, (5, 9), (5, 9), since=LONG_AGO),
    ]
    door = warehouse(
        tmp_path_factory.mktemp("moves"),
        Import(uses),
        Import([Use(11, "EXO", month, 5, 9) for month in range(3)], format="office_usage"),
    )
    yield door
    door.close()


def test_movers_say_why(moves: Warehouse) -> None:
    rows = moves.ask(MOVERS, viewer=ADMIN, most=20).frame
    found = {
        tenant: (change, reason) for tenant, change, reason in rows.select("tenant_id", "mau_change", "reason").rows()
    }
    assert found == {
        tenant_id(1): (20, "more users on more licences"),
        tenant_id(2): (15, "more users on the same licences"),
        tenant_id(3): (12, "newly associated"),
        tenant_id(4): (8, "usage reported again"),
        tenant_id(5): (-40, "no usage reported"),
        tenant_id(6): (-10, "fewer users on fewer licences"),
        tenant_id(7): (-5, "fewer users on the same licences"),
        tenant_id(8): (25, "more users on the same licences"),  # Exchange + 30 outweighs SharePoint - 5
        tenant_id(10): (1, "more users on fewer licences"),
        tenant_id(11): (-5, "no longer associated"),  # another source still reports the users
    }
    assert rows["mau_change"].is_sorted(descending=True)


def test_movers_are_the_most_up_and_the_most_down(moves: Warehouse) -> None:
    rows = moves.ask(MOVERS, viewer=ADMIN, most=2).frame
    assert rows["tenant_id"].to_list() == [tenant_id(number) for number in (8, 1, 6, 5)]


def test_a_late_source_leaves_the_month_out_of_every_change(tmp_path: Path) -> None:
    ours = exchange(1, (10, 40), (20, 40), (30, 40), (70, 90))
    door = warehouse(tmp_path, Import(ours), office(2, 0, 1, 2))
    months = door.ask(BY_MONTH, viewer=ADMIN).frame
    assert months["is_complete"].to_list() == [True, True, True, False]
    assert months["mau"].to_list() == [10, 20, 30, 70], "shown, and marked"
    bridge = door.ask(BRIDGE, viewer=ADMIN).frame
    assert bridge["month"].to_list() == [month_at(0), month_at(1), month_at(2)]
    assert bridge["closing"].to_list() == [10, 20, 30]
    assert door.ask(COHORTS, viewer=ADMIN).frame["mau"].to_list() == [10, 20, 30]
    (mover,) = door.ask(MOVERS, viewer=ADMIN).frame.to_dicts()
    assert (mover["first_month"], mover["last_month"], mover["mau_change"]) == (month_at(1), month_at(2), 10)
    assert door.ask(MOVERS, viewer=ADMIN, scope=Scope(start=month_at(3))).frame.is_empty()
    customer = door.ask(CUSTOMERS, viewer=ADMIN, tenant=tenant_id(1)).frame.row(0, named=True)
    assert (customer["month"], customer["mau"], customer["mau_change"]) == (month_at(3), 70, 10)
    door.close()


def test_a_stopped_source_holds_nothing_back(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import(exchange(1, *[(10 + month, 40) for month in range(6)])), office(2, 0, 1))
    assert door.ask(BY_MONTH, viewer=ADMIN).frame["is_complete"].all()
    states = door.ask(FRESHNESS, viewer=ADMIN).frame.select("source", "is_late", "is_stopped").rows()
    assert states == [("CPOR usage", False, False), ("OfficeUsage", False, True)]
    door.close()


def test_a_month_no_source_delivered_loses_nobody(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import(exchange(1, (10, 40), None, (14, 40))))
    bridge = door.ask(BRIDGE, viewer=ADMIN).frame
    assert bridge.select("month", *BRIDGE_STEPS).rows() == [
        (month_at(0), 0, 0, 0, 0, 10),
        (month_at(2), 0, 4, 0, 0, 14),
    ]
    assert bridge["opening"].to_list() == [10, 10], "associated long before the first month of all data"
    (mover,) = door.ask(MOVERS, viewer=ADMIN).frame.to_dicts()
    assert (mover["first_month"], mover["mau_before"], mover["mau_change"]) == (month_at(0), 10, 4)
    door.close()


def test_users_only_another_source_reports_are_lost_and_come_back_whole(tmp_path: Path) -> None:
    # February is missing from the CPOR file; OfficeUsage still counts 12 users, but nothing says they are ours.
    rest = [Use(1, "EXO", 1, 12, 40)]
    door = warehouse(
        tmp_path,
        Import([*exchange(1, (10, 40), None, (14, 40)), *exchange(2, (1, 9), (1, 9), (1, 9))]),
        Import([*rest, *office(3, 0, 1, 2).uses], format="office_usage"),
    )
    assert door.ask(BRIDGE, viewer=ADMIN).frame.select(BRIDGE_STEPS).rows() == [
        (0, 0, 0, 0, 11),
        (0, 0, 0, 10, 1),
        (0, 14, 0, 0, 15),
    ]
    assert door.ask(BY_MONTH, viewer=ADMIN).frame["mau"].to_list() == [11, 1, 15]
    door.close()


def test_an_association_made_again_is_no_second_arrival(tmp_path: Path) -> None:
    before, after = exchange(1, (10, 40), (12, 40)), exchange(1, (15, 40), first=2, since=date(2026, 3, 20))
    door = warehouse(tmp_path, Import([*before, *after]))
    assert door.ask(BRIDGE, viewer=ADMIN).frame.select(BRIDGE_STEPS).rows() == [
        (0, 0, 0, 0, 10),
        (0, 2, 0, 0, 12),
        (0, 3, 0, 0, 15),
    ]
    door.close()


def test_one_month_has_no_change_to_show(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import(exchange(1, (10, 40))))
    assert door.ask(BY_MONTH, viewer=ADMIN).frame.select("mau", "is_complete").rows() == [(10, True)]
    assert door.ask(BRIDGE, viewer=ADMIN).frame.select("opening", *BRIDGE_STEPS).rows() == [(10, 0, 0, 0, 0, 10)]
    assert door.ask(MOVERS, viewer=ADMIN).frame.is_empty()
    assert door.ask(CUSTOMERS, viewer=ADMIN).frame["mau_change"].to_list() == [None]
    door.close()


def test_a_book_without_users_answers_with_zeros(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import(exchange(1, (0, 0), (0, 0))))
    months = door.ask(BY_MONTH, viewer=ADMIN).frame
    assert months.select("mau", "pau", "usage_share", "new_units").rows() == [(0, 0, None, None), (0, 0, None, 0)]
    assert door.ask(BRIDGE, viewer=ADMIN).frame["closing"].to_list() == [0, 0]
    assert door.ask(COHORTS, viewer=ADMIN).frame.is_empty(), "no share without paid units"
    assert door.ask(MOVERS, viewer=ADMIN).frame.is_empty()
    door.close()
