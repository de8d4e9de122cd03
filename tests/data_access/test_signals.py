"""Are the situations of a small book found, priced by the rules, and named once a workload? Worked out by hand.

The shipped growth rules pay 3.00 USD a unit of EXO and 6.00 of INTUNE, 12,000 at most; milestones of 15 and 40 % pay
250 and 500 below 500 seats, 500 and 1,000 from there.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data_access import signals
from data_access.warehouse import Warehouse
from domain.errors import BadInput, UnknownName
from domain.scope import Role, Scope, Viewer
from tests.data_access.signal_book import asked, book, customer, months, opened
from tests.data_access.usage_book import Import, tenant_id

STILL = [100] * 10
DIP = [100, 100, 100, 100, 80, 80, 85, 90, 94, 97]

# One customer a scene: users and seats by month, all of EXO, claimed.
SCENES: dict[str, tuple[list[int], list[int] | int]] = {
    "still": (STILL, 400),
    "few seats left": ([500] * 10, 600),
    "no seat left": ([590] * 10, 600),
    "35 %": ([350] * 10, 1000),
    "reached once": ([410, *[350] * 9], 1000),
    "dip": (DIP, 400),
    "fall": ([100, 100, 100, 100, 100, 120, 121, 110, 100, 90], 400),
    "fall without seats": ([90] * 7 + [95, 90, 80], 85),
    "long fall": ([100, 100, 100, 100, 106, 104, 103, 102, 101, 99], 400),
    "one bad month": ([100] * 8 + [101, 96], 400),
    "small fall": ([100] * 8 + [99, 98], 400),
    "old fall": ([100, 90, 80] + [80] * 7, 400),
    "seats bought": (STILL, [200] * 8 + [260, 260]),
    "nearing 300": ([30] * 10, 280),
    "crossed 150": ([30] * 10, [140] * 8 + [155, 155]),
    "fell under 150": ([30] * 10, [160] * 8 + [149, 120]),
    "crossed two lines": ([30] * 10, [140] * 8 + [310, 310]),
    "no line": ([30] * 10, 200),
    "capped": ([100, *[3800] * 9], 9000),
    **{f"{users} of 1000": ([users] * 10, 1000) for users in (99, 100, 149, 299, 300, 399)},
}


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    uses = [use for at, (users, seats) in enumerate(SCENES.values(), 1) for use in months(at, "EXO", users, seats)]
    return book(tmp_path_factory.mktemp("scenes"), uses)


def on_list(door: Warehouse, scene: str) -> dict[str, Any]:
    """The scene's line on the list, empty when it has none."""
    scope = Scope(tenant=tenant_id(list(SCENES).index(scene) + 1))
    rows = asked(door, signals.OPPORTUNITIES, scope=scope)
    return rows[0] if rows else {"facts": "none:"}


def situation(door: Warehouse, scene: str, signal: str) -> dict[str, Any]:
    scope = Scope(tenant=tenant_id(list(SCENES).index(scene) + 1))
    (row,) = [one for one in asked(door, signals.SITUATIONS, scope=scope) if one["signal"] == signal]
    return row


def facts(row: dict[str, Any]) -> dict[str, str]:
    """The row's signals with their numbers, such as {"falling": "38:3"}."""
    return dict(part.split(":", 1) for part in row["facts"].split(","))


def test_headroom_is_priced_by_the_step_above_the_mark(scenes: Warehouse) -> None:
    row = on_list(scenes, "still")
    # Step: 5 % of 400 seats = 20 users above the mark of 100, at 3.00 USD.
    assert (row["signal"], row["value_usd"], row["target_users"]) == ("headroom", Decimal("60.00"), 120)
    assert facts(row)["headroom"] == "300:"
    assert row["since_on"] == date(2026, 1, 1)


def test_a_step_is_at_most_the_seats_that_are_left(scenes: Warehouse) -> None:
    assert on_list(scenes, "few seats left")["target_users"] == 530
    assert on_list(scenes, "no seat left")["facts"] == "none:"


def test_just_under_a_milestone_is_worth_its_amount(scenes: Warehouse) -> None:
    row = on_list(scenes, "35 %")
    # 35.0 % of 1,000 seats: 50 users short of 40 %, which pays 1,000 USD from 500 seats on.
    assert facts(row)["near_milestone"] == "50:40"
    assert (row["signal"], row["value_usd"], row["target_users"]) == ("near_milestone", Decimal("1000.00"), 400)


@pytest.mark.parametrize(
    ("users", "is_near"), [(299, False), (300, True), (399, True), (99, False), (100, True), (149, True)]
)
def test_near_a_milestone_is_ten_points_and_two_thirds_of_the_way(scenes: Warehouse, users: int, is_near: bool) -> None:
    assert ("near_milestone" in facts(on_list(scenes, f"{users} of 1000"))) is is_near


