"""In which words do partners write a proof of execution? The families the checker was developed on."""

from tests.poe_documents.blocks import Block, Heading, Paragraph, Table
from tests.poe_documents.spec import Spec

_DONE = (
    "was planned, configured and rolled out to all users",
    "was deployed in three waves; we trained 40 champions and ran adoption workshops",
    "was migrated from the former platform, with user training and monthly usage reviews",
)
_DISCLOSURE = (
    "Public sector disclosure: the partner may receive fees or incentives from Microsoft for the services described in"
    " this document."
)


def _disclosed(spec: Spec) -> list[Block]:
    return [Paragraph(_DISCLOSURE)] if spec.disclosure else []


def _outside(spec: Spec) -> list[Block]:
    return [Paragraph(f"Out of scope of this engagement: {spec.outside}.")] if spec.outside else []


def letter(spec: Spec) -> list[Block]:
    """An English letter with the customer's block at the end."""
    work: list[Block] = [
        Paragraph(f"{name} {_DONE[number % 3]} between March and August." if spec.has_activities else f"{name}.")
        for number, (_, name) in enumerate(spec.works)
    ]
    ends: dict[str, list[Block]] = {
        "customer": [
            Paragraph(f"Signed for and on behalf of {spec.customer or 'the customer'}"),
            Paragraph(f"Name: {spec.signer}\nTitle: IT Director\nSignature: /s/ {spec.signer}\nDate: {spec.date_text}"),
        ],
        "partner": [
            Paragraph(f"Signed for and on behalf of the partner {spec.partner}"),
            Paragraph(f"Name: Sam Seller\nSignature: /s/ Sam Seller\nDate: {spec.date_text}"),
        ],
        "blank": [
            Paragraph("Signed for and on behalf of the customer"),
            Paragraph("Name: ____________\nSignature: ____________\nDate: ____________"),
        ],
        "none": [Paragraph("Kind regards")],
    }
    return [
        Heading("Proof of execution"),
        Paragraph(
            f"This letter confirms that {spec.partner or 'our partner'} carried out the following services for"
            f" {spec.customer or 'us'}"
            + (f" (domain {spec.domain}," if spec.domain else " (")
            + (f" tenant ID {spec.tenant})." if spec.tenant else " see contract).")
        ),
        *work,
        *_outside(spec),
        *_disclosed(spec),
        *ends[spec.signed],
    ]


def form(spec: Spec) -> list[Block]:
    """Tables of labels and values."""
    signature = f"{spec.signer}" if spec.signed == "customer" else ""
    rows: list[tuple[str, ...]] = [("Workload", "Activities performed")]
    rows += [
        (name, "Assessment, deployment planning, configuration and end-user training" if spec.has_activities else "-")
        for _, name in spec.works
    ]
    acknowledgement: list[Block] = []
    if spec.signed in ("customer", "blank"):
        acknowledgement = [
            Heading("Customer acknowledgement"),
            Table(
                (
                    ("Customer signature", f"/s/ {signature}" if signature else "________________"),
                    ("Name", signature or "________________"),
                    ("Title", "CIO" if signature else ""),
                    ("Date", spec.date_text if signature else "________________"),
                )
            ),
        ]
    elif spec.signed == "partner":
        acknowledgement = [
            Heading("Partner confirmation"),
            Table((("Partner signature", "/s/ Sam Seller"), ("Name", "Sam Seller"), ("Date", spec.date_text))),
        ]
    return [
        Heading("CPOR proof of execution"),
        Table(
            (
                ("Partner company", spec.partner),
                ("Customer company", spec.customer),
                ("Customer domain", spec.domain),
                ("Customer tenant ID", spec.tenant),
            )
        ),
        Table(tuple(rows)),
        *_outside(spec),
        *_disclosed(spec),
        *acknowledgement,
    ]


def statement_of_work(spec: Spec) -> list[Block]:
    """A statement of work; both parties sign side by side in one table."""
    customer = {"customer": spec.signer, "partner": "", "blank": "", "none": ""}[spec.signed]
    signing = Table(
        (
            ("", "Customer", "Partner"),
            ("Signature", f"/s/ {customer}" if customer else "____________", "/s/ Sam Seller"),
            ("Name", customer or "____________", "Sam Seller"),
            ("Date", spec.date_text if customer else "____________", "10 September 2026"),
        )
    )
    end: list[Block] = [] if spec.signed == "none" else [Heading("Acceptance"), signing]
    work: list[Block] = [
        Paragraph(
            f"- {name}: pilot, deployment and change management for all departments"
            if spec.has_activities
            else f"- {name}"
        )
        for _, name in spec.works
    ]
    return [
        Heading("Statement of work and acceptance"),
        Paragraph(f"Between {spec.customer or 'the client'} and {spec.partner or 'the contractor'}."),
        Paragraph(f"Microsoft 365 tenant: {spec.tenant or 'see annex'}\nPrimary domain: {spec.domain or 'see annex'}"),
        Heading("Scope"),
        *work,
        *_outside(spec),
        *_disclosed(spec),
        *end,
    ]


def german(spec: Spec) -> list[Block]:
    """A German confirmation."""
    work: list[Block] = [
        Paragraph(f"{name}: Planung, Einführung und Schulung der Anwender" if spec.has_activities else f"{name}")
        for _, name in spec.works
    ]
    ends: dict[str, list[Block]] = {
        "customer": [
            Paragraph(f"Für den Kunden {spec.customer}:"),
            Paragraph(f"Name: {spec.signer}\nUnterschrift: gez. {spec.signer}\nDatum: {spec.date_text}"),
        ],
        "partner": [
            Paragraph(f"Für den Dienstleister {spec.partner}:"),
            Paragraph(f"Name: Sam Seller\nUnterschrift: gez. Sam Seller\nDatum: {spec.date_text}"),
        ],
        "blank": [
            Paragraph("Für den Kunden:"),
            Paragraph("Name: ____________\nUnterschrift: ____________\nDatum: ____________"),
        ],
        "none": [Paragraph("Mit freundlichen Grüßen")],
    }
    return [
        Heading("Leistungsnachweis"),
        Paragraph(
            f"Hiermit bestätigen wir, dass {spec.partner or 'unser Dienstleister'} die folgenden Leistungen für"
            f" {spec.customer or 'uns'} erbracht hat."
        ),
        Paragraph(f"Domäne: {spec.domain or '-'}\nMandanten-ID (Tenant): {spec.tenant or '-'}"),
        *work,
        *([Paragraph(f"Nicht enthalten: {spec.outside}.")] if spec.outside else []),
        *_disclosed(spec),
        *ends[spec.signed],
    ]


WORDINGS = {"letter": letter, "form": form, "statement of work": statement_of_work, "german": german}
