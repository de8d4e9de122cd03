"""Does the portfolio hold one true row a customer, sorted, searched and paged by the door?"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from polars.testing import assert_frame_equal

from data_access.portfolio import CUSTOMER, CUSTOMERS, HEADROOM, HEATMAP, SORTS, SUMS, TOTALS, WORKLOADS
from data_access.warehouse import Warehouse
from domain.errors import BadInput
from domain.scope import Scope, Viewer
from tests.data_access.tiny_answers import ADA, BRAM, NORTH, A, B, C, as_by_hand, by_hand
from tests.data_access.usage_book import ADMIN, EXECUTIVE, Import, Use, month_at, tenant_id, warehouse

LONG_AGO = date(2025, 3, 9)


def ask(door: Warehouse, viewer: Viewer = ADMIN, scope: Scope | None = None, **given: Any) -> list[dict[str, Any]]:
    return door.ask(CUSTOMERS, viewer=viewer, scope=scope, **given).frame.to_dicts()


def test_portfolio_customers_of_the_tiny_files_are_the_ones_worked_by_hand(tiny: Warehouse) -> None:
    """portfolio/customers against ANSWERS.md."""
    rows = tiny.ask(CUSTOMERS, viewer=ADMIN, sort_by="name").frame.sort("tenant_id")
    expected = by_hand("portfolio_customers", rows)
    assert_frame_equal(as_by_hand(rows, expected), expected)


def test_a_customers_row_in_full(tiny: Warehouse) -> None:
    rows = {row["tenant_id"]: row for row in ask(tiny)}
    names = ("mau_change", "opportunity_units", "new_units", "licences_count", "size_band")
    assert {tenant: tuple(row[name] for name in names) for tenant, row in rows.items()} == {
        # Exchange + 10, SharePoint + 25; above the marks (220 - 170) + (220 - 90)
        A: (35, 180, 30, 220, "150 to 300"),
        # Exchange - 20, Meetings back with 60; Exchange's mark of 130 is above its 110 units, Meetings 110 - 55.
        # Loop Workspaces still had 120 units in its last month.
        B: (40, 55, 5, 120, "11 to 149"),
        C: (80, (900 - 580) + (900 - 275), 75, 900, "Over 300"),
    }
    assert rows[A]["trend"] == [240, 145, 255, 290], "from the first month under association"
    assert rows[B]["trend"] == [100, 170, 173, 125, 128, 168]
    assert rows[C]["trend"] == [520, 515, 560, 830, 850, 930]
    assert rows[A]["account_manager"] == "Ada Abernethy"
    assert rows[C]["available_count"] is None, "no licence file: unknown, not zero"
    assert {row["total_count"] for row in rows.values()} == {3}


def test_available_workloads_are_counted_within_the_filter(tiny: Warehouse) -> None:
    counts = {row["tenant_id"]: row["available_count"] for row in ask(tiny, scope=Scope(workloads=("SPO", "COPILOT")))}
    assert counts == {A: 1, B: 1, C: None}
    counts = {row["tenant_id"]: row["available_count"] for row in ask(tiny, scope=Scope(workloads=("COPILOT",)))}
    assert counts == {A: 0, B: 0, C: None}, "known to be none is not unknown"


@pytest.mark.parametrize(
    ("sort_by", "falling"),
    [
        ("mau", [C, A, B]),
        ("pau", [C, A, B]),
        ("usage_share", [B, A, C]),
        ("mau_change", [C, B, A]),
        ("opportunity_units", [C, A, B]),
        ("new_units", [C, A, B]),
        ("licences_count", [C, A, B]),
        ("name", [B, A, C]),  # Zonneveer, Quillmere, Nubeverde
    ],
)
def test_sorting_both_ways(tiny: Warehouse, sort_by: str, falling: list[str]) -> None:
    assert [row["tenant_id"] for row in ask(tiny, sort_by=sort_by, descending=True)] == falling
    assert [row["tenant_id"] for row in ask(tiny, sort_by=sort_by, descending=False)] == falling[::-1]


def test_every_sort_is_a_sort(tiny: Warehouse) -> None:
    for sort_by in SORTS:
        values = [row[sort_by] for row in ask(tiny, sort_by=sort_by, descending=False)]
        assert values == sorted(values, key=lambda value: value.lower() if isinstance(value, str) else value)
    with pytest.raises(BadInput, match="sort_by is “shoe size”; expected one of name, mau"):
        ask(tiny, sort_by="shoe size")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("quill", [A]),
        ("ZONNE", [B]),
        (".ES.EXAMPLE", [C]),
        ("e", [A, B, C]),
        ("%", []),
        ("_", []),
        ("nobody'; drop table customers; --", []),
        (A.upper(), [A]),
        (A[:8], []),
        ("", [A, B, C]),
    ],
)
def test_searching(tiny: Warehouse, typed: str, found: list[str]) -> None:
    rows = ask(tiny, search=typed)
    assert sorted(row["tenant_id"] for row in rows) == found
    assert {row["total_count"] for row in rows} <= {len(found)}


def test_paging_walks_through_everything_once(tiny: Warehouse) -> None:
    pages = [ask(tiny, sort_by="name", descending=False, skip_rows=skip, page_size=2) for skip in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 1, 0]
    assert [row["tenant_id"] for page in pages for row in page] == [C, A, B]
    assert pages[1][0]["total_count"] == 3
    assert [row["tenant_id"] for row in ask(tiny, sort_by="name", descending=False, skip_rows=1)] == [A, B]


@pytest.mark.parametrize(
    ("viewer", "scope", "found"),
    [
        (ADA, None, [A, B]),
        (BRAM, None, [C]),
        (NORTH, None, [A, B]),
        (EXECUTIVE, None, [A, B, C]),
        (BRAM, Scope(tenant=A), []),
        (BRAM, Scope(managers=("am-01",)), []),
        (ADA, Scope(managers=("am-01", "am-02"), countries=("Netherlands",)), [B]),
        (ADMIN, Scope(segments=("SMB", "Enterprise")), [A, B]),
        (ADMIN, Scope(segments=()), []),
    ],
)
def test_portfolio_of_a_viewer(tiny: Warehouse, viewer: Viewer, scope: Scope | None, found: list[str]) -> None:
    rows = ask(tiny, viewer, scope)
    assert sorted(row["tenant_id"] for row in rows) == found
    assert {row["total_count"] for row in rows} <= {len(found)}, "the count tells nothing of the others"


def test_portfolio_customer(tiny: Warehouse) -> None:
    """portfolio/customer: who it is, for whoever may see it."""
    (row,) = tiny.ask(CUSTOMER, viewer=ADA, tenant=A).frame.to_dicts()
    assert row == {
        "tenant_id": A,
        "name": "Quillmere Instruments Ltd",
        "domain": "quillmere-instruments.gb.example",
        "segment": "Enterprise",
        "country": "United Kingdom",
        "account_manager": "Ada Abernethy",
        "team": "North Europe",
        "licences_count": 220,
        "size_band": "150 to 300",
        "month": date(2026, 10, 1),
        "associated_count": 2,
        "available_count": 5,
        "mau": 290,
        "pau": 440,
        "usage_share": 290 / 440,
        "opportunity_units": 180,
        "trend": [240, 145, 255, 290],
    }
    assert tiny.ask(CUSTOMER, viewer=BRAM, tenant=A).frame.is_empty()
    assert tiny.ask(CUSTOMER, viewer=ADMIN, tenant=tenant_id(404)).frame.is_empty()


def test_portfolio_totals_count_customers_since_their_first_association(tiny: Warehouse) -> None:
    """portfolio/totals, month by month."""
    # B and C are associated in May, A in July.
    assert tiny.ask(TOTALS, viewer=ADMIN).frame["associated_customers"].to_list() == [2, 2, 3, 3, 3, 3]
    assert tiny.ask(TOTALS, viewer=ADA).frame["associated_customers"].to_list() == [1, 1, 2, 2, 2, 2]
    only_meetings = tiny.ask(TOTALS, viewer=ADMIN, scope=Scope(workloads=("TEAMS_MEETINGS",))).frame
    assert only_meetings["associated_customers"].to_list() == [0, 1, 1, 2, 2, 2]
    nobody = tiny.ask(TOTALS, viewer=BRAM, scope=Scope(tenant=A)).frame
    assert nobody["associated_customers"].to_list() == [0] * 6


def test_portfolio_heatmap_shows_the_largest_first(tiny: Warehouse) -> None:
    """portfolio/heatmap: October, by size of the customer."""
    cells = tiny.ask(HEATMAP, viewer=ADMIN).frame
    assert cells.select("tenant_id", "workload", "mau", "pau").rows() == [
        (C, "SPO", 640, 900),
        (C, "TEAMS_MEETINGS", 290, 900),
        (A, "EXO", 180, 220),
        (A, "SPO", 110, 220),
        (B, "EXO", 108, 110),
        (B, "TEAMS_MEETINGS", 60, 110),
    ]
    assert cells["usage_share"].to_list() == [mau / pau for mau, pau in cells.select("mau", "pau").rows()]
    assert set(tiny.ask(HEATMAP, viewer=ADMIN, most=1).frame["tenant_id"]) == {C}
    assert set(tiny.ask(HEATMAP, viewer=ADA, most=1).frame["tenant_id"]) == {A}


def test_portfolio_workloads_of_a_customer(tiny: Warehouse) -> None:
    """portfolio/workloads: one row a workload, as it stands."""
    rows = {row["workload"]: row for row in tiny.ask(WORKLOADS, viewer=ADA, tenant=A).frame.to_dicts()}
    exchange = rows["EXO"]
    assert (exchange["mau"], exchange["pau"], exchange["prior_hwm"], exchange["starting_hwm"]) == (180, 220, 170, 130)
    assert (exchange["opportunity_units"], exchange["new_units"], exchange["licensed_units"]) == (50, 10, 220)
    assert (exchange["claim_id"], exchange["is_associated"], exchange["is_current"]) == ("7001", True, True)
    meetings = rows["TEAMS_MEETINGS"]
    assert (meetings["mau"], meetings["month"], meetings["is_associated"]) == (24, date(2026, 9, 1), False)
    assert (meetings["is_current"], meetings["claim_id"]) == (False, None)
    assert list(rows)[:3] == ["EXO", "SPO", "TEAMS_MEETINGS"], "associated first, then by users"
    unknown = tiny.ask(WORKLOADS, viewer=ADMIN, tenant=C).frame
    assert unknown["licensed_units"].to_list() == [None, None]
    assert tiny.ask(WORKLOADS, viewer=BRAM, tenant=A).frame.is_empty()


@pytest.fixture(scope="module")
def licensed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """1 pays for two workloads and uses one; 2 only pays; 3's association has ended; 4 is large and not ours."""
    uses = [
        *(Use(1, "EXO", month, 10, 40, LONG_AGO) for month in range(3)),
        *(Use(3, "EXO", month, 20, 40, LONG_AGO) for month in range(2)),
    ]
    rest = [
        *(Use(3, "EXO", month, 20, 40) for month in range(3)),
        *(Use(4, "SPO", month, 900, 999) for month in range(3)),
    ]
    licences = Import(
        format="subscription_details",
        seats={(1, "E3"): 50, (1, "E5"): 5, (2, "E3"): 7},
        plans={
            "E3": ("EXCHANGE_S_ENTERPRISE", "SHAREPOINTENTERPRISE", "EXCHANGE_S_FOUNDATION"),
            "E5": ("SHAREPOINTENTERPRISE",),
        },
    )
    door = warehouse(tmp_path_factory.mktemp("licensed"), Import(uses), Import(rest, format="office_usage"), licences)
    yield door
    door.close()