def test_a_step_that_was_reached_once_pays_no_more(scenes: Warehouse) -> None:
    assert "near_milestone" not in facts(on_list(scenes, "reached once"))


def test_back_near_the_mark_after_a_dip(scenes: Warehouse) -> None:
    assert facts(on_list(scenes, "dip"))["near_mark"] == "3:"


def test_falling_counts_from_where_the_fall_began(scenes: Warehouse) -> None:
    assert facts(on_list(scenes, "fall"))["falling"] == "31:3"
    assert facts(on_list(scenes, "long fall"))["falling"] == "7:5"
    alone = situation(scenes, "fall without seats", "falling")
    # Being back at 95 pays nothing by itself: growth pays above the mark only.
    assert (alone["value_usd"], alone["target_users"], alone["since_on"]) == (Decimal("0.00"), 95, date(2026, 8, 1))


@pytest.mark.parametrize("scene", ["one bad month", "small fall", "old fall"])
def test_one_bad_month_a_small_fall_or_an_old_one_is_no_fall(scenes: Warehouse, scene: str) -> None:
    assert "falling" not in facts(on_list(scenes, scene))


def test_seats_grew_and_users_did_not(scenes: Warehouse) -> None:
    assert facts(on_list(scenes, "seats bought"))["seats_grew"] == "60:"
    assert "seats_grew" not in facts(on_list(scenes, "still"))


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        ("nearing 300", "-20:300"),
        ("crossed 150", "5:150"),
        ("fell under 150", "-30:150"),
        ("crossed two lines", "10:300"),
        ("no line", None),
    ],
)
def test_size_lines_are_neared_and_crossed(scenes: Warehouse, scene: str, said: str | None) -> None:
    assert facts(on_list(scenes, scene)).get("size_line") == said


def test_a_size_line_stands_on_one_workload_of_the_most_seats(tmp_path: Path) -> None:
    # Both have 280 seats, so either would do: the list names one of them, and never the smaller third.
    uses = [*months(1, "SPO", [30] * 10, 280), *months(1, "EXO", [40] * 10, 280), *months(1, "TEAMS", [50] * 10, 200)]
    rows = asked(book(tmp_path, uses), signals.SITUATIONS)
    assert [row["workload"] for row in rows if row["signal"] == "size_line"] in (["EXO"], ["SPO"])


def test_cap_nearly_used_and_values_within_what_it_has_left(scenes: Warehouse) -> None:
    # 3,700 units above the first mark at 3.00 USD are 11,100 of the cap's 12,000: 900 USD, or 300 units, are left.
    cap = situation(scenes, "capped", "cap_nearly_used")
    assert (cap["value_usd"], cap["moved"], cap["target_users"]) == (Decimal("900.00"), 300, 4100)
    assert cap["since_on"] == date(2026, 2, 1)
    # The step alone would be 450 units, 1,350 USD.
    assert situation(scenes, "capped", "headroom")["value_usd"] == Decimal("900.00")


def test_unclaimed_workload_of_a_claimed_customer(tmp_path: Path) -> None:
    door = opened(
        tmp_path,
        [
            Import(months(1, "EXO", [395] * 10, 400), customers=[customer(1), customer(2)]),
            Import(
                [*months(1, "INTUNE", [50] * 10, 400, since=None), *months(2, "INTUNE", [50] * 10, 400, since=None)],
                format="ems_usage",
            ),
        ],
    )
    # The second customer has no association at all, so nothing of it is "unclaimed". 20 units at 6.00 USD.
    (row,) = asked(door, signals.OPPORTUNITIES, signal="unclaimed")
    assert (row["name"], row["workload"], row["value_usd"]) == ("Customer 1", "INTUNE", Decimal("120.00"))


def test_seats_without_any_usage_say_that_they_do_not_know(tmp_path: Path) -> None:
    door = book(
        tmp_path,
        months(1, "EXO", [395] * 10, 400),
        seats={(1, "EMS"): 70},
        plans={"EMS": ["INTUNE_A"]},
    )
    (row,) = asked(door, signals.OPPORTUNITIES, signal="unclaimed")
    assert (row["workload"], row["value_usd"], row["probability"], row["mau"]) == ("INTUNE", None, None, None)
    assert facts(row)["unclaimed"] == "70:"


def test_one_line_a_workload_with_the_promise_that_is_largest(tmp_path: Path) -> None:
    door = book(tmp_path, months(1, "EXO", [390] * 9 + [396], 1000))
    (row,) = asked(door, signals.OPPORTUNITIES)
    named = asked(door, signals.SITUATIONS)
    assert row["signals"] == "headroom+near_milestone"
    assert row["expected_usd"] == max(one["expected_usd"] for one in named)
    assert len(asked(door, signals.STANDING)) == 1


