"""Did the customer sign, and on which day?

A signature counts only where the text shows one (a typed, digital or "/s/" signature). A blank line may carry ink that
text extraction cannot see, so it is "unsure" where the page holds a picture and "not found" where it does not.
"""

from dataclasses import dataclass

from domain.proof.parties import Parties, Party
from domain.proof.reading import FoldedText, Line, Reading
from domain.proof.signing_words import NAME, NOT_A_PARTY_LINE, SIGN, after_label, cells, is_blank, is_date_line

_REACH = 7


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign. `lines` is the block it lies in; `value` is what stands there."""

    party: Party
    line: Line
    value: str
    name: str
    lines: tuple[Line, ...]
    is_certain_column: bool = True

    @property
    def is_filled(self) -> bool:
        return not is_blank(self.value)


def signatures(reading: Reading, parties: Parties) -> list[Signature]:
    """Every place to sign, in the document's order."""
    lines = reading.lines
    found: list[Signature] = []
    for index, line in enumerate(lines):
        if line.words_count > 16 or not SIGN.search(line.folded):
            continue
        found += _at(lines, index, parties)
    return found


def _at(lines: tuple[Line, ...], index: int, parties: Parties) -> list[Signature]:
    line = lines[index]
    own = parties.of_text(line.page, line.text) if not NOT_A_PARTY_LINE.search(line.folded) else Party.UNKNOWN
    signing = [each for each in cells(line) if SIGN.search(FoldedText.of(each).text)]
    # "Customer signature | /s/ Jane Doe" is one place and its value.
    places = [each for each in signing if not each.startswith("/s/")] or signing
    header, heading = _heading(lines, index, parties)
    columns = cells(lines[heading]) if heading is not None and header is Party.BOTH else []
    if own in (Party.CUSTOMER, Party.PARTNER) and len(places) <= 1:
        return [_signature(lines, index, own, _value(lines, index, line.text), parties)]
    if header is Party.BOTH or len(places) > 1 or own is Party.BOTH:
        return _by_column(lines, index, columns, places, parties)
    return [_signature(lines, index, header, _value(lines, index, line.text), parties)]


def _heading(lines: tuple[Line, ...], index: int, parties: Parties) -> tuple[Party, int | None]:
    for back in range(index - 1, max(-1, index - _REACH - 1), -1):
        party = parties.of_line(lines[back])
        if party is not Party.UNKNOWN:
            return party, back
    return Party.UNKNOWN, None


def _by_column(
    lines: tuple[Line, ...], index: int, columns: list[str], places: list[str], parties: Parties
) -> list[Signature]:
    """Two parties side by side: the column decides, where columns can be told apart."""
    line, row = lines[index], cells(lines[index])
    whose = [parties.of_text(line.page, each) for each in columns]
    if len(places) > 1:
        # Signature: A   Signature: B
        values = [after_label(each) for each in places]
        whose = [party for party in whose if party in (Party.CUSTOMER, Party.PARTNER)]
        if len(whose) == len(values):
            return [
                _signature(lines, index, party, value, parties, column)
                for column, (party, value) in enumerate(zip(whose, values, strict=True))
            ]
    elif len(columns) == len(row):
        # A header row with a blank or titled first cell, one row per field.
        return [
            _signature(lines, index, party, value, parties, column)
            for column, (party, value) in enumerate(zip(whose, row, strict=True))
            if party in (Party.CUSTOMER, Party.PARTNER)
        ]
    elif len(columns) == len(row) - 1:
        # A header row without a cell over the labels.
        return [
            _signature(lines, index, party, value, parties, column + 1)
            for column, (party, value) in enumerate(zip(whose, row[1:], strict=True))
            if party in (Party.CUSTOMER, Party.PARTNER)
        ]
    return [Signature(Party.BOTH, line, after_label(line.text), "", _block(lines, index, parties), False)]


def _signature(
    lines: tuple[Line, ...], index: int, party: Party, value: str, parties: Parties, column: int | None = None
) -> Signature:
    block = _block(lines, index, parties) if column is None else _column(lines, index, column)
    labelled = [line for line in block if (label := NAME.search(line.folded)) and label.start() <= 12]
    names = [after_label(line.text) for line in labelled]
    name = next((each for each in names if not is_blank(each)), "")
    return Signature(party, lines[index], value, name, block)


def _block(lines: tuple[Line, ...], index: int, parties: Parties) -> tuple[Line, ...]:
    """The lines around a signature up to the next place that speaks of a party or of another signature."""
    first = last = index
    while first > max(0, index - _REACH):
        first -= 1
        if parties.of_line(lines[first]) is not Party.UNKNOWN or SIGN.search(lines[first].folded):
            break
    while last < min(len(lines) - 1, index + _REACH):
        if parties.of_line(lines[last + 1]) is not Party.UNKNOWN or SIGN.search(lines[last + 1].folded):
            break
        last += 1
    # A heading that itself holds the other party's signature belongs to that block.
    if first != index and SIGN.search(lines[first].folded):
        first += 1
    return lines[first : last + 1]


def _column(lines: tuple[Line, ...], index: int, column: int) -> tuple[Line, ...]:
    """One column of the rows around a signature, as "label: value" lines."""
    width = len(cells(lines[index]))
    rows = []
    for line in lines[max(0, index - _REACH) : index + _REACH + 1]:
        row = cells(line)
        if len(row) != width:
            continue
        label = "" if column == 0 or ":" in row[column] else f"{row[0].rstrip(':')}: "
        text = f"{label}{row[column]}"
        rows.append(Line(line.page, text, line.has_images))
    return tuple(rows)


def _value(lines: tuple[Line, ...], index: int, text: str) -> str:
    """What stands at a signature's label, or on the next line when the label stands alone."""
    value = after_label(text)
    if value or index + 1 >= len(lines):
        return value
    following = lines[index + 1]
    if ":" in following.text or is_date_line(following) or SIGN.search(following.folded):
        return ""
    return following.text if following.words_count <= 6 else ""
