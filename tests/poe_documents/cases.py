"""Which documents are in the labelled set: good ones, and each defect reviewers name, in every wording?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.proof import ClaimFacts
from tests.poe_documents import held_out, late, wordings
from tests.poe_documents.blocks import Block, as_docx, as_pdf
from tests.poe_documents.spec import CLAIMS, Claim, Spec, Truth

GOOD_DATES = {
    "letter": ("12 September 2026", "September 12, 2026", "2026-09-12", "23 November 2025", "23 November 2026"),
    "form": ("12-Sep-2026", "09/25/2026", "25/09/2026", "12.09.2026"),
    "statement of work": ("12th September 2026", "Sept. 12, 2026", "2026/09/12"),
    "german": ("12. September 2026", "12.09.2026", "3. März 2026"),
    "certificate": ("12 Sep 2026", "9/25/2026", "Nov 23, 2025"),
    "french": ("12 septembre 2026", "1er août 2026", "25/09/2026"),
    "contract": ("September 12, 2026", "9/25/2026"),
    "spanish": ("12 de septiembre de 2026", "25/09/2026"),
    "dutch": ("12 september 2026", "25-09-2026"),
    "minutes": ("September 12th, 2026", "12 Sep 2026"),
    "service sheet": ("2026-09-12 10:31 UTC", "12 September 2026", "the 12th of September 2026"),
}
OLD_DATES = {
    "letter": ("22 November 2025", "12 September 2025"),
    "form": ("11/22/2025", "30.04.2025"),
    "statement of work": ("Nov 22, 2025",),
    "german": ("22. November 2025",),
    "certificate": ("12 Sep 2024",),
    "french": ("22 novembre 2025",),
    "service sheet": ("2025-11-22",),
    "contract": ("November 22, 2025",),
    "spanish": ("22 de noviembre de 2025",),
    "dutch": ("22 november 2025",),
    "minutes": ("November 22, 2025",),
}


GROUPS = {"developed on": wordings.WORDINGS, "held out": held_out.WORDINGS, "written later": late.WORDINGS}


@dataclass(frozen=True)
class Case:
    """One labelled document. `kind` is pdf or docx."""

    name: str
    wording: str
    group: str
    kind: str
    facts: ClaimFacts
    truth: Truth
    blocks: tuple[Block, ...]

    @property
    def content(self) -> bytes:
        return (as_pdf if self.kind == "pdf" else as_docx)(list(self.blocks))


def cases() -> Iterator[Case]:
    """Every labelled document, in a stable order; half are PDF, half DOCX."""
    number = 0
    for group, family in GROUPS.items():
        for wording, write in family.items():
            for place, (name, facts, spec, truth) in enumerate(_variants(wording)):
                kind = ("pdf", "docx")[(place + number) % 2]
                yield Case(f"{wording}: {name}", wording, group, kind, facts, truth, tuple(write(spec)))
            number += 1


Variant = tuple[str, ClaimFacts, Spec, Truth]


def _variants(wording: str) -> Iterator[Variant]:
    for number, text in enumerate(GOOD_DATES[wording]):
        for kind in range(2):
            each = CLAIMS[(2 * number + kind) % len(CLAIMS)]
            yield f"good {number}.{kind}, {text}", each.facts, replace(each.spec, date_text=text), each.truth
    good_date = GOOD_DATES[wording][0]
    for number, each in enumerate(CLAIMS):
        dated = Claim(each.facts, replace(each.spec, date_text=good_date))
        for name, facts, spec, truth in _defects(wording, dated):
            yield f"{name} ({number})", facts, spec, truth


def _defects(wording: str, claim: Claim) -> Iterator[Variant]:
    facts, spec, truth = claim.facts, claim.spec, claim.truth
    yield "no partner", facts, replace(spec, partner=""), truth.but(partner_name=False)
    yield "other partner", facts, replace(spec, partner="Proseware Ltd"), truth.but(partner_name=False)
    yield "no customer", facts, replace(spec, customer=""), truth.but(customer_name=False)
    namesake = f"{spec.customer.split()[0]} Energy Holdings plc"
    yield "namesake", facts, replace(spec, customer=namesake), truth.but(customer_name=False)
    yield "no domain", facts, replace(spec, domain=""), truth.but(**{"customer domain": False})
    yield "other domain", facts, replace(spec, domain=f"not{spec.domain}"), truth.but(**{"customer domain": False})
    yield "no tenant", facts, replace(spec, tenant=""), truth.but(**{"tenant ID": False})
    typo = f"{spec.tenant[:-1]}9"
    yield "tenant with a typo", facts, replace(spec, tenant=typo), truth.but(**{"tenant ID": False})
    unsigned = {"customer signature": False, "acknowledgement date": False}
    for signed in ("partner", "blank", "none"):
        yield f"signed: {signed}", facts, replace(spec, signed=signed), truth.but(**unsigned)
    yield "no date", facts, replace(spec, date_text=""), truth.but(acknowledgement_date=False)
    for text in OLD_DATES[wording]:
        yield f"old, {text}", facts, replace(spec, date_text=text), truth.but(acknowledgement_date=False)
    yield "ambiguous date", facts, replace(spec, date_text="11/12/2025"), truth.but(acknowledgement_date=None)
    code, shown = spec.works[0]
    less = replace(spec, works=spec.works[1:])
    yield "workload absent", facts, less, truth.but(**{f"workload: {code}": False})
    yield "workload excluded", facts, replace(less, outside=shown), truth.but(**{f"workload: {code}": False})
    yield "no activities", facts, replace(spec, has_activities=False), truth.but(activities=False)
    public = replace(facts, needs_disclosure=True)
    told = truth.but(**{"public-sector disclosure": True})
    yield "disclosed", public, replace(spec, disclosure=True), told
    yield "not disclosed", public, spec, truth.but(**{"public-sector disclosure": False})
    if any(code == "TEAMS" for code, _ in spec.works):
        longer = (("TEAMS", "Teams Phone"), *spec.works[1:])
        yield "longer name", facts, replace(spec, works=longer), truth.but(**{"workload: TEAMS": False})
