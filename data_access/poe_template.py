"""What does a proof of execution look like, ready to be completed and signed? Prefilled from a form, as DOCX."""

import io
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.shared import Pt

from domain.proof import ClaimFacts
from domain.workloads import workload_name

_DISCLOSURE = (
    "Disclosure for public-sector customers in the United States and Puerto Rico: the partner may receive fees,"
    " incentives or other compensation from Microsoft in connection with the services described here."
)


def poe_template(facts: ClaimFacts, *, claim_name: str = "", activities: Mapping[str, str] | None = None) -> bytes:
    """A DOCX that shows every point reviewers look for, except what only the customer can add: name, signature, date.

    `activities`: workload code -> what was done; where it is missing a general sentence stands, to be made specific.
    """
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.author = ""
    document.add_heading("Proof of execution", level=1)
    if claim_name:
        document.add_paragraph(claim_name)
    _fields(
        document,
        [
            ("Partner", facts.partner_names[0] if facts.partner_names else ""),
            ("Customer", facts.customer_name),
            ("Customer domain", facts.domain),
            ("Customer tenant ID", facts.tenant_id),
        ],
    )
    document.add_heading("Activities by workload", level=2)
    _activities(document, facts, activities or {})
    if facts.needs_disclosure:
        document.add_heading("Public-sector disclosure", level=2)
        document.add_paragraph(_DISCLOSURE)
    document.add_heading("Customer acknowledgement", level=2)
    document.add_paragraph(
        f"{facts.customer_name or 'The customer'} confirms that the activities above were carried out for it."
    )
    _fields(
        document,
        [("Customer signature", ""), ("Name", ""), ("Title", ""), ("Date (day month year)", "")],
    )
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _fields(document: Document, rows: list[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value


def _activities(document: Document, facts: ClaimFacts, given: Mapping[str, str]) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = (
        "Workload",
        "What the partner did, with results and dates",
    )
    for code in facts.workloads:
        name = workload_name(code)
        cells = table.add_row().cells
        cells[0].text = name
        cells[1].text = given.get(code) or (
            f"Planned and configured {name}, rolled it out to the customer's users and trained them to use it."
        )
