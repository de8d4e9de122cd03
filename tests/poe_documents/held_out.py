"""Wordings the checker was not developed on: they tell how it does on the next partner's document."""

from tests.poe_documents.blocks import Block, Heading, Paragraph, Table
from tests.poe_documents.spec import Spec

_DISCLOSURE = (
    "As a government customer we were informed that Microsoft can pay commissions or other compensation to the partner"
    " named above."
)


def _disclosed(spec: Spec) -> list[Block]:
    return [Paragraph(_DISCLOSURE)] if spec.disclosure else []


def certificate(spec: Spec) -> list[Block]:
    """A completion certificate signed through an e-signature service."""
    said: dict[str, list[Block]] = {
        "customer": [
            Heading("Client sign-off"),
            Paragraph(f"DocuSigned by: {spec.signer}\nFull name: {spec.signer}\nDate signed: {spec.date_text}"),
        ],
        "partner": [
            Heading("Supplier sign-off"),
            Paragraph(f"DocuSigned by: Sam Seller\nFull name: Sam Seller\nDate signed: {spec.date_text}"),
        ],
        "blank": [Heading("Client sign-off"), Paragraph("Signature: [sign here]\nFull name: \nDate signed: ")],
        "none": [Paragraph("End of certificate.")],
    }
    items = "; ".join(
        f"{name} (onboarding of users, governance and support)" if spec.has_activities else name
        for _, name in spec.works
    )
    return [
        Heading("Certificate of completion"),
        Paragraph(f"Client: {spec.customer}\nService provider: {spec.partner}"),
        Paragraph(f"Directory (tenant) identifier\n{spec.tenant}\nVerified domain name\n{spec.domain}"),
        Paragraph(f"This is to certify that the following products have been addressed: {items}."),
        *([Paragraph(f"The engagement excludes {spec.outside}.")] if spec.outside else []),
        *_disclosed(spec),
        *said[spec.signed],
    ]


def french(spec: Spec) -> list[Block]:
    """A French attestation."""
    said: dict[str, list[Block]] = {
        "customer": [
            Paragraph(f"Pour le client {spec.customer}"),
            Paragraph(f"Nom : {spec.signer}\nSignature : {spec.signer}\nDate : {spec.date_text}"),
        ],
        "partner": [
            Paragraph(f"Pour le prestataire {spec.partner}"),
            Paragraph(f"Nom : Sam Seller\nSignature : Sam Seller\nDate : {spec.date_text}"),
        ],
        "blank": [Paragraph("Pour le client"), Paragraph("Nom : ........\nSignature : ........\nDate : ........")],
        "none": [Paragraph("Cordialement")],
    }
    work: list[Block] = [
        Paragraph(
            f"{name} : déploiement, formation des utilisateurs et accompagnement" if spec.has_activities else name
        )
        for _, name in spec.works
    ]
    return [
        Heading("Attestation de service fait"),
        Paragraph(f"Prestataire : {spec.partner}\nClient : {spec.customer}"),
        Paragraph(f"Domaine : {spec.domain}\nIdentifiant du locataire (tenant) : {spec.tenant}"),
        *work,
        *([Paragraph(f"Hors périmètre : {spec.outside}.")] if spec.outside else []),
        *_disclosed(spec),
        *said[spec.signed],
    ]


def sheet(spec: Spec) -> list[Block]:
    """A one-page service sheet, signed electronically in one sentence."""
    said: dict[str, list[Block]] = {
        "customer": [
            Paragraph("Acceptance by the client"),
            Paragraph(f"Electronically signed by {spec.signer}, Head of IT, on {spec.date_text}"),
        ],
        "partner": [
            Paragraph("Completed by the contractor"),
            Paragraph(f"Electronically signed by Sam Seller, Engineer, on {spec.date_text}"),
        ],
        "blank": [
            Paragraph("Acceptance by the client"),
            Paragraph("Signature of client: . . . . . . . . . .   Date: . . . ."),
        ],
        "none": [],
    }
    rows = (
        ("Delivered by", spec.partner),
        ("Delivered to", spec.customer),
        ("Web", f"https://{spec.domain}" if spec.domain else ""),
        ("Azure directory ID", spec.tenant.upper()),
    )
    work = [
        (name, "Enabled for 1,200 people; installed, piloted, coached key users" if spec.has_activities else "yes")
        for _, name in spec.works
    ]
    return [
        Heading("Service sheet"),
        Table(rows),
        Table((("Product", "Remarks"), *work)),
        *([Paragraph(f"{spec.outside} was not included.")] if spec.outside else []),
        *_disclosed(spec),
        *said[spec.signed],
    ]


WORDINGS = {"certificate": certificate, "french": french, "service sheet": sheet}
