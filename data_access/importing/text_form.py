"""How are a file's bytes written as text, and can every line of it be read?

What comes out is UTF-8 with one kind of line end; a file that is that already is used where it lies. Lines and
quotation marks are bounded here, because a line past every buffer would otherwise vanish without a word.
"""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data_access.settings import Settings
from domain.errors import BadInput

_CHUNK = 512 << 10
"""Read at once. What is read stays near the processor: blocks of 4 MB took three times as long to tell an encoding."""
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_ODD_BLANKS = ("\u00a0".encode(), "\u202f".encode())
"""Their first bytes are rare in text, and one byte is looked for ten times as fast as three."""
_BARE_UTF16 = {(True, False): "utf-16-be", (False, True): "utf-16-le"}


@dataclass(frozen=True, slots=True)
class Form:
    """`encoding` as Python names it; `is_plain`: UTF-8 with one kind of line end."""

    encoding: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """`has_odd_blanks`: cells may be surrounded by more than plain spaces (no-break spaces, tabs, line ends)."""

    count: int
    has_odd_blanks: bool


def form_of(file: Path, name: str) -> Form:
    """Whether the bytes are UTF-8, UTF-16 or (when neither fits) cp1252."""
    encoding, is_even = _encoding(file, name)
    return Form(encoding, encoding == "utf-8" and is_even)


def _encoding(file: Path, name: str) -> tuple[str, bool]:
    """How the bytes are to be read, and whether all lines end alike."""
    encoding = _announced(file)
    decoder = codecs.getincrementaldecoder(encoding)()
    feeds, returns, pairs, last, has_bare_feeds = 0, 0, 0, b"", False
    for block in _blocks(file):
        if not encoding.startswith("utf-16") and b"\0" in block:
            raise BadInput(f"{name} holds NUL bytes: it is not a text table. Expected a CSV or TSV export.")
        if returns or b"\r" in block:
            feeds += block.count(b"\n")
            returns += block.count(b"\r")
            pairs += block.count(b"\r\n") + (last == b"\r" and block[:1] == b"\n")
        else:
            has_bare_feeds = has_bare_feeds or b"\n" in block
        last = block[-1:]
        if encoding == "utf-8" and block.isascii() and not decoder.getstate()[0]:
            continue
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            if encoding != "utf-8":
                raise BadInput(f"{name} is not valid UTF-16; export it again as UTF-8.") from None
            encoding = "cp1252"
            decoder = codecs.getincrementaldecoder(encoding)("replace")
    if encoding == "utf-8" and decoder.getstate()[0]:
        encoding = "cp1252"
    return encoding, returns == 0 or (returns == feeds == pairs and not has_bare_feeds)


def as_plain_text(file: Path, form: Form, work: Path, name: str) -> Path:
    """The file itself when it is plain, else a copy in `work` that is."""
    if form.is_plain:
        return file
    target = work / f"{file.name}.utf8"
    with (
        file.open(encoding=form.encoding, errors="replace") as source,
        target.open("w", encoding="utf-8", newline="\n") as out,
    ):
        while text := source.read(_CHUNK):
            if "\0" in text:
                raise BadInput(f"{name} holds NUL characters: it is not a text table. Expected a CSV or TSV export.")
            out.write(text)
    return target


def lines_of(text: Path, delimiter: str, name: str, settings: Settings) -> Lines:
    """What the lines of a plain text are like; `BadInput` for a line, or a quoted cell, longer than any export's."""
    limit = settings.line_limit_kb << 10
    lines, has_odd_quotes, has_odd_blanks, rest = 0, False, False, b""
    odd_blanks = _ODD_BLANKS if delimiter == "\t" else (b"\t", *_ODD_BLANKS)

    def is_odd(lines: bytes) -> bool:
        return any(blank[:1] in lines and blank in lines for blank in odd_blanks)

    for block in _blocks(text):
        whole, newline, after = (rest + block).rpartition(b"\n")
        rest = after
        if len(rest) > limit or (newline and _is_long(whole, limit)):
            raise BadInput(f"{name} has a line longer than {settings.line_limit_kb} KB; no usual export does.")
        lines += whole.count(b"\n") + len(newline)
        has_odd_blanks = has_odd_blanks or is_odd(whole)
        if not has_odd_quotes and b'"' in whole:
            has_odd_quotes = any(line.count(b'"') & 1 for line in whole.split(b"\n"))
    has_odd_quotes = has_odd_quotes or bool(rest.count(b'"') & 1)
    if has_odd_quotes:
        _refuse_endless_quotes(text, delimiter, name, settings)
    return Lines(lines + bool(rest), has_odd_blanks or has_odd_quotes or is_odd(rest))


def records(text: Path, delimiter: str, settings: Settings) -> Iterator[tuple[int, int, bool]]:
    """(record number, first line, is blank) of each record, as the CSV grammar sees them; both from 1."""
    csv.field_size_limit(settings.line_limit_kb << 10)
    with text.open(encoding="utf-8", errors="replace", newline="") as handle:
        reader, before = csv.reader(handle, delimiter=delimiter), 0
        for record, cells in enumerate(reader, start=1):
            yield record, before + 1, not cells
            before = reader.line_num


def _announced(file: Path) -> str:
    with file.open("rb") as handle:
        head = handle.read(4)
    for bom, encoding in _BOMS.items():
        if head.startswith(bom):
            return encoding
    if len(head) < len(codecs.BOM_UTF16_LE) * 2:
        return "utf-8"
    return _BARE_UTF16.get((not any(head[::2]), not any(head[1::2])), "utf-8")


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as handle:
        while block := handle.read(_CHUNK):
            yield block


def _is_long(lines: bytes, limit: int) -> bool:
    start = 0
    while len(lines) - start > limit:
        end = lines.rfind(b"\n", start, start + limit + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def _refuse_endless_quotes(text: Path, delimiter: str, name: str, settings: Settings) -> None:
    line = 0
    try:
        for _, first_line, _ in records(text, delimiter, settings):
            line = first_line
    except csv.Error:
        raise BadInput(
            f"{name} opens a quotation mark after line {line} that is not closed within "
            f"{settings.line_limit_kb} KB; export it again."
        ) from None
