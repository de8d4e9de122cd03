"""Whose words are these, the customer's or the partner's?"""

from enum import IntEnum

from domain.proof.companies import Match, mentions
from domain.proof.findings import ClaimFacts
from domain.proof.reading import FoldedText, Line, Reading
from domain.proof.signing_words import CUSTOMER, NOT_A_PARTY_LINE, PARTNER


class Party(IntEnum):
    """Whose block a line is in."""

    UNKNOWN = 0
    CUSTOMER = 1
    PARTNER = 2
    BOTH = 3


class Parties:
    """Recognises the lines that say whose words follow."""

    def __init__(self, reading: Reading, facts: ClaimFacts) -> None:
        self._named = {Party.CUSTOMER: set[tuple[int, str]](), Party.PARTNER: set[tuple[int, str]]()}
        for party, names in ((Party.CUSTOMER, (facts.customer_name,)), (Party.PARTNER, facts.partner_names)):
            for name in names:
                for place in mentions(reading, name):
                    if place.match >= Match.WITHOUT_FORM:
                        shown = reading.pages[place.page].text[place.start : place.end]
                        self._named[party].add((place.page + 1, shown))

    def of_text(self, page: int, text: str) -> Party:
        """The parties a text of a page (from 1) speaks of."""
        folded = FoldedText.of(text).text
        customer = bool(CUSTOMER.search(folded)) or self._names(Party.CUSTOMER, page, text)
        partner = bool(PARTNER.search(folded)) or self._names(Party.PARTNER, page, text)
        return Party((Party.CUSTOMER if customer else 0) | (Party.PARTNER if partner else 0))

    def of_line(self, line: Line) -> Party:
        """The parties a short line speaks of, unless it is about a domain, a contact and the like."""
        if line.words_count > 14 or NOT_A_PARTY_LINE.search(line.folded):
            return Party.UNKNOWN
        return self.of_text(line.page, line.text)

    def _names(self, party: Party, page: int, text: str) -> bool:
        return any(at == page and shown in text for at, shown in self._named[party])
