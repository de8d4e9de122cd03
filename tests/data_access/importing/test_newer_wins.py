"""Which import is believed, what does importing again change, and can it be taken back?"""

from collections.abc import Sequence
from datetime import date

import duckdb
import pytest

from data_access.adoption import LEDGER, OTHER_VALUES
from data_access.importing.asked import Said
from data_access.importing.run import import_files, undo_import
from data_access.imports import HISTORY
from domain.errors import BadInput, NotAllowed
from tests.data_access.importing.desk import CPOR, MANAGER, OFFICE, ONE, TODAY, TWO, Desk, cpor, office, receipt, table

GRAPH = "Report Refresh Date,Teams Active,Teams Inactive,Report Period"
TEAMS = "CustomerTenantId,MonthKey,SubWorkload,AllUpParticipants"


def ledger(desk: Desk, *columns: str) -> list[tuple[object, ...]]:
    return desk.answer(LEDGER).select(columns).rows()


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2)])
def test_sources_in_their_order(desk: Desk, order: Sequence[int]) -> None:
    """CPOR before OfficeUsage before Teams before Graph, however new the lesser ones are."""
    month = {"month": 20260901, "workload": "Teams"}
    files = [
        desk.file(table(GRAPH, "2026-09-30,1,0,30"), "graph.csv"),
        desk.file(table(TEAMS, f"{ONE},20260901,Teams,2"), "teams.csv"),
        desk.file(table(OFFICE, office(mau=3, **month)), "office.csv"),
        desk.file(table(CPOR, cpor(mau=4, **month)), "cpor.csv"),
    ]
    newer = {file.name: Said(as_of=date(2026, 11, 20 - place)) for place, file in enumerate(files)}
    desk.take(*(files[place] for place in order), tenant=ONE, by_file=newer)
    assert ledger(desk, "source", "mau") == [("CPOR usage", 4)]
    others = desk.answer(OTHER_VALUES).select("source", "mau").rows()
    assert sorted(others) == [("Graph", 1), ("OfficeUsage", 3), ("Teams usage", 2)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_newer_wins_by_the_date_given(desk: Desk, order: Sequence[int]) -> None:
    files = [desk.file(table(CPOR, cpor(mau=mau)), f"{mau}.csv") for mau in (10, 11)]
    given = {f"{mau}.csv": Said(as_of=date(2026, 11, mau)) for mau in (10, 11)}
    desk.take(*(files[place] for place in order), by_file=given)
    assert ledger(desk, "mau") == [(11,)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_else_by_the_files_last_month(desk: Desk, order: Sequence[int]) -> None:
    later = table(CPOR, cpor(mau=11), cpor(month=20261001, mau=12))
    files = [desk.file(table(CPOR, cpor(mau=10)), "old.csv"), desk.file(later, "new.csv")]
    desk.take(*(files[place] for place in order))
    assert ledger(desk, "mau") == [(11,), (12,)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_on_a_tie_the_later_import_wins_and_the_log_says_so(desk: Desk, order: Sequence[int]) -> None:
    files = [desk.file(table(CPOR, cpor(mau=mau)), f"{mau}.csv") for mau in (10, 11)]
    desk.take(*(files[place] for place in order))
    assert ledger(desk, "mau") == [((10, 11)[order[-1]],)]
    log = desk.answer(HISTORY).select("file_name", "facts_used", "facts_superseded", "replaced_count").rows()
    assert sorted(log, key=lambda row: row[1]) == [
        (f"{(10, 11)[order[0]]}.csv", 0, 1, 0),
        (f"{(10, 11)[order[1]]}.csv", 1, 0, 1),
    ]


def test_a_given_date_goes_before_the_one_inside(desk: Desk) -> None:
    text = table(GRAPH, "2026-09-30,1,0,30")
    known = receipt(desk.look(text, tenant=ONE, as_of=date(2026, 10, 5)))
    assert (known["as_of_on"], known["as_of_basis"]) == (date(2026, 10, 5), "given")
    known = receipt(desk.look(table("tenant_id,team", f"{ONE},North")))
    assert (known["as_of_on"], known["as_of_basis"]) == (TODAY, "import")


def test_the_same_bytes_again_change_nothing(desk: Desk) -> None:
    file = desk.file(table(CPOR, cpor()))
    desk.take(file)
    served = desk.workspace.publication()
    again = desk.file(file.read_bytes(), "renamed.csv")
    outcomes = [*desk.take(again), *desk.take(file, as_of=date(2026, 11, 22))]
    sentence = "CPOR - Microsoft 365 usage: these very bytes are imported already; nothing changes."
    assert [outcome.sentence for outcome in outcomes] == [sentence, sentence]
    assert desk.workspace.publication() == served


def test_the_same_bytes_read_another_way_take_the_first_readings_place(desk: Desk) -> None:
    file = desk.file(table(CPOR, cpor(associated="1/2/2026")))
    desk.take(file)
    desk.take(file, conventions={"associated_on": "day/month/year"})
    assert ledger(desk, "associated_on") == [(date(2026, 2, 1),)]
    assert len(desk.workspace.publication().imports) == 1
    desk.take(file)
    assert ledger(desk, "associated_on") == [(date(2026, 2, 1),)]


def test_a_file_twice_in_one_go_counts_once(desk: Desk) -> None:
    file = desk.file(table(CPOR, cpor()))
    desk.take(file, desk.file(file.read_bytes(), "copy.csv"))
    assert len(desk.workspace.publication().imports) == 1


def test_undo_brings_the_older_value_back_and_the_import_can_come_again(desk: Desk) -> None:
    old, new = desk.file(table(CPOR, cpor(mau=10)), "old.csv"), desk.file(table(CPOR, cpor(mau=11)), "new.csv")
    desk.take(old, new)
    newest = desk.workspace.publication().imports[-1]
    undo_import(desk.workspace, newest, desk.asked, desk.settings)
    assert ledger(desk, "mau") == [(10,)]
    undone = desk.answer(HISTORY).filter(import_id=newest)
    assert undone.select("undone_by", "facts_used").rows() == [("admin", 0)]
    with pytest.raises(BadInput, match="undone already"):
        undo_import(desk.workspace, newest, desk.asked, desk.settings)
    desk.take(new)
    assert ledger(desk, "mau") == [(11,)]
    assert desk.answer(HISTORY)["undone_at"].is_null().all()


def test_undoing_the_last_import_leaves_an_empty_book(desk: Desk) -> None:
    desk.take(desk.file(table(CPOR, cpor())))
    undo_import(desk.workspace, desk.workspace.publication().imports[0], desk.asked, desk.settings)
    assert ledger(desk, "mau") == []


def test_a_copy_is_kept_out_of_sums_but_proves_the_association(desk: Desk) -> None:
    desk.take(desk.file(table(OFFICE, office(mau=12), office(mau=99, copy=1, attribution="CPOR"))))
    assert ledger(desk, "mau", "pau", "is_associated") == [(12, 22, True)]


def test_one_bad_file_does_not_stop_the_others(desk: Desk) -> None:
    outcomes = desk.take(desk.file("x", "bad.csv"), desk.file(table(CPOR, cpor()), "good.csv"))
    assert [outcome.is_usable for outcome in outcomes] == [False, True]
    assert ledger(desk, "mau") == [(10,)]


def test_the_customers_file_goes_before_exports_and_newer_before_older(desk: Desk) -> None:
    header = "tenant_id,name,account_manager_id,team"
    dated = {name: Said(as_of=date(2026, 11, day)) for name, day in (("new.csv", 2), ("old.csv", 1))}
    desk.take(
        desk.file(table(header, f"{ONE},Newer name,am-2,"), "new.csv"),
        desk.file(table(header, f"{ONE},Older name,am-1,South"), "old.csv"),
        desk.file(table(CPOR, cpor(name="Obfuscated"), cpor(tenant=TWO, name="Beta")), "usage.csv"),
        by_file=dated,
    )
    with duckdb.connect(str(desk.workspace.snapshot_file()), read_only=True) as connection:
        known = connection.table("customers").order("tenant_id").select("name, account_manager_id, team").fetchall()
    assert known == [("Newer name", "am-2", "South"), ("Beta", None, None)]


def test_only_incentives_admins_import(desk: Desk) -> None:
    file = desk.file(table(CPOR, cpor()))
    with pytest.raises(NotAllowed):
        desk.take(file, viewer=MANAGER)
    assert desk.workspace.publication().imports == ()


def test_a_dry_run_says_and_does_not(desk: Desk) -> None:
    file = desk.file(table(CPOR, cpor()))
    (outcome,) = import_files(desk.workspace, [file], desk.asked, desk.settings, dry_run=True)
    assert outcome.sentence == "CPOR - Microsoft 365 usage: 1 rows."
    assert desk.workspace.publication().snapshot is None
