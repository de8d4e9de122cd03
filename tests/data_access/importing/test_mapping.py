"""Can any table be mapped by hand once, is it remembered, and does it then come in by itself?"""

from datetime import date

import pytest

from data_access.importing.mapping import forget_mapping, remember_mapping, remembered_mappings, suggested_mapping
from domain.errors import BadInput, NotAllowed
from tests.data_access.importing.desk import ADMIN, MANAGER, ONE, TWO, Desk, receipt, refusals, table, values

CLAIMS = ("Number", "Title", "Directory", "Company", "What was claimed", "State", "Location", "Sent", "Answered")
CLAIM_COLUMNS = {
    "claim_id": "Number",
    "claim_name": "Title",
    "tenant_id": "Directory",
    "customer_name": "Company",
    "workload_name": "What was claimed",
    "status": "State",
    "partner_id": "Location",
    "submitted_on": "Sent",
    "decided_on": "Answered",
}
CLAIM_TEXT = table(
    ",".join(CLAIMS),
    f"7001,Wave 1,{ONE},Acme,Exchange Online; Teams Meetings,APPROVED,481,2026-01-02,2026-01-09",
    f"7002,Wave 2,{TWO},Beta,spo,partner-action required,482,2026-03-02,",
    f"7003,Wave 3,{TWO},Beta,spo,Expired,482,2026-03-02,",
)


def test_a_claims_export_is_mapped_once_and_remembered(desk: Desk) -> None:
    assert not desk.look(CLAIM_TEXT).is_usable
    remember_mapping(desk.workspace, CLAIMS, "claims", CLAIM_COLUMNS, ADMIN)
    shuffled = table(
        "state,SENT,Number,Directory,What was claimed,Title,Location,Answered,Company", f"Draft,,,{ONE},EXO,W,,,"
    )
    outcome = desk.look(CLAIM_TEXT)
    columns = ("claim_id", "tenant_id", "workload_name", "status", "partner_id", "submitted_on", "decided_on")
    assert values(outcome, *columns, fact="claim") == [
        ("7001", ONE, "Exchange Online", "Approved", "481", date(2026, 1, 2), date(2026, 1, 9)),
        ("7001", ONE, "Teams Meetings", "Approved", "481", date(2026, 1, 2), date(2026, 1, 9)),
        ("7002", TWO, "spo", "Partner action required", "482", date(2026, 3, 2), None),
    ]
    assert refusals(outcome) == [
        (
            4,
            "State",
            "Expired",
            "expected one of Draft, Submitted, Under review, Partner action required, Approved, Rejected, Dispute, "
            "Rejected final",
        )
    ]
    assert desk.look(shuffled, "other.csv").is_usable


def test_our_own_claims_header_needs_no_mapping(desk: Desk) -> None:
    header = "Claim ID,Claim name,Status,Customer tenant ID,Workloads,Partner ID,Submitted on,Approved on"
    outcome = desk.look(table(header, f"7001,Wave 1,Under review,{ONE},Exchange Online,481,2026-01-02,"))
    assert values(outcome, "claim_id", "status", "decided_on", fact="claim") == [("7001", "Under review", None)]


def test_usage_of_ones_own_making(desk: Desk) -> None:
    header = ("Kunde", "Dienst", "Monat", "Aktive", "Lizenzen", "Vorgang")
    mapping = {
        "tenant_id": "Kunde",
        "workload_name": "Dienst",
        "month": "Monat",
        "mau": "Aktive",
        "pau": "Lizenzen",
        "claim_id": "Vorgang",
    }
    remember_mapping(desk.workspace, header, "usage", mapping, ADMIN)
    text = table(";".join(header), f"{ONE};Exchange;01.09.2026;1.250;2.000;C7", f"{ONE};Teams;01.09.2026;9;10;")
    outcome = desk.look(text)
    assert values(outcome, "workload_name", "month", "mau", "pau", "attribution") == [
        ("Exchange", date(2026, 9, 1), 1250, 2000, "CPOR"),
        ("Teams", date(2026, 9, 1), 9, 10, None),
    ]
    assert receipt(outcome)["source"] == "Mapped usage"


def test_a_mapping_goes_before_detection_and_can_be_forgotten(desk: Desk) -> None:
    header = ("tenant_id", "name", "team", "mau", "month", "service")
    columns = {name: name for name in ("tenant_id", "mau", "month")} | {"workload_name": "service"}
    text = table(",".join(header), f"{ONE},Acme,North,5,2026-09,EXO")
    remember_mapping(desk.workspace, header, "usage", columns, ADMIN)
    assert receipt(desk.look(text))["format"] == "mapped_usage"
    forget_mapping(desk.workspace, header, ADMIN)
    assert remembered_mappings(desk.workspace) == {}
    assert receipt(desk.look(text))["format"] == "own_customers"


@pytest.mark.parametrize(
    ("target", "columns", "part"),
    [
        ("usage", {"tenant_id": "a"}, "Name the column of workload_name, month, mau or pau too"),
        ("claims", {"tenant_id": "a", "claim_id": "b"}, "Name the column of workload_name, status too"),
        ("usage", {"tenant_id": "z"}, "“z” is no column of this file; expected one of a, b."),
        ("usage", {"seats": "a"}, "“seats” is no column of usage"),
        ("usage", {"tenant_id": "a", "mau": "A"}, "stands for two of ours"),
        ("licences", {}, "“licences” is no target of a mapping; expected one of usage, customers, claims."),
    ],
)
def test_a_mapping_that_cannot_work_is_refused(desk: Desk, target: str, columns: dict[str, str], part: str) -> None:
    with pytest.raises(BadInput, match=part.replace("(", r"\(")) as refused:
        remember_mapping(desk.workspace, ("a", "b"), target, columns, ADMIN)
    assert refused.value.sentence.endswith(".")


def test_only_incentives_admins_map(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        remember_mapping(desk.workspace, CLAIMS, "claims", CLAIM_COLUMNS, MANAGER)


def test_a_mapping_is_suggested_by_likeness() -> None:
    header = ("Claim number", "Name of the claim", "Customer tenant", "Customer", "Claimed workloads", "Claim status")
    assert suggested_mapping(header, "claims") == {
        "claim_id": "Claim number",
        "tenant_id": "Customer tenant",
        "customer_name": "Customer",
        "workload_name": "Claimed workloads",
        "status": "Claim status",
    }
    assert suggested_mapping(("x", "y", ""), "usage") == {}