def test_order_is_by_expected_value_then_value_then_name_of_nobody(tmp_path: Path) -> None:
    door = book(tmp_path, [use for one in range(1, 6) for use in months(one, "EXO", STILL, 400)])
    rows = asked(door, signals.OPPORTUNITIES)
    assert [row["tenant_id"] for row in rows] == [tenant_id(one) for one in range(1, 6)]
    assert [row["place"] for row in rows] == [1, 2, 3, 4, 5]
    assert asked(door, signals.OPPORTUNITIES, skip_rows=2, page_size=2) == rows[2:4]


def test_filters_narrow_and_are_checked(tmp_path: Path) -> None:
    door = book(tmp_path, [*months(1, "EXO", STILL, 400), *months(2, "EXO", [350] * 10, 1000)])
    assert [row["name"] for row in asked(door, signals.OPPORTUNITIES, signal="near_milestone")] == ["Customer 2"]
    assert [row["name"] for row in asked(door, signals.OPPORTUNITIES, min_value=100)] == ["Customer 2"]
    assert [row["name"] for row in asked(door, signals.OPPORTUNITIES, search="customer 1")] == ["Customer 1"]
    assert asked(door, signals.OPPORTUNITIES, owner="ben") == []
    assert [row["name"] for row in asked(door, signals.OPPORTUNITIES, scope=Scope(tenant=tenant_id(1)))] == [
        "Customer 1"
    ]
    with pytest.raises(BadInput, match="expected one of"):
        asked(door, signals.OPPORTUNITIES, status="finished")
    with pytest.raises(UnknownName):
        asked(door, signals.OPPORTUNITIES, colour="red")


def test_sums_agree_with_the_list(tmp_path: Path) -> None:
    door = book(
        tmp_path,
        [*months(1, "EXO", STILL, 400), *months(1, "SPO", [60] * 10, 300), *months(2, "EXO", [350] * 10, 1000)],
    )
    rows = asked(door, signals.OPPORTUNITIES)
    (totals,) = asked(door, signals.TOTALS)
    value = sum(row["value_usd"] for row in rows)
    assert (totals["open_count"], totals["customers_count"], totals["value_usd"]) == (3, 2, value)
    assert totals["expected_usd"] == pytest.approx(sum(row["expected_usd"] or 0 for row in rows))
    for question in (signals.BY_CUSTOMER, signals.BY_OWNER, signals.BY_SIGNAL):
        summed = asked(door, question)
        assert sum(row["value_usd"] or 0 for row in summed) == value
    assert sum(row["open_count"] for row in asked(door, signals.BY_CUSTOMER)) == 3


def test_viewers_see_their_own_customers(tmp_path: Path) -> None:
    uses = [*months(1, "EXO", STILL, 400), *months(2, "EXO", STILL, 400)]
    door = book(tmp_path, uses, customers=[customer(1), customer(2, account_manager_id="ben", team="south")])
    ana, south = Viewer("ana", Role.ACCOUNT_MANAGER), Viewer("lea", Role.SALES_LEAD, "south")
    for question in (signals.OPPORTUNITIES, signals.STANDING, signals.SITUATIONS, signals.BY_CUSTOMER):
        assert {row["tenant_id"] for row in asked(door, question, ana)} == {tenant_id(1)}
        assert {row["tenant_id"] for row in asked(door, question, south)} == {tenant_id(2)}
    assert [row["open_count"] for row in asked(door, signals.TOTALS, ana)] == [1]
    nobody = Viewer("eve", Role.ACCOUNT_MANAGER)
    assert asked(door, signals.RATES, nobody) == asked(door, signals.LIFT, nobody) == []


def test_what_changed_compares_with_the_list_before_the_import(tmp_path: Path) -> None:
    first = Import(months(1, "EXO", STILL, 400), customers=[customer(1), customer(2)])
    assert asked(opened(tmp_path, [first]), signals.CHANGES) == []
    later = Import([*months(1, "EXO", [99, 80], 400, first=10), *months(2, "EXO", [30, 30], 90, first=10)])
    door = opened(tmp_path, [first, later])
    said = {
        row["name"]: (row["change"], row["signals_before"], row["signals_now"]) for row in asked(door, signals.CHANGES)
    }
    assert said == {"Customer 1": ("changed", "headroom", "headroom+falling"), "Customer 2": ("new", None, "headroom")}
    assert [row["has_before"] for row in asked(door, signals.TOTALS)] == [True]
    again = opened(tmp_path, [first, later])
    assert {row["name"] for row in asked(again, signals.CHANGES)} == {"Customer 1", "Customer 2"}, (
        "a rebuild is no import"
    )
