"""Is the customer's acknowledgement there: signed, and dated within the months a reviewer accepts?"""

from collections.abc import Iterable

from domain.proof.dates import DateMention, dates_in, months_earlier
from domain.proof.findings import ClaimFacts, Finding, Item, Verdict
from domain.proof.parties import Party
from domain.proof.reading import Line, Reading
from domain.proof.signature import Signature
from domain.proof.signing_words import is_date_line


def signature_finding(places: list[Signature]) -> Finding:
    """The customer's signature with the signer's name."""
    for place in places:
        if place.party is Party.CUSTOMER and place.is_filled and (place.name or len(place.value.split()) > 1):
            return _finding(Verdict.FOUND, "The customer's block is signed and names the signer.", place)
    for place in places:
        if place.party is Party.CUSTOMER and place.is_filled:
            return _finding(Verdict.UNSURE, "The customer's block is signed, but no signer's name was read.", place)
    for place in places:
        if place.party in (Party.UNKNOWN, Party.BOTH) and place.is_filled:
            return _finding(Verdict.UNSURE, "There is a signature, but whose it is cannot be told for sure.", place)
    own = [place for place in places if place.party is not Party.PARTNER]
    pictured = [place for place in own if place.line.has_images]
    if pictured:
        return _finding(
            Verdict.UNSURE, "The signature line reads as empty; a handwritten signature cannot be read.", pictured[0]
        )
    if own:
        return _finding(Verdict.NOT_FOUND, "There is a place for the customer to sign, and it is empty.", own[0])
    if places:
        return _finding(Verdict.NOT_FOUND, "Only the partner's signature block was found.", places[0])
    return Finding(Item.SIGNATURE, Verdict.NOT_FOUND, "No signature block was found.")


def _finding(verdict: Verdict, why: str, place: Signature) -> Finding:
    return Finding(Item.SIGNATURE, verdict, why, " ".join(place.line.text.split()), place.line.page)


def date_finding(reading: Reading, places: list[Signature], facts: ClaimFacts) -> Finding:
    """The acknowledgement's date, within `valid_months` before the planned submission, both ends included."""
    settled = {mention.text: mention for mention in reading.dates}
    for parties, where in (((Party.CUSTOMER,), "the customer's signature"), (_UNCLEAR, "a signature")):
        blocks = [place for place in places if place.party in parties]
        beside, nearby = _dated(blocks, settled)
        if beside:
            return _judged(beside, facts, where)
        recent = [each for each in nearby if _verdict(each[0], facts) is not Verdict.NOT_FOUND]
        if recent:
            return _unsure(f"A date stands near {where}, but not as its date.", recent[0])
    elsewhere = [mention for mention in reading.dates if _verdict(mention, facts) is Verdict.FOUND]
    if elsewhere and any(place.party is not Party.PARTNER and place.line.has_images for place in places):
        why = "No date was read beside the customer's signature; a handwritten one cannot be read."
        return Finding(Item.DATE, Verdict.UNSURE, why)
    if elsewhere and (not places or any(place.party in _UNCLEAR and place.is_filled for place in places)):
        why = "The document shows a recent date, but not clearly as the date of the customer's signature."
        return Finding(Item.DATE, Verdict.UNSURE, why, elsewhere[0].text)
    return Finding(Item.DATE, Verdict.NOT_FOUND, "No date was found beside the customer's signature.")


_UNCLEAR = (Party.UNKNOWN, Party.BOTH)
Dated = list[tuple[DateMention, Line]]


def _dated(places: Iterable[Signature], settled: dict[str, DateMention]) -> tuple[Dated, Dated]:
    """Dates of signature blocks: those that say they are its date (or share its line), and the others.

    The order of day and month is the one settled for the whole document.
    """
    beside: Dated = []
    nearby: Dated = []
    for place in places:
        is_labelled = False
        for line in place.lines:
            found = [(settled.get(each.text, each), line) for each in dates_in(line.text)]
            is_own = line is place.line or is_date_line(line) or is_labelled
            (beside if is_own else nearby).extend(found)
            # A label may stand on a line of its own, above its date.
            is_labelled = is_date_line(line) and not found
    return beside, nearby


def _verdict(mention: DateMention, facts: ClaimFacts) -> Verdict:
    oldest = months_earlier(facts.submission_on, facts.valid_months)
    inside = [oldest <= day <= facts.submission_on for day in mention.readings]
    if not any(inside):
        return Verdict.NOT_FOUND
    return Verdict.UNSURE if mention.is_ambiguous else Verdict.FOUND


def _judged(dated: list[tuple[DateMention, Line]], facts: ClaimFacts, where: str) -> Finding:
    verdicts = {_verdict(mention, facts) for mention, _ in dated}
    if len(verdicts) > 1 and Verdict.FOUND in verdicts:
        return _unsure(f"Several dates stand at {where}; which one counts cannot be told.", dated[0])
    mention, line = dated[0]
    oldest = months_earlier(facts.submission_on, facts.valid_months)
    quote = " ".join(line.text.split())
    match _verdict(mention, facts):
        case Verdict.FOUND:
            why = f"Dated {mention.readings[0]:%d %b %Y}, on or after {oldest:%d %b %Y}."
            return Finding(Item.DATE, Verdict.FOUND, why, quote, line.page, day=mention.readings[0])
        case Verdict.UNSURE:
            readings = " or ".join(f"{day:%d %b %Y}" for day in mention.readings)
            return _unsure(f"'{mention.text}' can be read as {readings}.", dated[0])
        case _ if mention.readings[0] > facts.submission_on:
            why = f"Dated {mention.readings[0]:%d %b %Y}, after the planned submission."
            return _unsure(why + " Check the date, or plan the submission for later.", dated[0])
        case _:
            why = f"Dated {mention.readings[0]:%d %b %Y}, before {oldest:%d %b %Y}: too old for this submission."
            day = None if mention.is_ambiguous else mention.readings[0]
            return Finding(Item.DATE, Verdict.NOT_FOUND, why, quote, line.page, day=day)


def _unsure(why: str, dated: tuple[DateMention, Line]) -> Finding:
    return Finding(Item.DATE, Verdict.UNSURE, why, " ".join(dated[1].text.split()), dated[1].page)
