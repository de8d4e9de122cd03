"""Does the document name the right partner, customer, domain and tenant?"""

import re
from contextlib import suppress

import idna

from domain.proof.companies import Match, core_and_forms, mentions
from domain.proof.findings import Finding, Item, Verdict
from domain.proof.months import without_marks
from domain.proof.reading import Reading

_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HOST = re.compile(r"[\w.@-]+\Z")
_TENANT_LABEL = re.compile(r"(?:tenant|directory|mandant\w*|verzeichnis)[^0-9]{0,40}$")


def company_finding(reading: Reading, item: Item, names: tuple[str, ...]) -> Finding:
    """Any of a company's legal names."""
    if not any(name.strip() for name in names):
        where = "organisation page" if item is Item.PARTNER else "claim"
        return Finding(item, Verdict.UNSURE, f"The name to look for is unknown: add it on the {where}.")
    places = [(place, name) for name in names for place in mentions(reading, name)]
    if not places:
        return Finding(item, Verdict.NOT_FOUND, f"'{names[0]}' does not appear in the document.")
    best, name = max(places, key=lambda each: (each[0].match, -each[0].page, -each[0].start))
    quote, page = reading.quote(best.page, best.start, best.end), best.page + 1
    match best.match:
        case Match.EXACT:
            return Finding(item, Verdict.FOUND, f"'{name}' is named.", quote, page)
        case Match.WITHOUT_FORM if len(core_and_forms(name)[0]) > 1:
            return Finding(item, Verdict.FOUND, f"'{name}' is named without its legal form.", quote, page)
        case Match.WITHOUT_FORM:
            why = f"The document names it without the legal form of '{name}'."
        case Match.LONGER_NAME:
            why = f"A longer name that contains '{name}' was found: it may be another company."
        case _:
            why = f"A name like '{name}' with another legal form was found."
    return Finding(item, Verdict.UNSURE, why, quote, page)


def domain_finding(reading: Reading, domain: str) -> Finding:
    """The customer's domain by itself or in a web address; only inside an e-mail address is unsure."""
    wanted = {domain.casefold()}
    with suppress(idna.IDNAError, UnicodeError):
        wanted |= {idna.encode(domain, uts46=True).decode(), idna.decode(idna.encode(domain, uts46=True))}
    weak: Finding | None = None
    for form in sorted(wanted):
        pattern = re.compile(rf"(?<![\w-]){re.escape(without_marks(form))}(?![\w-]|\.\w)")
        for page, folded in enumerate(reading.folded):
            for found in pattern.finditer(folded.text):
                start, end = folded.origin[found.start()], folded.origin[found.end() - 1] + 1
                quote = reading.quote(page, start, end)
                before = _HOST.search(folded.text, max(0, found.start() - 260), found.start())
                host = before[0] if before else ""
                if host in ("", "www."):
                    return Finding(Item.DOMAIN, Verdict.FOUND, f"'{domain}' is shown.", quote, page + 1)
                kind = "an e-mail address" if "@" in host else "a longer host name"
                why = f"'{domain}' appears only inside {kind}."
                weak = weak or Finding(Item.DOMAIN, Verdict.UNSURE, why, quote, page + 1)
    return weak or Finding(Item.DOMAIN, Verdict.NOT_FOUND, f"'{domain}' does not appear in the document.")


def tenant_finding(reading: Reading, tenant_id: str) -> Finding:
    """The tenant ID, also where line breaks cut it. One that differs is named, a second tenant's makes it unsure."""
    wanted = tenant_id.lower()
    nearest: Finding | None = None
    hit: Finding | None = None
    for page, squeezed in enumerate(reading.squeezed):
        for found in _GUID.finditer(squeezed.text):
            start, end = squeezed.origin[found.start()], squeezed.origin[found.end() - 1] + 1
            # Blanks are gone here, so whether the ID stands by itself shows only in the page as written.
            if not _stands_alone(reading.pages[page].text, start, end):
                continue
            quote = reading.quote(page, start, end)
            if found[0] == wanted:
                hit = hit or Finding(Item.TENANT, Verdict.FOUND, "The tenant ID is shown.", quote, page + 1)
                continue
            differs = sum(one != two for one, two in zip(found[0], wanted, strict=True))
            is_tenant = _TENANT_LABEL.search(squeezed.text[max(0, found.start() - 80) : found.start()]) is not None
            if is_tenant or differs <= 4:
                why = f"Another tenant ID is shown; it differs from the claim's in {differs} characters."
                nearest = nearest or Finding(Item.TENANT, Verdict.NOT_FOUND, why, quote, page + 1)
        plain = squeezed.text.find(wanted.replace("-", ""))
        if plain >= 0 and hit is None:
            quote = reading.quote(page, squeezed.origin[plain], squeezed.origin[plain + 31] + 1)
            hit = Finding(Item.TENANT, Verdict.FOUND, "The tenant ID is shown, without dashes.", quote, page + 1)
    if hit and nearest:
        why = "The claim's tenant ID is shown, and so is another one: check which of them the document is about."
        return Finding(Item.TENANT, Verdict.UNSURE, why, nearest.quote, nearest.page)
    return hit or nearest or Finding(Item.TENANT, Verdict.NOT_FOUND, "No tenant ID was found in the document.")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not re.match(r"[\w-]", text[end : end + 1]) and not re.match(r"[\w-]", text[start - 1 : start])
