"""What does a document show, right or wrong, whatever its wording?"""

from dataclasses import dataclass, field, replace
from datetime import date

from domain.proof import ClaimFacts
from domain.workloads import earlier_and_other_names

SUBMISSION_ON = date(2026, 11, 23)


@dataclass(frozen=True)
class Spec:
    """The values a wording puts on paper. `signed`: customer, partner, blank, none."""

    partner: str
    customer: str
    domain: str
    tenant: str
    date_text: str
    works: tuple[tuple[str, str], ...]
    signer: str = "Jane Doe"
    signed: str = "customer"
    has_activities: bool = True
    disclosure: bool = False
    outside: str = ""


@dataclass(frozen=True)
class Truth:
    """What a reviewer would say of each point: True, False, or None where nobody can tell (then: unsure)."""

    shows: dict[str, bool | None] = field(default_factory=dict)

    def but(self, **changed: bool | None) -> "Truth":
        names = {name.replace("_", " "): value for name, value in changed.items()}
        return Truth({**self.shows, **names})


@dataclass(frozen=True)
class Claim:
    """One made-up claim; its documents vary around it."""

    facts: ClaimFacts
    spec: Spec

    @property
    def truth(self) -> Truth:
        shows: dict[str, bool | None] = dict.fromkeys(
            ("partner name", "customer name", "customer domain", "tenant ID", "customer signature"), True
        )
        shows |= {"acknowledgement date": True, "activities": True}
        shows |= {f"workload: {code}": True for code in self.facts.workloads}
        return Truth(shows)


def claim(
    partner: str, customer: str, domain: str, tenant: str, works: tuple[tuple[str, str], ...], signer: str
) -> Claim:
    facts = ClaimFacts(
        (partner,),
        customer,
        domain,
        tenant,
        {code: earlier_and_other_names(code) for code, _ in works},
        SUBMISSION_ON,
    )
    return Claim(facts, Spec(partner, customer, domain, tenant, "12 September 2026", works, signer))


CLAIMS = (
    claim(
        "Northwind Consulting GmbH",
        "Contoso Ltd",
        "contoso.com",
        "3f2a1c3e-1111-4222-8333-abcdefabc001",
        (("EXO", "Exchange Online"), ("TEAMS_MEETINGS", "Teams Meetings")),
        "Jane Doe",
    ),
    claim(
        "Tailspin Toys Services, Inc.",
        "Müller & Söhne AG",
        "mueller-soehne.de",
        "3f2a1c3e-2222-4222-8333-abcdefabc002",
        (("INTUNE", "Microsoft Intune"), ("AADP", "Azure AD Premium"), ("MDE", "Defender for Endpoint")),
        "Peter Groß",
    ),
    claim(
        "Litware Partners LLP",
        "City of Westford",
        "westford.example.org",
        "3f2a1c3e-3333-4222-8333-abcdefabc003",
        (("TEAMS", "Microsoft Teams"), ("SPO", "SharePoint Online")),
        "Maria Álvarez",
    ),
    claim(
        "Adatum Cloud S.A.",
        "Wide World Importers Limited",
        "wideworldimporters.example",
        "3f2a1c3e-4444-4222-8333-abcdefabc004",
        (("COPILOT", "Microsoft 365 Copilot"), ("PROPLUS", "Microsoft 365 Apps")),
        "Ngozi Okafor",
    ),
)


def dated(spec: Spec, text: str) -> Spec:
    return replace(spec, date_text=text)
