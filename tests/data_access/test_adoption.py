"""Does the ledger say what a person works out from the same files?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from data_access.adoption import LEDGER, OTHER_VALUES
from data_access.importing.asked import Asked
from data_access.importing.run import undo_import
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from domain.scope import Scope
from tests.data_access.tiny_answers import ADA, BRAM, NORTH, SOUTH, A, B, C, as_by_hand, by_hand
from tests.data_access.usage_book import ADMIN, EXECUTIVE, Import, Use, month_at, tenant_id, warehouse

GAP, ABOVE, AGAIN, SEEDED, STARTING, UNKNOWN, DISPUTED, ZERO, REPEATED, SILENT = range(1, 11)
JAN = date(2026, 1, 1)
LONG_AGO = date(2025, 3, 9)


def uses(tenant: int, *amounts: tuple[int | None, int | None] | None, since: date | None = LONG_AGO) -> list[Use]:
    """Exchange Online month by month from January; None is a month without a fact."""
    return [Use(tenant, "EXO", month, *pair, since=since) for month, pair in enumerate(amounts) if pair]


OLDER = Import(
    [
        *uses(GAP, (50, 100), None, (40, 100), (60, 100)),
        *uses(ABOVE, (60, 80), (120, 80), (110, 130), (125, 130)),
        *(one._replace(claim="21") for one in uses(AGAIN, (30, 99), (35, 99), (33, 99), since=date(2026, 1, 10))),
        Use(AGAIN, "EXO", 3, 40, 99, date(2026, 4, 5), "22"),
        Use(AGAIN, "EXO", 4, 38, 99, date(2026, 4, 5), "22"),
        Use(AGAIN, "SPO", 3, 7, 99, date(2026, 2, 2), "23"),
        *uses(SEEDED, (60, 100), (80, 100), (75, 100)),
        *uses(STARTING, (10, 100), (20, 100), (90, 100), (95, 100), since=date(2026, 3, 31)),
        *uses(UNKNOWN, (10, None), (None, 50), (30, 50), since=JAN),
        *uses(DISPUTED, (8, 20), (10, 20)),
        *uses(ZERO, (0, 0), (0, 0)),
        Use(REPEATED, "EXO", 0, 12, 30, LONG_AGO, "9", "loc-2"),
        Use(REPEATED, "EXO", 0, 12, 30, LONG_AGO, "9", "loc-1"),
        *uses(SILENT, (5, 20), (6, 20), since=None),
    ],
    as_of=date(2026, 6, 20),
)
NEWER = Import([Use(DISPUTED, "EXO", 1, 12, 20, LONG_AGO)], as_of=date(2026, 6, 21))
SAME_DAY = Import([Use(DISPUTED, "EXO", 0, 9, 20, LONG_AGO)], as_of=date(2026, 6, 20))
OFFICE = Import(
    [
        Use(DISPUTED, "EXO", 1, 99, 20),
        Use(DISPUTED, "EXO", 2, 15, 20),
        Use(REPEATED, "SPO", 0, 4, 9, is_copy=True),
        Use(REPEATED, "SPO", 0, 3, 9),
        Use(REPEATED, "SPO", 1, 3, 9, is_copy=True),
    ],
    format="office_usage",
    as_of=date(2026, 6, 25),
)
MARKS = Import(format="earnings_default", baselines={(SEEDED, "EXO", -1): 70})


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    door = warehouse(tmp_path_factory.mktemp("rules"), NEWER, OLDER, SAME_DAY, OFFICE, MARKS)
    yield door
    door.close()


def column(door: Warehouse, tenant: int, name: str, workload: str = "EXO") -> list[Any]:
    """One column of a series, by month."""
    scope = Scope(tenant=tenant_id(tenant), workloads=(workload,))
    return door.ask(LEDGER, viewer=ADMIN, scope=scope).frame[name].to_list()


def test_ledger_of_the_tiny_files_is_the_one_worked_by_hand(tiny: Warehouse) -> None:
    """adoption/ledger against every row of ANSWERS.md."""
    ledger = tiny.ask(LEDGER, viewer=ADMIN).frame
    expected = by_hand("adoption_ledger", ledger)
    assert_frame_equal(as_by_hand(ledger, expected), expected)


def test_ledger_says_what_a_mark_rests_on(tiny: Warehouse) -> None:
    ledger = tiny.ask(LEDGER, viewer=ADMIN, scope=Scope(workloads=("TEAMS_MEETINGS",), tenant=C)).frame
    # September's 260 is Microsoft's baseline above the files' 250; October's baseline equals the files' 275.
    assert ledger["prior_hwm"].to_list() == [None, 210, 220, 230, 260, 275]
    assert ledger["hwm_basis"].to_list() == ["files", "files", "files", "files", "baseline", "baseline"]
    assert set(ledger["hwm_since"]) == {date(2026, 5, 1)}
    assert ledger["is_associated"].to_list() == [False, False, False, True, True, True]
    assert set(ledger["associated_on"]) == {date(2026, 8, 3)}
    assert set(ledger["partner_id"]) == {"4810012"}
    assert set(ledger["source"]) == {"CPOR usage"}


@pytest.mark.parametrize(
    ("scope", "rows"),
    [
        (Scope(tenant=A), 16),  # Exchange 6, SharePoint 5 (August is a gap), Teams Meetings 5
        (Scope(tenant=A.upper()), 16),
        (Scope(workloads=("EXO",)), 12),  # A and B, six months each
        (Scope(workloads=("EXO", "Loop Workspaces")), 14),
        (Scope(workloads=()), 0),
        (Scope(start=date(2026, 9, 1), end_before=date(2026, 10, 1)), 7),  # A 3, B Exchange and Loop, C 2
        (Scope(end_before=date(2026, 5, 1)), 0),
        (Scope(segments=("SMB",)), 12),  # B: Exchange 6, Meetings 4, Loop 2
        (Scope(countries=("Spain", "Atlantis")), 12),
        (Scope(managers=("am-01",)), 28),
        (Scope(locations=("4810012",)), 12),  # C; B's rows of two locations are one fact, of the first
        (Scope(tenant=A, segments=("SMB",)), 0),
    ],
)
def test_ledger_narrows_to_the_scope(tiny: Warehouse, scope: Scope, rows: int) -> None:
    assert tiny.ask(LEDGER, viewer=ADMIN, scope=scope).frame.height == rows


@pytest.mark.parametrize(
    ("viewer", "tenants"),
    [(ADMIN, {A, B, C}), (EXECUTIVE, {A, B, C}), (ADA, {A, B}), (BRAM, {C}), (NORTH, {A, B}), (SOUTH, {C})],
)
def test_ledger_holds_what_the_viewer_may_see(tiny: Warehouse, viewer: Any, tenants: set[str]) -> None:
    assert set(tiny.ask(LEDGER, viewer=viewer).frame["tenant_id"]) == tenants


def test_a_gap_keeps_the_mark(book: Warehouse) -> None:
    assert column(book, GAP, "month") == [month_at(0), month_at(2), month_at(3)]
    assert column(book, GAP, "prior_hwm") == [None, 50, 50]
    assert column(book, GAP, "new_units") == [None, 0, 10]


def test_more_users_than_licences_are_kept_and_raise_the_mark(book: Warehouse) -> None:
    assert column(book, ABOVE, "usage_share")[1] == 1.5
    assert column(book, ABOVE, "prior_hwm") == [None, 60, 120, 120]
    # min(120, 80) - 60 = 20; then nothing until both users and licences pass 120: min(125, 130) - 120 = 5.
    assert column(book, ABOVE, "new_units") == [None, 20, 0, 5]


def test_an_association_made_again_starts_from_its_own_month(book: Warehouse) -> None:
    assert column(book, AGAIN, "claim_id") == ["21", "21", "21", "22", "22"]
    assert column(book, AGAIN, "is_associated") == [True] * 5
    # No month before January is known; before April the highest is 35.
    assert column(book, AGAIN, "starting_hwm") == [None, None, None, 35, 35]
    assert column(book, AGAIN, "new_units") == [None, 5, 0, 5, 0]


def test_each_workload_has_its_own_claim(book: Warehouse) -> None:
    assert column(book, AGAIN, "claim_id", "SPO") == ["23"]


def test_no_number_of_odd_workload_names_mixes_customers_up(tmp_path: Path) -> None:
    """1,100 names on each of two customers: every one keeps its own users."""
    uses = [
        Use(tenant, f"Tool {name}", 0, 1_000 * tenant + name % 7, 9_000) for tenant in (1, 2) for name in range(1_100)
    ]
    door = warehouse(tmp_path, Import(uses))
    rows = door.ask(LEDGER, viewer=ADMIN).frame
    told = {(row["tenant_id"], row["workload"], row["mau"]) for row in rows.to_dicts()}
    assert told == {(tenant_id(use.tenant), use.workload, use.mau) for use in uses}
    door.close()


def test_a_baseline_of_an_earlier_month_seeds_the_mark(book: Warehouse) -> None:
    assert column(book, SEEDED, "prior_hwm") == [70, 70, 80]
    assert column(book, SEEDED, "hwm_basis") == ["baseline", "baseline", "files"]
    assert column(book, SEEDED, "new_units") == [0, 10, 0]
    assert column(book, SEEDED, "starting_hwm") == [None, None, None], "a mark is not a month"


def test_a_baseline_holds_from_its_month_on_until_a_higher_mark(tmp_path: Path) -> None:
    marks = Import(format="earnings_default", baselines={(1, "EXO", 1): 50, (1, "EXO", 2): 45, (1, "EXO", 6): 99})
    door = warehouse(tmp_path, Import(uses(1, (10, 99), (20, 99), None, (60, 99), (30, 99), (40, 99))), marks)
    ledger = door.ask(LEDGER, viewer=ADMIN).frame
    # Nothing is known before January; February's 50 outlasts March's 45, which has no fact of its own, until April's 60
    # is higher. July's has no fact after it.
    assert ledger["prior_hwm"].to_list() == [None, 50, 50, 60, 60]
    assert ledger["hwm_basis"].to_list() == ["files", "baseline", "baseline", "files", "files"]
    assert set(ledger["hwm_since"]) == {JAN}
    door.close()


def test_the_starting_mark_leaves_out_the_month_of_association(book: Warehouse) -> None:
    assert column(book, STARTING, "starting_hwm") == [20, 20, 20, 20]
    assert column(book, STARTING, "new_units") == [None, 0, 70, 5]


def test_unknown_is_never_zero(book: Warehouse) -> None:
    assert column(book, UNKNOWN, "usage_share") == [None, None, 0.6]
    assert column(book, UNKNOWN, "prior_hwm") == [None, 10, 10]
    assert column(book, UNKNOWN, "new_units") == [None, None, 20]


def test_zero_is_known(book: Warehouse) -> None:
    assert column(book, ZERO, "mau") == [0, 0]
    assert column(book, ZERO, "usage_share") == [None, None], "nothing is no share of nothing"
    assert column(book, ZERO, "prior_hwm") == [None, 0]
    assert column(book, ZERO, "new_units") == [None, 0]


def test_the_better_source_then_the_newer_then_the_later_import_wins(book: Warehouse) -> None:
    # January: two files of one day, the later import says 9. February: the newer file says 12, whatever the order
    # of import. March: only OfficeUsage knows it, and nothing says that it is ours.
    assert column(book, DISPUTED, "mau") == [9, 12, 15]
    assert column(book, DISPUTED, "source") == ["CPOR usage", "CPOR usage", "OfficeUsage"]
    assert column(book, DISPUTED, "is_associated") == [True, True, False]


def test_other_values_keep_what_lost(book: Warehouse) -> None:
    """adoption/other_values: what ranked lower or was older."""
    lost = book.ask(OTHER_VALUES, viewer=ADMIN, tenant=tenant_id(DISPUTED)).frame
    assert lost.select("month", "source", "mau", "as_of_on").rows() == [
        (month_at(0), "CPOR usage", 8, date(2026, 6, 20)),
        (month_at(1), "CPOR usage", 10, date(2026, 6, 20)),
        (month_at(1), "OfficeUsage", 99, date(2026, 6, 25)),
    ]
    assert book.ask(OTHER_VALUES, viewer=ADMIN, tenant=tenant_id(REPEATED)).frame.is_empty(), "a copy is no value"


def test_other_values_of_the_tiny_files(tiny: Warehouse) -> None:
    # The Microsoft 365 usage file has A/Exchange from July on; September is 168 there and 170 in the CPOR file.
    lost = tiny.ask(OTHER_VALUES, viewer=ADMIN).frame
    assert set(lost["tenant_id"]) == {A}
    assert lost["mau"].to_list() == [150, 145, 168, 180]
    assert set(lost["file_name"]) == {"m365_usage.csv"}
    assert tiny.ask(OTHER_VALUES, viewer=BRAM).frame.is_empty()
    assert tiny.ask(OTHER_VALUES, viewer=ADMIN, tenant=B).frame.is_empty()


def test_locations_and_copies_are_one_fact(book: Warehouse) -> None:
    assert column(book, REPEATED, "mau") == [12]
    assert column(book, REPEATED, "partner_id") == ["loc-1"]
    assert column(book, REPEATED, "mau", "SPO") == [3], "a flagged copy gives no value, neither in January nor alone"


@pytest.mark.parametrize("gap", [None, -30])
def test_months_of_longer_histories_are_told_apart_and_repeated_ones_merged(tmp_path: Path, gap: int | None) -> None:
    months = [month for month in range(-70, 0) if month != gap]
    once = [Use(tenant, "EXO", month, 100 + month, 99, LONG_AGO) for tenant in (1, 2) for month in months]
    again = [Use(2, "EXO", month, 5, 99, LONG_AGO, location="loc-2") for month in (-70, -10, -1)]
    apart = [Use(3, "EXO", month, 7, 99, LONG_AGO) for month in (-61, -1)]
    door = warehouse(tmp_path, Import([*again, *once, *apart]))
    for tenant in (1, 2):
        assert column(door, tenant, "month") == [month_at(month) for month in months]
        assert column(door, tenant, "mau") == [100 + month for month in months]
    assert column(door, 3, "month") == [month_at(-61), month_at(-1)]
    door.close()


def test_an_association_without_a_date_counts_from_its_first_month(book: Warehouse) -> None:
    assert column(book, SILENT, "is_associated") == [True, True]
    assert column(book, SILENT, "associated_on") == [JAN, JAN]


def test_the_first_paying_month_is_a_setting(tmp_path: Path) -> None:
    series = [Use(1, "EXO", month, 10 * (month + 1), 99, date(2026, 2, 20)) for month in range(4)]
    for offset, units in ((0, [None, 10, 10, 10]), (1, [None, 0, 10, 10]), (2, [None, 0, 0, 10])):
        settings = Settings(threads=1, first_paying_month_offset=offset)
        door = warehouse(tmp_path / str(offset), Import(series), settings=settings)
        assert column(door, 1, "new_units") == units
        assert column(door, 1, "starting_hwm") == [10] * 4
        door.close()


def test_an_undone_import_no_longer_counts_and_what_it_beat_counts_again(tmp_path: Path) -> None:
    door = warehouse(tmp_path, OLDER, NEWER)
    assert column(door, DISPUTED, "mau") == [8, 12]
    newest = door.workspace.publication().imports[-1]
    undo_import(door.workspace, newest, Asked(ADMIN, date(2026, 7, 1)), Settings(threads=1))
    assert column(door, DISPUTED, "mau") == [8, 10]
    door.close()


def test_one_month_is_enough_to_answer(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import(uses(GAP, (50, 100))))
    row = door.ask(LEDGER, viewer=ADMIN).frame.row(0, named=True)
    assert (row["mau"], row["prior_hwm"], row["new_units"], row["is_complete"]) == (50, None, None, True)
    door.close()


def test_ledger_is_in_order(tiny: Warehouse) -> None:
    ledger = tiny.ask(LEDGER, viewer=ADMIN).frame
    assert_frame_equal(ledger, ledger.sort("tenant_id", "workload", "month"))
    assert ledger.select(pl.struct("tenant_id", "workload", "month").n_unique()).item() == ledger.height
