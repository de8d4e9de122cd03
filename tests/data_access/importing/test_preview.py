"""Does the preview tell what an import would do, and change nothing?"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from data_access.adoption import LEDGER
from data_access.importing.asked import Said
from data_access.importing.previewing import preview
from data_access.importing.previews import Changes, Preview
from tests.data_access.importing.desk import ADMIN, CPOR, ONE, TWO, Desk, cpor, table

SEP, OCT = date(2026, 9, 1), date(2026, 10, 1)


def shown(desk: Desk, *files: Path, **said: Any) -> list[Preview]:

    work = desk.folder / f"preview-{len(list(desk.folder.iterdir()))}"
    previews, _ = preview(desk.workspace, files, replace(desk.asked, **said), desk.settings, work)
    assert [Preview.model_validate_json(one.model_dump_json()) for one in previews] == previews
    return previews


def test_format_columns_conventions_rows_and_refusals(desk: Desk) -> None:
    text = table(f"{CPOR},More", f"{cpor(associated='1/2/2026')},x", f"{cpor(mau=-1)},y")
    (one,) = shown(desk, desk.file(text))
    assert (one.format, one.is_usable, one.needs) == ("CPOR - Microsoft 365 usage", True, None)
    assert one.confidence_share == 10 / 11
    assert one.columns["mau"] == "MonthlyActiveUsers"
    assert "More" not in one.columns.values()
    assert one.first_rows[0] == (*cpor(associated="1/2/2026").split(","), "x")
    assert (one.rows_read, one.rows_kept, one.rows_refused) == (2, 1, 1)
    assert one.refused[0][:3] == (3, "MonthlyActiveUsers", "-1")
    ambiguous = {each.spelled: each.choices for each in one.conventions if each.is_ambiguous}
    assert ambiguous == {"DateAssociated": ("month/day/year", "day/month/year")}
    assert desk.workspace.publication().imports == ()


def test_what_will_change_adds_up_over_the_tables(desk: Desk) -> None:
    desk.take(desk.file(table(CPOR, cpor()), "old.csv"))
    first = desk.file(table(CPOR, cpor(), cpor(month=20261001, workload="Loop Workspaces")), "first.csv")
    second = desk.file(table(CPOR, cpor(tenant=TWO, month=20261001)), "second.csv")
    previews = shown(desk, first, second, desk.folder / "old.csv")
    assert [one.changes for one in previews] == [
        Changes(new_customers_count=0, new_months=(OCT,), unknown_workloads=("Loop Workspaces",)),
        Changes(new_customers_count=1),
        Changes(),
    ]
    assert [one.is_known for one in previews] == [False, False, True]


def test_the_preview_works_while_the_door_is_open(desk: Desk) -> None:

    desk.take(desk.file(table(CPOR, cpor()), "old.csv"))
    door = desk.door()
    before = door.ask(LEDGER, viewer=ADMIN).frame
    (one,) = shown(desk, desk.file(table(CPOR, cpor(tenant=TWO))))
    assert one.changes == Changes(new_customers_count=1)
    assert door.ask(LEDGER, viewer=ADMIN).frame.equals(before)
    door.close()


def test_what_a_person_has_to_give_first(desk: Desk) -> None:
    graph = desk.file(
        table("Report Refresh Date,Teams Active,Teams Inactive,Report Period", "2026-09-30,1,0,30"), "g.csv"
    )
    odd = desk.file(table("Directory ID,Workload,Month,Active users,Paid units", f"{ONE},EXO,2026-09,1,2"), "odd.csv")
    asks_tenant, asks_mapping = shown(desk, graph, odd)
    assert (asks_tenant.needs, asks_tenant.format) == ("tenant", "Office 365 services user counts")
    assert asks_mapping.needs == "mapping"
    assert asks_mapping.suggestions["usage"]["workload_name"] == "Workload"
    assert asks_mapping.first_rows == ((ONE, "EXO", "2026-09", "1", "2"),)
    (given,) = shown(desk, graph, by_file={"g.csv": Said(tenant=ONE)})
    assert (given.needs, given.is_usable, given.as_of_on) == (None, True, date(2026, 9, 30))


def test_a_file_that_is_no_table(desk: Desk) -> None:
    (one,) = shown(desk, desk.file(b"\x89PNG\r\n\x1a\n", "x.csv"))
    assert (one.is_usable, one.format, one.header, one.first_rows) == (False, None, (), ())
    assert one.sentence.startswith("x.csv is an image (PNG)")