def test_paid_and_unused_workloads_are_shown_with_unknown_users(licensed: Warehouse) -> None:
    names = ("workload", "mau", "pau", "licensed_units", "opportunity_units", "is_associated", "is_current")
    assert licensed.ask(WORKLOADS, viewer=ADMIN, tenant=tenant_id(1)).frame.select(names).rows() == [
        ("EXO", 10, 40, 50, 30, True, True),
        ("SPO", None, 55, 55, None, False, False),
    ]
    assert licensed.ask(WORKLOADS, viewer=ADMIN, tenant=tenant_id(2)).frame.select(names).rows() == [
        ("EXO", None, 7, 7, None, False, False),
        ("SPO", None, 7, 7, None, False, False),
    ]


def test_customers_without_usage_are_customers(licensed: Warehouse) -> None:
    row = licensed.ask(CUSTOMERS, viewer=ADMIN, tenant=tenant_id(2)).frame.row(0, named=True)
    assert (row["mau"], row["month"], row["associated_count"], row["available_count"]) == (None, None, 0, 2)
    assert (row["licences_count"], row["size_band"], row["segment"]) == (7, "Under 11", "Unknown")
    assert [row["tenant_id"] for row in ask(licensed)][-2:] == [tenant_id(3), tenant_id(4)], "unknown sorts last"


