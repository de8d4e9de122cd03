"""Do growth questions add up: parts to the whole, sum over sum, opening to closing, for any book and any viewer?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.growth import BRIDGE, BY_MONTH, SLICES
from data_access.portfolio import CUSTOMERS, TOTALS
from data_access.warehouse import Warehouse
from domain.scope import Role, Scope, Viewer
from tests.data_access.usage_book import ADMIN, EXECUTIVE, Import, month_at, tenant_id, warehouse
from tests.properties.usage_books import (
    COUNTRIES,
    LOCATIONS,
    MANAGERS,
    MONTHS,
    SEGMENTS,
    WORKLOADS,
    books,
    location_of,
    owned_books,
    owner_of,
)
from tests.properties.usage_reference import Line, bridge_of, complete_through, ledger_of

MOVES = ("opening", "newly_associated", "expansion", "contraction", "lost", "closing")
LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large]
TEAMS = sorted(set(MANAGERS.values()))


def some_of(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...] | None]:
    """No filter, mostly; else some of what is there."""
    return st.none() | st.none() | st.lists(st.sampled_from(known), min_size=1, unique=True).map(tuple)


some_month = st.none() | st.integers(0, MONTHS).map(month_at)
scopes = st.builds(
    Scope,
    start=some_month,
    end_before=some_month,
    workloads=some_of(WORKLOADS),
    segments=some_of(SEGMENTS),
    countries=some_of(COUNTRIES),
    managers=some_of(tuple(MANAGERS)),
    locations=some_of(LOCATIONS),
)
viewers = st.sampled_from(
    [
        ADMIN,
        EXECUTIVE,
        *(Viewer(user, Role.ACCOUNT_MANAGER) for user in (*MANAGERS, "nobody")),
        *(Viewer("lead", Role.SALES_LEAD, team) for team in (*TEAMS, None)),
    ]
)


def may_see(viewer: Viewer, tenant: int) -> bool:
    owner = owner_of(tenant)
    return {
        Role.ACCOUNT_MANAGER: owner["account_manager_id"] == viewer.user,
        Role.SALES_LEAD: owner["team"] == viewer.team,
    }.get(viewer.role, True)


def is_chosen(scope: Scope, line: Line) -> bool:
    tenant, workload = line.series
    owner = owner_of(tenant)
    chosen = (
        (scope.workloads, workload),
        (scope.segments, owner["segment"]),
        (scope.countries, owner["country"]),
        (scope.managers, owner["account_manager_id"]),
        (scope.locations, location_of(tenant)),
    )
    in_time = (scope.start or date.min) <= line.month < (scope.end_before or date.max)
    return in_time and all(wanted is None or value in wanted for wanted, value in chosen)


def slice_of(line: Line, slice_by: str) -> str:
    tenant, workload = line.series
    own = {"all": "All", "workload": workload, "location": location_of(tenant)}
    return own.get(slice_by) or owner_of(tenant)[slice_by]


def summed(lines: Iterable[Line], slice_by: str) -> list[tuple[object, ...]]:
    """month, slice, MAU, PAU, usage share and new units of associated rows; a share is one sum over one sum."""
    found: dict[tuple[date, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.is_associated:
            found[line.month, slice_of(line, slice_by)].append(line)
    rows: list[tuple[object, ...]] = []
    for key, members in sorted(found.items()):
        paid = [line for line in members if line.pau]
        share = sum(line.mau or 0 for line in paid) / sum(line.pau or 0 for line in paid) if paid else None
        known = [line.new_units for line in members if line.new_units is not None]
        mau, pau = sum(line.mau or 0 for line in members), sum(line.pau or 0 for line in members)
        rows.append((*key, mau, pau, share, sum(known) if known else None))
    return rows


@settings(max_examples=6, suppress_health_check=LARGE)
@given(books())
def test_the_bridge_equals_what_became_of_every_series(imports: list[Import]) -> None:
    lines = ledger_of(imports)
    with TemporaryDirectory() as folder:
        door = warehouse(Path(folder), *imports)
        bridge = door.ask(BRIDGE, viewer=ADMIN).frame
        customers = [door.ask(BRIDGE, viewer=ADMIN, tenant=tenant_id(one)).frame for one in (1, 2, 3)]
        door.close()
    expected, through = bridge_of(imports, lines), complete_through(imports)
    assert bridge.select("month", *MOVES).to_dicts() == [
        {"month": month, **moves} for month, moves in expected.items() if month <= through
    ]
    together = pl.concat(customers).group_by("month").agg(pl.col(MOVES).sum()).sort("month")
    assert together.rows() == bridge.rows(), "the customers' bridges add up to the whole"


@settings(max_examples=4, suppress_health_check=LARGE)
@given(owned_books(), st.lists(st.tuples(viewers, scopes), min_size=4, max_size=8))
def test_every_slice_for_every_viewer_and_scope_is_the_sum_of_its_rows(
    imports: list[Import], looks: list[tuple[Viewer, Scope]]
) -> None:
    lines = ledger_of(imports)
    with TemporaryDirectory() as folder:
        door = warehouse(Path(folder), *imports)
        for viewer, scope in looks:
            seen = [line for line in lines if may_see(viewer, line.series[0]) and is_chosen(scope, line)]
            for slice_by in SLICES:
                found = door.ask(BY_MONTH, viewer=viewer, scope=scope, slice_by=slice_by).frame
                assert found.drop("is_complete").rows() == summed(seen, slice_by), slice_by
        door.close()


@settings(max_examples=4, suppress_health_check=LARGE)
@given(owned_books(), viewers, scopes)
def test_pages_agree_and_narrowing_never_raises_a_total(imports: list[Import], viewer: Viewer, scope: Scope) -> None:
    whole = Scope(start=scope.start, end_before=scope.end_before)
    with TemporaryDirectory() as folder:
        door = warehouse(Path(folder), *imports)
        for question in (BY_MONTH, TOTALS, BRIDGE):
            names = [
                name
                for name in ("mau", "pau", "new_units", "associated_customers", "closing")
                if name in question.columns
            ]
            least = door.ask(question, viewer=viewer, scope=scope).frame
            more = door.ask(question, viewer=viewer, scope=whole).frame
            most = door.ask(question, viewer=ADMIN, scope=whole).frame
            for less, wider in ((least, more), (more, most)):
                pairs = less.join(wider, on="month", how="left", suffix="_of_all")
                assert all((pairs[name].fill_null(0) <= pairs[f"{name}_of_all"]).all() for name in names)
        check_latest_month(door, viewer, replace(scope, start=None, end_before=None))
        door.close()


def check_latest_month(door: Warehouse, viewer: Viewer, scope: Scope) -> None:
    """The portfolio's rows add up to the last month of the trend, of the bridge and of the customer count."""
    book = door.ask(CUSTOMERS, viewer=viewer, scope=scope).frame
    last = door.ask(BY_MONTH, viewer=viewer, scope=scope).frame.filter(pl.col("month") == month_at(MONTHS - 1))
    assert book["mau"].sum() == last["mau"].sum()
    assert book["pau"].sum() == last["pau"].sum()
    assert book["new_units"].sum() == last["new_units"].sum()
    bridge = door.ask(BRIDGE, viewer=viewer, scope=scope).frame.row(-1, named=True)
    assert book["mau"].sum() == bridge["closing"]
    gained = bridge["newly_associated"] + bridge["expansion"]
    assert book["mau_change"].sum() == gained - bridge["contraction"] - bridge["lost"]
    counted = door.ask(TOTALS, viewer=viewer, scope=scope).frame["associated_customers"][-1]
    assert counted == book.filter(pl.col("associated_count") > 0).height
