"""Does the log say what came in and what is believed of it, and does freshness know late from stopped?"""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access.importing.asked import Asked
from data_access.importing.run import undo_import
from data_access.imports import FRESHNESS, HISTORY
from data_access.questions import question_named
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from tests.data_access.tiny_answers import BRAM
from tests.data_access.usage_book import ADMIN, Import, Use, month_at, warehouse

OCT = date(2026, 10, 1)
STATE = ("source", "last_month", "is_late", "is_stopped")


def months_of(format: str, *months: int, tenant: int = 1) -> Import:  # noqa: A002 - the receipt's word
    return Import([Use(tenant, "EXO", month, 9, 20) for month in months], format=format)


def test_imports_history_of_the_tiny_files(tiny: Warehouse) -> None:
    """imports/history: 40 facts stand, 33 of them from the CPOR file; four of OfficeUsage's eleven lost to it."""
    rows = {row["file_name"]: row for row in tiny.ask(HISTORY, viewer=ADMIN).frame.to_dicts()}
    counted = ("rows_read", "rows_kept", "rows_refused", "facts_used", "facts_superseded", "replaced_count")
    assert {name: tuple(row[column] for column in counted) for name, row in rows.items()} == {
        "cpor_m365_usage.csv": (36, 35, 1, 33, 0, 0),
        "m365_usage.csv": (12, 12, 0, 7, 4, 0),
        "earnings_default.csv": (15, 15, 0, 0, 0, 0),
        "subscription_details.csv": (6, 6, 0, 0, 0, 0),
        "product_names_and_service_plans.csv": (9, 9, 0, 0, 0, 0),
        "customers.csv": (3, 3, 0, 0, 0, 0),
    }
    usage = rows["cpor_m365_usage.csv"]
    assert (usage["first_month"], usage["last_month"], usage["source"]) == (date(2026, 5, 1), OCT, "CPOR usage")
    assert (usage["as_of_on"], usage["as_of_basis"]) == (OCT, "last month")
    assert rows["earnings_default.csv"]["as_of_on"] == date(2026, 11, 12), "the newest calculation in the file"
    assert {row["imported_by"] for row in rows.values()} == {"admin"}
    assert {row["undone_at"] for row in rows.values()} == {None}
    assert all(len(row["sha256"]) == 64 for row in rows.values())
    assert tiny.ask(HISTORY, viewer=BRAM).frame.height == 6, "everybody may see where numbers come from"


def test_imports_freshness_of_the_tiny_files(tiny: Warehouse) -> None:
    """imports/freshness: both usage files reach October; November's usage is complete by 20 December."""
    rows = tiny.ask(FRESHNESS, viewer=ADMIN).frame
    assert rows.select(STATE).rows() == [("CPOR usage", OCT, False, False), ("OfficeUsage", OCT, False, False)]
    assert set(rows["next_expected_on"]) == {date(2026, 12, 20)}
    assert set(rows["complete_through"]) == {OCT}


@pytest.mark.parametrize(
    ("office", "state", "complete_through"),
    [
        (range(6), (False, False), 5),
        (range(5), (True, False), 4),
        (range(1, 3), (True, False), 2),  # three months behind: still late
        (range(2), (False, True), 5),  # four months behind: stopped, and holds nothing back
        ((3,), (False, True), 5),  # a single file of one month is no delivery that others wait for
    ],
)
def test_a_source_behind_the_others_is_late_then_stopped(
    tmp_path: Path, office: range | tuple[int, ...], state: tuple[bool, bool], complete_through: int
) -> None:
    door = warehouse(tmp_path, months_of("cpor_usage", *range(6)), months_of("office_usage", *office, tenant=2))
    row = door.ask(FRESHNESS, viewer=ADMIN).frame.filter(pl.col("source") == "OfficeUsage").row(0, named=True)
    assert (row["last_month"], row["is_late"], row["is_stopped"]) == (month_at(max(office)), *state)
    assert row["complete_through"] == month_at(complete_through)
    door.close()


@pytest.mark.parametrize("reports", [range(3), range(1, 7)])
def test_a_report_of_one_customer_neither_waits_nor_lets_others_wait(tmp_path: Path, reports: range) -> None:
    """Graph reports of one customer end before, or after, the CPOR file's last month: the portfolio's is complete."""
    of_one = months_of("graph_services", *reports)
    door = warehouse(tmp_path, months_of("cpor_usage", *range(6), tenant=2), of_one)
    rows = {row["source"]: row for row in door.ask(FRESHNESS, viewer=ADMIN).frame.to_dicts()}
    assert {row["is_late"] for row in rows.values()} == {False}
    assert {row["complete_through"] for row in rows.values()} == {month_at(5)}
    door.close()


def test_the_only_month_of_the_only_source_is_fresh(tmp_path: Path) -> None:
    door = warehouse(tmp_path, months_of("cpor_usage", 0))
    assert door.ask(FRESHNESS, viewer=ADMIN).frame.select(STATE).rows() == [("CPOR usage", month_at(0), False, False)]
    door.close()


def test_days_and_patience_are_settings(tmp_path: Path) -> None:
    settings = Settings(threads=1, usage_complete_day=5, late_source_months=1)
    both = months_of("cpor_usage", *range(4)), months_of("office_usage", 0, 1, tenant=2)
    door = warehouse(tmp_path, *both, settings=settings)
    rows = door.ask(FRESHNESS, viewer=ADMIN).frame
    assert rows["is_stopped"].to_list() == [False, True]
    assert rows["next_expected_on"].to_list() == [date(2026, 6, 5), date(2026, 4, 5)]
    door.close()


def test_the_log_says_what_was_replaced_and_what_was_undone(tmp_path: Path) -> None:
    first, again = months_of("cpor_usage", 0, 1, 2), months_of("cpor_usage", 1, 2)
    door = warehouse(tmp_path, first, again)
    log = door.ask(HISTORY, viewer=ADMIN).frame
    counted = ("facts_used", "facts_superseded", "replaced_count")
    assert log.select(counted).rows() == [(2, 0, 2), (1, 2, 0)], "newest first; it took two facts over"

    undo_import(door.workspace, log["import_id"][0], Asked(ADMIN, date(2026, 7, 1)), Settings(threads=1))
    log = door.ask(HISTORY, viewer=ADMIN).frame.sort("imported_at", descending=True)
    assert log.select(counted).rows() == [(0, 0, 0), (3, 0, 0)]
    assert log["undone_by"].to_list() == ["admin", None]
    assert log["undone_at"].is_null().to_list() == [False, True]
    door.close()


def test_only_names_nobody_knows_are_offered_for_naming(tiny: Warehouse) -> None:
    found = tiny.ask(question_named("imports/unknown_workloads"), viewer=ADMIN).frame["workload"].to_list()
    assert found == ["Loop Workspaces"]