def test_customers_count_until_their_association_ends(licensed: Warehouse) -> None:
    # Customer 3 is still reported in March, by OfficeUsage alone.
    assert licensed.ask(TOTALS, viewer=ADMIN).frame.select("month", "associated_customers").rows() == [
        (month_at(0), 2),
        (month_at(1), 2),
        (month_at(2), 1),
    ]


def test_the_largest_are_those_with_most_associated_users(licensed: Warehouse) -> None:
    assert set(licensed.ask(HEATMAP, viewer=ADMIN, most=1).frame["tenant_id"]) == {tenant_id(1)}
    everyone = licensed.ask(HEATMAP, viewer=ADMIN).frame
    assert everyone["tenant_id"].unique(maintain_order=True).to_list() == [tenant_id(one) for one in (1, 3, 4)]


@pytest.mark.parametrize("viewer", [ADMIN, ADA, BRAM, NORTH])
@pytest.mark.parametrize("scope", [Scope(), Scope(workloads=("EXO",)), Scope(end_before=date(2026, 7, 1))], ids=str)
def test_portfolio_sums_are_what_the_portfolio_says(tiny: Warehouse, viewer: Viewer, scope: Scope) -> None:
    """portfolio/sums: the same numbers, of those with a workload in these months."""
    names = ("month", "associated_count", "mau", "pau", "mau_change", "opportunity_units", "new_units", "potential_usd")
    said = {row["tenant_id"]: row for row in ask(tiny, viewer, scope)}
    sums = tiny.ask(SUMS, viewer=viewer, scope=scope).frame
    assert {row["tenant_id"] for row in said.values() if row["month"]} == set(sums["tenant_id"])
    for row in sums.iter_rows(named=True):
        assert {name: row[name] for name in names} == {name: said[row["tenant_id"]][name] for name in names}


