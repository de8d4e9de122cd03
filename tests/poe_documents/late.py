"""Wordings written after the check stood, to see how it does on what nobody thought of. See benchmarks/RESULTS.md."""

from tests.poe_documents.blocks import Block, Heading, Paragraph, Table
from tests.poe_documents.spec import Spec

_DISCLOSURE = (
    "Government entities: Microsoft might pay the contractor an incentive for this work, which is disclosed hereby."
)


def _disclosed(spec: Spec) -> list[Block]:
    return [Paragraph(_DISCLOSURE)] if spec.disclosure else []


def contract(spec: Spec) -> list[Block]:
    """The end of an English contract: two columns of "By:" lines."""
    customer, partner = (spec.customer or "the Client").upper(), (spec.partner or "the Contractor").upper()
    signer = spec.signer if spec.signed == "customer" else "______________"
    when = spec.date_text if spec.signed == "customer" else "______________"
    lines = Table(
        (
            (customer, partner),
            (f"By: {signer}", "By: Sam Seller"),
            (f"Name: {signer}", "Name: Sam Seller"),
            ("Title: Chief Information Officer", "Title: Partner"),
            (f"Date: {when}", "Date: September 1, 2026"),
        )
    )
    end: list[Block] = [Paragraph("IN WITNESS WHEREOF the parties have signed:"), lines]
    work: list[Block] = [
        Paragraph(
            f"{number}. {name}. The Contractor prepared, configured and introduced the service and trained its users."
            if spec.has_activities
            else f"{number}. {name}."
        )
        for number, (_, name) in enumerate(spec.works, start=1)
    ]
    return [
        Heading("Exhibit B - Services rendered"),
        Paragraph(
            f"{spec.partner or 'The Contractor'} (the Contractor) rendered the services below to"
            f" {spec.customer or 'the Client'} (the Client)"
            + (f", whose Microsoft tenant is {spec.tenant}" if spec.tenant else "")
            + (f", reachable at www.{spec.domain}." if spec.domain else ".")
        ),
        *work,
        *([Paragraph(f"{spec.outside} is planned for later and not part of this exhibit.")] if spec.outside else []),
        *_disclosed(spec),
        *(end if spec.signed != "none" else []),
    ]


def spanish(spec: Spec) -> list[Block]:
    """A Spanish certificate of conformity."""
    said: dict[str, list[Block]] = {
        "customer": [
            Paragraph(f"Por el cliente, {spec.customer}"),
            Paragraph(f"Firmado por: {spec.signer}\nNombre: {spec.signer}\nFecha: {spec.date_text}"),
        ],
        "partner": [
            Paragraph(f"Por el proveedor, {spec.partner}"),
            Paragraph(f"Firmado por: Sam Seller\nNombre: Sam Seller\nFecha: {spec.date_text}"),
        ],
        "blank": [
            Paragraph("Por el cliente"),
            Paragraph("Firmado por: ..........\nNombre: ..........\nFecha: ........."),
        ],
        "none": [Paragraph("Atentamente")],
    }
    work: list[Block] = [
        Paragraph(f"{name}: despliegue, configuración y formación de usuarios" if spec.has_activities else name)
        for _, name in spec.works
    ]
    return [
        Heading("Acta de conformidad"),
        Paragraph(f"Proveedor: {spec.partner}\nCliente: {spec.customer}\nDominio: {spec.domain}"),
        Paragraph(f"Id. de inquilino (tenant): {spec.tenant}"),
        *work,
        *([Paragraph(f"No incluido: {spec.outside}.")] if spec.outside else []),
        *_disclosed(spec),
        *said[spec.signed],
    ]


def dutch(spec: Spec) -> list[Block]:
    """A Dutch acceptance form as one table."""
    signed = {
        "customer": (("Handtekening klant", spec.signer), ("Naam", spec.signer), ("Datum", spec.date_text)),
        "partner": (("Handtekening leverancier", "Sam Seller"), ("Naam", "Sam Seller"), ("Datum", spec.date_text)),
        "blank": (("Handtekening klant", ""), ("Naam", ""), ("Datum", "")),
        "none": (),
    }[spec.signed]
    work = tuple(
        (name, "Inrichting, uitrol en training voor alle afdelingen" if spec.has_activities else "-")
        for _, name in spec.works
    )
    return [
        Heading("Acceptatieformulier"),
        Table(
            (
                ("Leverancier", spec.partner),
                ("Klant", spec.customer),
                ("Domein", spec.domain),
                ("Tenant-ID", spec.tenant),
                *work,
                *signed,
            )
        ),
        *([Paragraph(f"Buiten scope: {spec.outside}.")] if spec.outside else []),
        *_disclosed(spec),
    ]


def minutes(spec: Spec) -> list[Block]:
    """Minutes of an acceptance meeting, in prose."""
    names = ", ".join(name for _, name in spec.works)
    said = {
        "customer": f"Signed by {spec.signer} (for the customer) on {spec.date_text}.",
        "partner": f"Signed by Sam Seller (for the supplier) on {spec.date_text}.",
        "blank": "Customer signature: ________ Date: ________",
        "none": "Meeting closed.",
    }[spec.signed]
    done = (
        f"{spec.partner or 'The supplier'} presented the results: {names} were deployed and adopted by the teams."
        if spec.has_activities
        else f"{spec.partner or 'The supplier'} listed: {names}."
    )
    return [
        Heading("Minutes of the acceptance meeting"),
        Paragraph(
            f"Present for {spec.customer or 'the customer'}: {spec.signer}. Present for the supplier: Sam Seller."
        ),
        Paragraph(done),
        Paragraph(
            f"Tenant: {spec.tenant or 'n/a'}. Domain: {spec.domain or 'n/a'}. The meeting was on 1 September 2026."
        ),
        *([Paragraph(f"{spec.outside} was excluded from the acceptance.")] if spec.outside else []),
        *_disclosed(spec),
        Paragraph(said),
    ]


WORDINGS = {"contract": contract, "spanish": spanish, "dutch": dutch, "minutes": minutes}
