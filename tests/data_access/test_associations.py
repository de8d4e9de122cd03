"""Do the association questions answer for those who may see, and say what is asked of us today?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access import associations, claimable
from data_access.claim_watch import alerts, desk_for, needs_action, overdue_by_state, with_clocks
from data_access.contract import Question
from data_access.documents import DocumentStore
from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.organisation import save_location
from data_access.registry import Desk, write
from data_access.registry.amendments import complete_draft
from data_access.registry.attachments import attach_document
from data_access.registry.drafts import save_draft
from data_access.registry.filing import file_claim
from data_access.registry.life import record_step
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_states import Trigger
from domain.claim_steps import Step
from domain.claim_windows import ClaimWindows
from domain.errors import NotAllowed
from domain.organisation import EnrolmentStatus, Location
from domain.scope import Role, Scope, Viewer
from tests.data_access.registry_desks import ADMIN, filled
from tests.data_access.test_registry_life import PNG

TODAY = date(2026, 11, 23)
WINDOWS = ClaimWindows()
QUILLMERE, ZONNEVEER, NUBEVERDE = (
    "aaaaaaaa-0001-4a01-8a01-000000000001",
    "bbbbbbbb-0002-4b02-8b02-000000000002",
    "cccccccc-0003-4c03-8c03-000000000003",
)
STRANGER = "dddddddd-0004-4d04-8d04-000000000004"
ADA, EVE = Viewer("am-01", Role.ACCOUNT_MANAGER), Viewer("eve", Role.EXECUTIVE)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory, tiny_files: tuple[Path, ...]) -> Iterator[Warehouse]:
    """Four claims: Quillmere's EXO approved and SPO waiting for us, Zonneveer's draft, and one on an unknown tenant."""
    workspace, settings = Workspace(tmp_path_factory.mktemp("tiny")), Settings(today=TODAY)
    import_files(workspace, tiny_files, Asked(ADMIN, workspace.today(settings)), settings)
    door = Warehouse(workspace, settings)
    desk = desk_for(door, ADMIN, TODAY, WINDOWS)
    save_location(
        desk,
        Location(location_id="4810011", name="London", country="GB", currency="GBP", status=EnrolmentStatus.ENROLLED),
    )
    _filed(desk, "f1", QUILLMERE, "quillmere-instruments.gb.example", "EXO", "7001")
    _filed(desk, "f2", QUILLMERE, "quillmere-instruments.gb.example", "SPO", "9002")
    _steps(desk, "CLM-000001", (Trigger.REVIEW_STARTS, date(2026, 7, 2)), (Trigger.APPROVE, date(2026, 7, 15)))
    _steps(desk, "CLM-000002", (Trigger.REVIEW_STARTS, date(2026, 7, 2)), (Trigger.ASK_PARTNER, date(2026, 11, 20)))
    for form, tenant, domain in (
        ("f3", ZONNEVEER, "zonneveer-logistiek.nl.example"),
        ("f4", STRANGER, "stranger.example"),
    ):
        save_draft(desk, form, filled(tenant_id=tenant, domain=domain, location_id="4810011", workloads=["TEAMS"]))
        file_claim(desk, form)
    save_draft(desk, "f5", filled(tenant_id=QUILLMERE, workloads=["EXO"], location_id="4810011"))
    rival = "insert into known_rivals values ($tenant, 'SPO', 'Rival Ltd', 'ida', timestamp '2026-11-01')"
    write(workspace, lambda connection: connection.execute(rival, {"tenant": QUILLMERE}))
    note = "insert into notes values ('n1', $tenant, null, 'Called them', 'am-01', timestamp '2026-11-22 10:00:00')"
    write(workspace, lambda connection: connection.execute(note, {"tenant": QUILLMERE}))
    yield door
    door.close()


def _filed(desk: Desk, form: str, tenant: str, domain: str, workload: str, number: str) -> None:
    early = Desk(desk.workspace, desk.viewer, date(2026, 7, 1), desk.customer_of, desk.customer_with_domain)
    save_draft(early, form, filled(tenant_id=tenant, domain=domain, location_id="4810011", workloads=[workload]))
    claim_id = file_claim(early, form).claim_id
    attach_document(early, form, "poe.png", PNG, DocumentStore.of(desk.workspace))
    complete_draft(early, claim_id, comments="", is_acknowledged=True)
    record_step(early, claim_id, Step(Trigger.SUBMIT, date(2026, 7, 1), claim_number=number))


def _steps(desk: Desk, claim_id: str, *steps: tuple[Trigger, date]) -> None:
    for trigger, on in steps:
        record_step(desk, claim_id, Step(trigger, on, reason="because"))


def _column(door: Warehouse, question: Question, column: str, viewer: Viewer = ADMIN, **asked: object) -> list[object]:
    return door.ask(question, viewer=viewer, **asked).frame[column].to_list()  # type: ignore[arg-type]


def test_the_register_shows_each_viewer_their_own(warehouse: Warehouse) -> None:
    assert associations.REGISTER.name == "associations/register"
    everyone = ["CLM-000001", "CLM-000002", "CLM-000003", "CLM-000004"]
    assert _column(warehouse, associations.REGISTER, "claim_id") == everyone
    assert _column(warehouse, associations.REGISTER, "claim_id", EVE) == everyone
    assert _column(warehouse, associations.REGISTER, "claim_id", ADA) == everyone[:3]
    other = Viewer("am-02", Role.ACCOUNT_MANAGER)
    assert _column(warehouse, associations.REGISTER, "claim_id", other) == []
    scope = Scope(segments=("SMB",))
    assert _column(warehouse, associations.REGISTER, "claim_id", scope=scope) == ["CLM-000003"]
    assert _column(warehouse, associations.REGISTER, "claim_id", scope=Scope(workloads=("SPO",))) == ["CLM-000002"]
    assert _column(warehouse, associations.REGISTER, "claim_id", scope=Scope(locations=("1",))) == []


def test_the_register_has_what_a_claim_is_made_of(warehouse: Warehouse) -> None:
    row = warehouse.ask(associations.REGISTER, viewer=ADMIN, claim_id="CLM-000001").frame.row(0, named=True)
    assert (row["customer_name"], row["state"], row["approved_on"], row["claim_number"], row["workloads"]) == (
        "Quillmere Instruments Ltd",
        "Approved",
        date(2026, 7, 15),
        "7001",
        "EXO",
    )
    assert (row["location_name"], row["is_acknowledged"]) == ("London", True)


def test_what_needs_us_comes_first_and_with_its_days(warehouse: Warehouse) -> None:
    assert associations.NEEDS_ACTION.name == "associations/needs_action"
    waiting = needs_action(warehouse, ADMIN, TODAY, WINDOWS).frame
    assert waiting["claim_id"].to_list() == ["CLM-000003", "CLM-000004", "CLM-000002"]
    # 14 business days after Friday 20 Nov, with Thanksgiving: Friday 11 Dec, 13 of them after the 23rd.
    assert waiting["days_left"].to_list() == [5, 5, 13]
    assert waiting["clock_last_on"].to_list()[-1] == date(2026, 12, 11)
    later = date(2026, 12, 14)
    assert overdue_by_state(warehouse, ADMIN, later, WINDOWS) == {"Draft": 2, "Partner action required": 1}
    one, two = (needs_action(warehouse, ADMIN, day, WINDOWS).key for day in (TODAY, later))
    assert one != two


def test_clocks_stand_beside_the_register(warehouse: Warehouse) -> None:
    answer = with_clocks(warehouse.ask(associations.REGISTER, viewer=ADMIN), TODAY, WINDOWS)
    assert answer.frame["clock"].to_list() == [None, "Answer Microsoft", "File with Microsoft", "File with Microsoft"]


def test_events_are_told_in_order(warehouse: Warehouse) -> None:
    assert associations.EVENTS.name == "associations/events"
    assert _column(warehouse, associations.EVENTS, "target", claim_id="CLM-000002") == [
        "Draft",
        "Submitted",
        "Under review",
        "Partner action required",
    ]
    assert set(_column(warehouse, associations.EVENTS, "tenant_id", ADA)) == {QUILLMERE, ZONNEVEER}


def test_the_funnel_counts_claims_by_state(warehouse: Warehouse) -> None:
    assert associations.FUNNEL.name == "associations/funnel"
    frame = warehouse.ask(associations.FUNNEL, viewer=ADMIN).frame
    assert frame.select("state", "claims_count").rows() == [
        ("Draft", 2),
        ("Partner action required", 1),
        ("Approved", 1),
    ]


def test_a_document_used_twice_is_said(warehouse: Warehouse) -> None:
    assert associations.DOCUMENTS.name == "associations/documents"
    frame = warehouse.ask(associations.DOCUMENTS, viewer=ADMIN).frame
    assert frame.select("claim_id", "file_name", "kind", "also_used_for").rows() == [
        ("CLM-000001", "poe.png", "png", "CLM-000002"),
        ("CLM-000002", "poe.png", "png", "CLM-000001"),
    ]


def test_the_radar_has_its_facts(warehouse: Warehouse) -> None:
    assert associations.CONFLICTS_FACTS.name == "associations/conflicts_facts"
    frame = warehouse.ask(associations.CONFLICTS_FACTS, viewer=ADMIN, scope=Scope(tenant=QUILLMERE)).frame
    assert frame.select("claim_id", "workload", "state", "is_in_usage", "rival").rows() == [
        ("CLM-000001", "EXO", "Approved", True, None),
        ("f5", "EXO", None, True, None),
        ("CLM-000002", "SPO", "Partner action required", frame["is_in_usage"][2], "Rival Ltd"),
    ]
    seen = alerts(warehouse, ADMIN, TODAY, WINDOWS).frame
    assert ("known rival", "SPO") in seen.select("concern", "workload").rows()


def test_microsofts_record_stands_beside_ours(warehouse: Warehouse) -> None:
    assert associations.AGAINST_USAGE.name == "associations/against_usage"
    rows = warehouse.ask(associations.AGAINST_USAGE, viewer=ADMIN).frame.rows(named=True)
    first = rows[0]
    assert (first["matched_by"], first["recorded_number"], first["recorded_on"], first["is_different"]) == (
        "claim number",
        "7001",
        date(2026, 7, 15),
        False,
    )
    assert [row["matched_by"] for row in rows if row["tenant_id"] == STRANGER] == [None]


def test_each_workload_says_whether_it_is_ours(warehouse: Warehouse) -> None:
    assert claimable.STANDING.name == "associations/standing"
    frame = warehouse.ask(claimable.STANDING, viewer=ADA, scope=Scope(tenant=QUILLMERE)).frame
    standing = dict(frame.select("workload", "standing").rows())
    assert standing["EXO"] == "ours"
    assert set(standing.values()) <= {"ours", "pending", "not claimed"}


def test_customers_nobody_claims_are_the_standing_of_each_workload_added_up(warehouse: Warehouse) -> None:
    assert claimable.UNCLAIMED.name == "associations/unclaimed"
    is_open = (pl.col("standing") == "not claimed") & ((pl.col("mau") > 0) | (pl.col("headroom_units") > 0))
    for viewer in (ADMIN, ADA):
        standing = warehouse.ask(claimable.STANDING, viewer=viewer).frame.filter(is_open)
        expected = (
            standing.group_by("tenant_id", "customer_name")
            .agg(pl.col("workload").sort().str.join(",").alias("workloads"), pl.col("headroom_units").sum())
            .sort("headroom_units", "tenant_id", descending=[True, False])
        )
        found = warehouse.ask(claimable.UNCLAIMED, viewer=viewer).frame
        assert found.drop("customers_count").rows() == expected.rows()
        assert found.height > 1
        assert set(found["customers_count"]) == {expected.height}
        assert warehouse.ask(claimable.UNCLAIMED, viewer=viewer, most=1).frame.rows() == found.rows()[:1]


def test_who_may_see_a_claim_is_said_once_for_all_questions_about_claims(warehouse: Warehouse) -> None:
    assert associations.SEEN_CLAIMS.name == "associations/seen_claims"
    everything = _column(warehouse, associations.SEEN_CLAIMS, "tenant_id")
    assert STRANGER in everything
    for viewer in (ADMIN, ADA, Viewer("am-02", Role.ACCOUNT_MANAGER)):
        seen = _column(warehouse, associations.SEEN_CLAIMS, "claim_id", viewer)
        assert set(_column(warehouse, associations.REGISTER, "claim_id", viewer)) == set(seen)
    assert STRANGER not in _column(warehouse, associations.SEEN_CLAIMS, "tenant_id", ADA)
    narrowed = warehouse.ask(associations.SEEN_CLAIMS, viewer=ADMIN, scope=Scope(segments=("nowhere",))).frame
    assert narrowed.is_empty()


def test_forms_in_progress_are_listed(warehouse: Warehouse) -> None:
    assert associations.FORMS.name == "associations/forms"
    assert _column(warehouse, associations.FORMS, "form_id") == ["f5"]
    assert _column(warehouse, associations.FORMS, "form_id", Viewer("am-02", Role.ACCOUNT_MANAGER)) == []


def test_a_customers_happenings_are_told_newest_first(warehouse: Warehouse) -> None:
    assert associations.TIMELINE.name == "associations/timeline"
    frame = warehouse.ask(associations.TIMELINE, viewer=ADA, scope=Scope(tenant=QUILLMERE)).frame
    assert set(frame["kind"]) == {"claim", "document", "note"}
    assert frame["happened_at"].is_sorted(descending=True)


def test_writing_asks_the_warehouse_whose_customer_it_is(warehouse: Warehouse) -> None:
    assert associations.OWNER.name == "associations/owner"
    other = desk_for(warehouse, Viewer("am-02", Role.ACCOUNT_MANAGER), TODAY, WINDOWS)
    with pytest.raises(NotAllowed, match="another account manager"):
        save_draft(other, "f9", filled(tenant_id=QUILLMERE))
    with pytest.raises(NotAllowed, match="not among the known customers"):
        save_draft(other, "f9", filled(tenant_id=STRANGER))
    known = other.customer_with_domain("ZONNEVEER-logistiek.nl.example")
    assert known is not None
    assert known.tenant_id == ZONNEVEER
