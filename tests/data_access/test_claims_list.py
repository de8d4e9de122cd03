"""Do claims of an imported list get into the register once, and into the state the list gives?"""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from data_access import claimable
from data_access.claim_case import alerts_of, case_of, receipt_for
from data_access.claim_watch import desk_for
from data_access.claims_list import bring_in_listed
from data_access.documents import DocumentStore
from data_access.proof_desk import ProofDesk
from data_access.registry import read, write
from data_access.registry.drafts import draft_of
from data_access.registry.life import record_step
from data_access.registry.proofs import last_checklist
from data_access.registry.rows import one_row, rows
from domain.claim_states import State, Trigger
from domain.claim_steps import Step
from domain.claim_submission import Planned
from domain.claim_windows import ClaimWindows
from domain.errors import NotAllowed
from domain.proof import Item
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import OTHER_TENANT, TENANT, desk_of, prepared
from tests.data_access.signal_book import customer
from tests.data_access.usage_book import ADMIN, Import, Use, tenant_id, warehouse

ROWS = [
    ("3100001", TENANT, "Under review", date(2026, 11, 2), None, "EXO,SPO"),
    ("3100002", TENANT, "Approved", date(2026, 9, 1), date(2026, 9, 20), "INTUNE"),
    ("3100003", OTHER_TENANT, "Submitted", None, None, "EXO"),
]


def listed() -> pl.DataFrame:
    """Rows as the question associations/listed gives them."""
    rows = [
        (number, tenant, None, "x.example", f"Claim {number}", state, "4711", submitted, decided, codes)
        for number, tenant, state, submitted, decided, codes in ROWS
    ]
    return pl.DataFrame(rows, schema=dict(claimable.LISTED.columns), orient="row")