def test_portfolio_headroom_names_those_with_most(tiny: Warehouse) -> None:
    """portfolio/headroom: C 945, A 180, B 55 paid units above their high-water marks."""
    frame = tiny.ask(HEADROOM, viewer=ADMIN).frame
    assert frame.drop("name").rows() == [(C, 945), (A, 180), (B, 55)]
    assert tiny.ask(HEADROOM, viewer=ADMIN, most=1).frame["tenant_id"].to_list() == [C]
    assert tiny.ask(HEADROOM, viewer=ADA).frame["tenant_id"].to_list() == [A, B]
    assert tiny.ask(HEADROOM, viewer=ADMIN, scope=Scope(workloads=())).frame.is_empty(), "no headroom is not told"


@pytest.mark.parametrize("tenant", [A, B, C])
def test_a_customer_stands_where_the_portfolio_says(tiny: Warehouse, tenant: str) -> None:
    """portfolio/customer: what the customer's page shows is the portfolio's row."""
    (line,) = ask(tiny, tenant=tenant)
    (row,) = tiny.ask(CUSTOMER, viewer=ADMIN, tenant=tenant).frame.to_dicts()
    common = row.keys() & line.keys()
    assert common >= {"associated_count", "available_count", "mau", "pau", "usage_share", "opportunity_units", "trend"}
    assert {name: row[name] for name in common} == {name: line[name] for name in common}
