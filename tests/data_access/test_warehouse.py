"""Does the door narrow, bind, limit, check and stay right, whoever asks and however many at once?"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import duckdb
import polars as pl
import pytest

from data_access.adoption import LEDGER
from data_access.associations import FUNNEL
from data_access.claim_watch import desk_for
from data_access.contract import Columns, Question
from data_access.growth import BY_MONTH
from data_access.narrowing import composed
from data_access.organisation import save_legal_names
from data_access.portfolio import CUSTOMERS, WORKLOADS
from data_access.questions import every_question, question_named
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, TooSlow, Unavailable, UnknownName
from domain.scope import Role, Scope, Viewer
from tests.data_access.made_question import MadeQuestion
from tests.data_access.tiny_answers import ADA, BRAM, NORTH, SOUTH, A, B, C
from tests.data_access.usage_book import ADMIN, EXECUTIVE, Import, Use, publish, warehouse

SEES = {ADMIN: {A, B, C}, EXECUTIVE: {A, B, C}, ADA: {A, B}, NORTH: {A, B}, BRAM: {C}, SOUTH: {C}}
NUMBER = {"number": pl.Int64}


def question(text: str, columns: Columns = NUMBER) -> Question:
    """A question whose text stands here and not in a file."""
    return MadeQuestion("tests/made", columns, sql=text)


@pytest.mark.parametrize("name", every_question())
@pytest.mark.parametrize("viewer", SEES, ids=lambda viewer: f"{viewer.user} {viewer.team}")
def test_every_question_keeps_to_what_the_viewer_may_see(tiny: Warehouse, name: str, viewer: Viewer) -> None:
    frame = tiny.ask(question_named(name), viewer=viewer).frame
    # Those who see all also see earnings of tenants that nobody knows.
    if "tenant_id" in frame.columns and not viewer.role.sees_all_customers:
        assert set(frame["tenant_id"].drop_nulls()) <= SEES[viewer]


@pytest.mark.parametrize("name", every_question())
def test_no_link_widens_what_the_viewer_may_see(tiny: Warehouse, name: str) -> None:
    """Bram asks for Ada's customers by every way an address has: he gets nobody's answer, or his own unchanged."""
    asked = question_named(name)
    for scope in (Scope(managers=("am-01",)), Scope(segments=("Enterprise",)), Scope(countries=("Netherlands",))):
        hers = tiny.ask(asked, viewer=BRAM, scope=scope).frame
        nobodys = tiny.ask(asked, viewer=Viewer("am-99", Role.ACCOUNT_MANAGER), scope=scope).frame
        assert hers.equals(nobodys) or hers.equals(tiny.ask(asked, viewer=BRAM).frame)
    one = tiny.ask(asked, viewer=BRAM, tenant=A).frame
    if "tenant_id" in one.columns:
        assert A not in one["tenant_id"].to_list()


def test_a_tenant_given_twice_is_the_one_of_the_question(tiny: Warehouse) -> None:
    frame = tiny.ask(WORKLOADS, viewer=ADMIN, scope=Scope(tenant=A), tenant=B).frame
    assert set(frame["tenant_id"]) == {B}
    assert tiny.ask(WORKLOADS, viewer=ADMIN, scope=Scope(tenant=A), tenant=None).frame[
        "tenant_id"
    ].unique().to_list() == [A]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"mood": 1}, r"growth/by_month takes no “mood”; it takes slice_by, and tenant, workload, start, end_before\."),
        ({"slice_by": "mood"}, r"slice_by is “mood”; expected one of all, workload"),
        ({"tenant": "A"}, r"tenant is “A”; expected a tenant ID \(GUID\)"),
        ({"tenant": ""}, r"tenant is “”; expected a tenant ID"),
    ],
)
def test_what_a_question_does_not_take_is_refused_in_a_sentence(
    tiny: Warehouse, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        tiny.ask(BY_MONTH, viewer=ADMIN, **given)
    assert issubclass(UnknownName, BadInput)


def test_hostile_text_is_bound_and_never_run(tiny: Warehouse) -> None:
    for text in ("' or 1=1 --", "$tenant", "{}", "a\x00b", "x" * 100_000):
        assert tiny.ask(CUSTOMERS, viewer=ADMIN, search=text).frame.is_empty()
        assert tiny.ask(LEDGER, viewer=ADMIN, scope=Scope(workloads=(text,))).frame.is_empty()


def test_before_the_first_import_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="Nothing has been imported yet"):
        Warehouse(Workspace(tmp_path)).ask(BY_MONTH, viewer=ADMIN)


def test_a_snapshot_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 1, 2)]))
    door.workspace.snapshot_file().unlink()
    with pytest.raises(Unavailable, match="cannot be opened"):
        door.ask(BY_MONTH, viewer=ADMIN)


def test_a_slow_question_is_stopped_and_the_door_stays_open(tiny_workspace: Workspace) -> None:
    door = Warehouse(tiny_workspace, Settings(threads=1, query_timeout_seconds=0.2))
    endless = question("with n as (select range as i from range(100000000000)) select count(*) as number from n a, n b")
    with pytest.raises(TooSlow, match=r"longer than 0 seconds and was stopped\. Choose fewer months or customers"):
        door.ask(endless, viewer=ADMIN)
    assert door.ask(question("with t as (select 1) select 7::bigint as number from t"), viewer=ADMIN).frame.item() == 7
    door.close()


@pytest.mark.parametrize(
    "reach",
    [
        "select count(*) as number from read_csv('{file}')",
        "select count(*) as number from read_text('{file}')",
        "select count(*) as number from '{file}'",
        "select count(*) as number from read_parquet('{facts}')",
        "select count(*) as number from glob('/*')",
    ],
)
def test_sql_reaches_no_file(tiny: Warehouse, tmp_path: Path, reach: str) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("a,b\n1,2\n")
    facts = next(tiny.workspace.imports.glob("*/usage.parquet"))
    text = f"with t as (select 1) {reach.format(file=file, facts=facts)}"
    with pytest.raises(duckdb.PermissionException, match="disabled by configuration"):
        tiny.ask(question(text), viewer=ADMIN)


@pytest.mark.parametrize(
    "change",
    [
        "set enable_external_access = true",
        "set memory_limit = '9GB'",
        "attach 'elsewhere.duckdb'",
        "attach '{imports}/elsewhere.duckdb'",
        'create table "{snapshot}".mine (i int)',
        'delete from "{snapshot}".ledger',
    ],
)
def test_nothing_loosens_the_door_or_writes_through_it(tiny: Warehouse, change: str) -> None:
    text = change.format(imports=tiny.workspace.imports, snapshot=tiny.workspace.snapshot_file().stem)
    with tiny._attached().cursor(tiny._published()) as cursor:
        assert cursor.execute("from duckdb_settings() where name = 'lock_configuration' and value = 'true'").fetchall()
        with pytest.raises((duckdb.InvalidInputException, duckdb.PermissionException)):
            cursor.execute(text)


def test_sql_reads_no_variable_of_the_program(tiny: Warehouse) -> None:
    stolen = pl.DataFrame({"number": [1]})
    assert stolen.height == 1
    with pytest.raises(duckdb.CatalogException, match="stolen"):
        tiny.ask(question("with t as (select 1) select number from stolen"), viewer=ADMIN)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("with t as (select 1) select 1::integer as number from t", NUMBER),
        ("with t as (select 1) select 1::bigint as numbers from t", NUMBER),
        ("with t as (select 1) select 1::bigint as number, 2 as more from t", NUMBER),
        ("with t as (select 1) select timestamp '2026-01-01' as day from t", {"day": pl.Date}),
        ("with t as (select 1) select 1::bigint as b, 'x' as a from t", {"a": pl.String, "b": pl.Int64}),
    ],
)
def test_an_answer_that_breaks_its_contract_is_never_given(tiny: Warehouse, text: str, columns: Columns) -> None:
    for _ in range(2):
        with pytest.raises(TypeError, match="tests/made answered"):
            tiny.ask(question(text, columns), viewer=ADMIN)


def test_a_question_that_cannot_be_narrowed_is_refused() -> None:
    with pytest.raises(ValueError, match="must begin with `with`"):
        composed(question("select 1 as number"), {})


def test_the_key_names_the_answer(tiny: Warehouse) -> None:
    one = tiny.ask(BY_MONTH, viewer=ADMIN, slice_by="workload")
    same = tiny.ask(BY_MONTH, viewer=EXECUTIVE, scope=Scope(), slice_by="workload")
    assert (same.key, same.is_cached) == (one.key, True), "who sees the same shares the answer"
    assert same.frame is one.frame
    others = [
        tiny.ask(BY_MONTH, viewer=ADA, slice_by="workload"),
        tiny.ask(BY_MONTH, viewer=Viewer("am-01", Role.SALES_LEAD, "am-01"), slice_by="workload"),
        tiny.ask(BY_MONTH, viewer=ADMIN, slice_by="segment"),
        tiny.ask(BY_MONTH, viewer=ADMIN, scope=Scope(workloads=()), slice_by="workload"),
        tiny.ask(BY_MONTH, viewer=ADMIN, scope=Scope(start=date(2026, 6, 1)), slice_by="workload"),
    ]
    assert len({one.key, *(other.key for other in others)}) == 6
    assert one.question == "growth/by_month"
    assert one.version == tiny.version


def test_many_at_once_get_their_own_numbers(tiny_workspace: Workspace) -> None:
    """Eight threads, no cache: a shared connection would mix answers up without an error."""
    door = Warehouse(tiny_workspace, Settings(threads=2, answer_cache_mb=0))
    ask: dict[str, Callable[[Viewer], int]] = {
        "users": lambda viewer: int(
            door.ask(BY_MONTH, viewer=viewer, scope=Scope(start=date(2026, 10, 1))).frame["mau"].sum()
        ),
        "rows": lambda viewer: door.ask(LEDGER, viewer=viewer).frame.height,
        "units": lambda viewer: int(door.ask(CUSTOMERS, viewer=viewer).frame["opportunity_units"].sum()),
    }
    right = {
        "users": {ADMIN: 1388, ADA: 458, BRAM: 930},
        "rows": {ADMIN: 40, ADA: 28, BRAM: 12},
        "units": {ADMIN: 1180, ADA: 235, BRAM: 945},
    }
    asked = [(name, viewer) for _ in range(16) for name in ask for viewer in right[name]]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda one: ask[one[0]](one[1]), asked))
    assert found == [right[name][viewer] for name, viewer in asked]
    door.close()


def test_a_publication_changes_the_answers_and_disturbs_nobody(tmp_path: Path) -> None:
    settings = Settings(threads=1, answer_cache_mb=4)
    first = Import([Use(1, "EXO", 0, 10, 40, date(2025, 1, 1))])
    door = warehouse(tmp_path, first, settings=settings)
    before = door.ask(BY_MONTH, viewer=ADMIN)
    assert door.ask(BY_MONTH, viewer=ADMIN).is_cached

    published = Event()
    seen: list[int] = []

    def keep_asking() -> None:
        done = False
        while not done:
            done = published.is_set()
            never_cached = Scope(start=date(1000 + len(seen), 1, 1))
            seen.append(int(door.ask(BY_MONTH, viewer=ADMIN, scope=never_cached).frame["mau"].sum()))

    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(keep_asking) for _ in range(3)]
        publish(door.workspace, [first, Import([Use(1, "EXO", 0, 25, 40, date(2025, 1, 1))])], settings)
        published.set()
        for one in waiting:
            one.result()
    after = door.ask(BY_MONTH, viewer=ADMIN)
    assert set(seen) == {10, 25}, "the old numbers or the new ones, never anything else"
    assert after.frame["mau"].to_list() == [25]
    assert after.key != before.key
    assert after.version != before.version
    assert before.frame["mau"].to_list() == [10], "a frame in hand does not change"
    door.close()


def test_what_somebody_enters_leaves_the_answers_about_usage_as_they_are(tmp_path: Path) -> None:
    door = warehouse(tmp_path, Import([Use(1, "EXO", 0, 10, 40, date(2025, 1, 1))]), settings=Settings(threads=1))
    asked = (BY_MONTH, FUNNEL)
    for question in asked:
        door.ask(question, viewer=ADMIN)
    assert [door.ask(question, viewer=ADMIN).is_cached for question in asked] == [True, True]
    save_legal_names(desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows()), ["Wexmoor Cloud B.V."])
    assert [door.ask(question, viewer=ADMIN).is_cached for question in asked] == [True, False]
    door.close()


def test_a_running_question_finishes_on_the_snapshot_it_began_with(tmp_path: Path) -> None:
    settings = Settings(threads=1)
    imports = [Import([Use(1, "EXO", 0, 10, 40, date(2025, 1, 1))])]
    door = warehouse(tmp_path, *imports, settings=settings)
    old_file = door.workspace.snapshot_file()
    slow = question(
        "with n as (select sum(range * 1.5) as s from range(15000000)) "
        "select (select max(mau) from ledger) + 0 * (n.s > 0)::bigint as number from n"
    )
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(lambda: door.ask(slow, viewer=ADMIN).frame.item())
        publish(door.workspace, [*imports, Import([Use(1, "EXO", 0, 25, 40, date(2025, 1, 1))])], settings)
        assert door.ask(BY_MONTH, viewer=ADMIN).frame["mau"].to_list() == [25]
        old_file.unlink(missing_ok=True)
        assert running.result() == 10
    door.close()
    assert door.ask(BY_MONTH, viewer=ADMIN).frame["mau"].to_list() == [25], "closed, it opens again when asked"
    door.close()