def test_each_claim_enters_once_with_the_day_the_list_gives(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    first = bring_in_listed(desk, listed())
    again = bring_in_listed(desk, listed())
    assert (
        [one.claim_id for one in first] == [one.claim_id for one in again] == ["CLM-000001", "CLM-000002", "CLM-000003"]
    )
    kept = read(desk.workspace, lambda c: one_row(c, "select * from claims where claim_number = '3100002'"))
    assert kept is not None
    assert (kept["state"], kept["state_since_on"], kept["approved_on"]) == (
        State.APPROVED,
        date(2026, 9, 20),
        date(2026, 9, 20),
    )


def test_only_an_admin_brings_a_list_in(tmp_path: Path) -> None:
    prepared(tmp_path)
    manager = desk_of(tmp_path, Viewer("ana", Role.ACCOUNT_MANAGER))
    with pytest.raises(NotAllowed, match="Only an incentives admin"):
        bring_in_listed(manager, listed())


def test_viewer_who_may_only_read_gets_the_sentence_and_no_person(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    claim_id = str(bring_in_listed(desk, listed())[0].claim_id)
    reader = case_of(desk_of(tmp_path, Viewer("eve", Role.EXECUTIVE)), claim_id, "export-3100001")
    assert reader.refusal is not None
    assert reader.refusal.startswith("An executive's view is for reading.")
    assert (reader.moves, reader.contacts) == ((), {})
    ours = case_of(desk, claim_id, "export-3100001")
    assert [move.label for move in ours.moves] == [
        "Microsoft approved",
        "Microsoft asks for more",
        "Microsoft rejected",
    ]
    assert receipt_for(desk, "export-3100001") is None


def test_alerts_of_a_claim_are_those_of_its_workloads_and_its_tenant() -> None:
    rows = [
        (TENANT, "Contoso", "EXO", "POE too old", "The POE of CLM-000001 is old.", "Renew it."),
        (TENANT, "Contoso", "EXO", "POE too old", "The POE of CLM-000009 is old.", "Renew it."),
        (TENANT, "Contoso", "INTUNE", "known rival", "A rival holds INTUNE.", "Hurry."),
        (TENANT, "Contoso", None, "small tenant", "The tenant has 12 paid licences.", "Check."),
        (OTHER_TENANT, "Fabrikam", None, "small tenant", "The tenant has 9 paid licences.", "Check."),
    ]
    names = ("tenant_id", "customer_name", "workload", "concern", "sentence", "action")
    alerts = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    claim = {"claim_id": "CLM-000001", "tenant_id": TENANT, "workloads": "EXO,SPO"}
    assert alerts_of(alerts, claim)["sentence"].to_list() == [rows[0][4], rows[3][4]]


def test_a_date_of_the_list_stays_beside_those_of_its_events(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    bring_in_listed(desk, listed())

    def dates(number: str) -> list[date | None]:
        found = read(
            desk.workspace, lambda c: one_row(c, "select * from claims where claim_number = $n", {"n": number})
        )
        assert found is not None
        return [found[f"{name}_on"] for name in ("submitted", "approved", "rejected")]

    assert dates("3100001") == [date(2026, 11, 2), None, None]
    assert dates("3100002") == [date(2026, 9, 1), date(2026, 9, 20), None]
    record_step(desk, "CLM-000002", Step(Trigger.CUSTOMER_DECLINES, date(2026, 11, 20), reason="declined"))
    assert dates("3100002") == [date(2026, 9, 1), date(2026, 9, 20), date(2026, 11, 20)]


def test_a_claim_brought_in_takes_documents_and_their_check(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    bring_in_listed(desk, listed())
    bring_in_listed(desk, listed())
    record_step(desk, "CLM-000001", Step(Trigger.ASK_PARTNER, desk.today, reason="No signature."))
    proof = ProofDesk(desk, "export-3100001", "CLM-000001", DocumentStore.of(desk.workspace))
    planned = Planned(desk.today, False, None)
    proof.attach("proof.docx", proof.template(planned), planned)
    kept = read(desk.workspace, lambda c: one_row(c, "select * from claims where claim_id = 'CLM-000001'"))
    assert kept is not None
    found = last_checklist(desk, "export-3100001", str(kept["poe_sha256"]))
    assert found is not None
    assert {finding.workload for finding in found.findings if finding.workload} == {"EXO", "SPO"}
    assert {finding.item for finding in found.open_findings} == {Item.SIGNATURE, Item.DATE}
    proof.complete("See page 2.", True)
    with zipfile.ZipFile(io.BytesIO(proof.pack())) as pack:
        assert "poe_1.docx" in pack.namelist()


def test_a_claim_brought_in_before_it_had_a_form_gets_one_with_the_next_list(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    bring_in_listed(desk, listed())

    def as_it_was(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("delete from claim_drafts")
        connection.execute("update claims set submitted_on = null")

    write(desk.workspace, as_it_was)
    assert [one.sentence for one in bring_in_listed(desk, listed())] == ["Known already."] * 3
    kept = read(desk.workspace, lambda c: rows(c, "select submitted_on from claims order by claim_id"))
    assert [row["submitted_on"] for row in kept] == [date(2026, 11, 2), date(2026, 9, 1), None]
    assert draft_of(desk, "export-3100001").filed_claim_id == "CLM-000001"


def test_what_a_list_holds_waits_until_it_is_brought_in(tmp_path: Path) -> None:
    assert claimable.LISTED_COUNT.name == "associations/listed_count"
    dated = {"status": "Submitted", "submitted_on": date(2026, 11, 2)}
    claims: list[dict[str, Any]] = [
        {"claim_id": "3100001", "tenant_id": tenant_id(1), "workload_name": "SPO", "claim_name": "One", **dated},
        {"claim_id": "3100001", "tenant_id": tenant_id(1), "workload_name": "EXO", "claim_name": "One", **dated},
        {"claim_id": "3100002", "tenant_id": tenant_id(2), "workload_name": "EXO", **dated},
        {"claim_id": None, "tenant_id": tenant_id(1), "workload_name": "INTUNE", "status": "Draft"},
    ]
    people = [customer(1), customer(2, account_manager_id="ben")]
    door = warehouse(
        tmp_path, Import([Use(1, "EXO", 0, 1, 2), Use(2, "EXO", 0, 1, 2)], customers=people, claims=claims)
    )
    frame = door.ask(claimable.LISTED, viewer=ADMIN).frame
    assert frame.select("claim_number", "claim_name", "workloads").rows() == [
        ("3100001", "One", "EXO,SPO"),
        ("3100002", None, "EXO"),
    ]
    ana = Viewer("ana", Role.ACCOUNT_MANAGER)
    assert [door.ask(claimable.LISTED_COUNT, viewer=one).frame.item() for one in (ADMIN, ana)] == [2, 1]
    assert door.ask(claimable.LISTED, viewer=ana).frame["claim_number"].to_list() == ["3100001"]
    bring_in_listed(desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows()), frame)
    assert door.ask(claimable.LISTED, viewer=ADMIN).frame.is_empty()
    assert door.ask(claimable.LISTED_COUNT, viewer=ADMIN).frame.item() == 0
