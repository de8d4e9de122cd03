"""What does a person need at hand to file a claim in Partner Center? Everything, in the wizard's order, in one ZIP."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from data_access.documents import DocumentStore
from data_access.registry.contacts import contacts_of
from data_access.registry.copies import read
from data_access.registry.desk import Desk
from data_access.registry.events import claim_row
from data_access.registry.proofs import last_checklist
from data_access.registry.rows import rows
from domain.proof import Checklist
from domain.workloads import workload_name

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ENDINGS = {"pdf": "pdf", "docx": "docx", "png": "png", "jpeg": "jpg"}
Line = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Document:
    sha256: str
    kind: str


def claim_pack(desk: Desk, claim_id: str, store: DocumentStore) -> bytes:
    """A ZIP: fields.txt and fields.csv (step, field, value), the documents, and each one's checklist."""
    lines, documents, form_id = read(desk.workspace, lambda connection: _gathered(connection, desk, claim_id))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("fields.txt", _readable(claim_id, lines))
        archive.writestr("fields.csv", _csv([("step", "field", "value"), *lines]))
        for number, document in enumerate(documents, start=1):
            name = f"poe_{number}"
            archive.writestr(f"{name}.{_ENDINGS[document.kind]}", store.read(document.sha256))
            checklist = last_checklist(desk, form_id, document.sha256)
            if checklist:
                archive.writestr(f"{name}_checklist.csv", _csv(_checked(checklist)))
    return stream.getvalue()


def _gathered(
    connection: duckdb.DuckDBPyConnection, desk: Desk, claim_id: str
) -> tuple[list[Line], list[_Document], str]:
    claim = claim_row(connection, claim_id)
    desk.check_may_write(claim["tenant_id"])
    contacts = contacts_of(connection, claim["form_id"])
    customer, partner = contacts.get("customer_contact", {}), contacts.get("partner_contact", {})
    held = rows(
        connection, "select workload from claim_workloads where claim_id = $id order by workload", {"id": claim_id}
    )
    is_subscription = claim["solution_area"] == "Business Applications"
    what = "Subscription" if is_subscription else "Workload"
    lines: list[Line] = [
        ("1 Solution", "Solution area", claim["solution_area"]),
        ("1 Solution", "Partner role", claim["role"]),
        ("2 Details", "Claim name", claim["claim_name"]),
        ("2 Details", "Partner ID (location)", claim["location_id"]),
        ("2 Details", "Customer tenant ID", claim["tenant_id"]),
        ("2 Details", "Customer domain", claim["domain"]),
        ("2 Details", "Opt out of incentive payment", "Yes" if claim["opts_out_of_payment"] else "No"),
        *(
            ("3 Workloads", what, row["workload"] if is_subscription else workload_name(row["workload"]))
            for row in held
        ),
        ("4 Contacts", "Customer contact name", customer.get("name", "")),
        ("4 Contacts", "Customer contact title", customer.get("title", "")),
        ("4 Contacts", "Customer contact e-mail", customer.get("email", "")),
        ("4 Contacts", "Partner contact name", partner.get("name", "")),
        ("4 Contacts", "Partner contact e-mail", partner.get("email", "")),
        ("5 Proof of execution", "Comments", claim["comments"]),
        ("5 Proof of execution", "Acknowledgements", "Ticked" if claim["is_acknowledged"] else "Not ticked yet"),
    ]
    documents = rows(
        connection,
        "select d.sha256, d.media_type as kind from claim_documents as c join documents as d on c.sha256 = d.sha256"
        " where c.form_id = $form_id and c.removed_at is null order by c.attached_at, d.sha256",
        {"form_id": claim["form_id"]},
    )
    return lines, [_Document(**row) for row in documents], claim["form_id"]


def _readable(claim_id: str, lines: Sequence[Line]) -> str:
    shown = [f"Claim {claim_id}: what Partner Center asks for, in its order", ""]
    step = ""
    for each, field, value in lines:
        if each != step:
            shown += ["", each]
            step = each
        shown.append(f"  {field}: {value or '-'}")
    return "\n".join(shown) + "\n"


def _checked(checklist: Checklist) -> list[tuple[str, ...]]:
    notes = {each.key: f"{each.reason} ({each.by})" for each in checklist.overrides}
    header: tuple[str, ...] = ("point", "found", "why", "quote", "page", "overridden because")
    return [
        header,
        *(
            (
                each.key,
                str(checklist.verdict(each)),
                each.why,
                each.quote,
                str(each.page or ""),
                notes.get(each.key, ""),
            )
            for each in checklist.findings
        ),
    ]


def _csv(lines: Sequence[Sequence[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([[_defused(cell) for cell in line] for line in lines])
    return "\ufeff" + stream.getvalue()


def _defused(cell: str) -> str:
    """A cell a spreadsheet will not run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
