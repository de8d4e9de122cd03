"""What is inside the file somebody dropped? Text tables, as UTF-8 on disk, whatever the name says.

Contents are sniffed: archives are unpacked within limits, workbooks become text, an image named .csv is refused.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from data_access.importing.spreadsheet import sheet_as_csv
from data_access.importing.text_form import Lines, as_plain_text, form_of, lines_of
from data_access.importing.unpacking import unpacked_gzip, unpacked_members
from data_access.settings import Settings
from domain.errors import BadInput

_HEADER_CHARACTERS = 256 << 10
_PREAMBLE_LINES = 20
_MOST_COLUMNS = 2000
_EMPTY = ' ,;|\t\r\n\ufeff\u00a0"'
_NO_LINES = Lines(0, has_odd_blanks=False)
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_NOT_TABLES = {
    b"\x89PNG": "an image (PNG)",
    b"\xff\xd8\xff": "an image (JPEG)",
    b"GIF8": "an image (GIF)",
    b"%PDF": "a PDF document",
    b"MZ": "a Windows program",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file; save it as .xlsx or .csv",
    b"Rar!": "a RAR archive; use .zip",
    b"7z\xbc\xaf": "a 7-Zip archive; use .zip",
    b"PK\x05\x06": "an empty .zip archive",
    b"PAR1": "a Parquet file",
}


@dataclass(frozen=True, slots=True)
class TextTable:
    """One table of text, UTF-8 on disk. `name` is what the viewer called it; `sha256` is of the unpacked bytes.

    `header_line` is the line the column names stand on, from 1. JSON documents have no header; a table made from
    one says in `lines` which of the document's entries each record came from.
    """

    name: str
    file: Path
    sha256: str
    delimiter: str
    header: tuple[str, ...]
    header_line: int
    form: Lines = _NO_LINES
    is_json: bool = False
    lines: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Unopened:
    """A file, or an archive's member, that holds no table, and the sentence that says what it is."""

    name: str
    failure: BadInput


def open_tables(file: Path, name: str, work: Path, settings: Settings) -> Iterator[TextTable | Unopened]:
    """The tables of a file: one, or one a member of a .zip. `work` receives unpacked copies.

    A member that is no table does not stop the others.
    """
    try:
        for inner, member in _members(file, name, work, settings):
            try:
                yield _open_member(inner, member, work, settings)
            except BadInput as refusal:
                yield Unopened(inner, refusal)
            if member != file:
                member.unlink(missing_ok=True)
    except BadInput as refusal:
        yield Unopened(name, refusal)


def _members(file: Path, name: str, work: Path, settings: Settings) -> Iterator[tuple[str, Path]]:
    if not file.is_file():
        raise BadInput(f"{name}: expected a file, but there is none at this path.")
    head = _head(file)
    if head.startswith(_ZIP) and not _is_workbook(file, name):
        yield from unpacked_members(file, name, work, settings)
    elif head.startswith(_GZIP):
        yield name, unpacked_gzip(file, name, work, settings)
    else:
        yield name, file


def _open_member(name: str, file: Path, work: Path, settings: Settings) -> TextTable:
    head = _head(file)
    if head.startswith(_GZIP) or (head.startswith(_ZIP) and not _is_workbook(file, name)):
        raise BadInput(f"{name} is an archive inside an archive; unpack it once and try again.")
    if head.startswith(_ZIP):
        return _text_table(name, sheet_as_csv(file, name, work, settings), work, settings, file)
    return _text_table(name, file, work, settings, file)


def _is_workbook(file: Path, name: str) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError) as broken:
        raise BadInput(f"{name} is not a readable .zip archive or workbook.") from broken


def _text_table(name: str, file: Path, work: Path, settings: Settings, dropped: Path) -> TextTable:
    """The table that a file of text is; `dropped` is what somebody brought, a workbook or the text itself."""
    head, size = _head(file), file.stat().st_size
    if size == 0:
        raise BadInput(f"{name} is empty; expected a table with a header line.")
    if size > settings.upload_limit_mb << 20:
        raise BadInput(f"{name} is larger than {settings.upload_limit_mb} MB, the limit for one import.")
    for magic, what in _NOT_TABLES.items():
        if head.startswith(magic):
            raise BadInput(f"{name} is {what}; expected a CSV, TSV, XLSX or JSON export.")
    # Hashing takes as long as the look at the text, and needs no interpreter.
    with ThreadPoolExecutor(1) as beside:
        digest = beside.submit(_digest, dropped)
        text = as_plain_text(file, form_of(file, name), work, name)
        with text.open(encoding="utf-8-sig", newline="") as handle:
            first = handle.read(_HEADER_CHARACTERS)
        if first.lstrip()[:1] in ("{", "["):
            return TextTable(name, text, digest.result(), ",", (), 1, is_json=True)
        delimiter, header, line = _header(first, name)
        lines = lines_of(text, delimiter, name, settings)
        return TextTable(name, text, digest.result(), delimiter, header, line, lines)


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _head(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(8)


def _header(first: str, name: str) -> tuple[str, tuple[str, ...], int]:
    """Delimiter, header cells and the line they stand on; blank lines and a `sep=` line may come first."""
    if first.lstrip()[:1] == "<":
        raise BadInput(f"{name} is a web page or XML, not a table; expected a CSV, TSV, XLSX or JSON export.")
    for number, line in enumerate(io.StringIO(first, newline=None), start=1):
        if number > _PREAMBLE_LINES:
            break
        if not line.strip(_EMPTY) or line.lower().startswith("sep="):
            continue
        if any(ord(char) < ord(" ") and char not in "\t\n" for char in line):
            break
        if not line.endswith("\n") and len(first) >= _HEADER_CHARACTERS:
            raise BadInput(
                f"{name} has a first line of more than {_HEADER_CHARACTERS >> 10} KB; expected column names."
            )
        delimiter = max(",;\t|", key=lambda mark: len(_cells(line, mark)))
        cells = _cells(line, delimiter)
        if len(cells) > _MOST_COLUMNS:
            raise BadInput(f"{name} has {len(cells)} columns; at most {_MOST_COLUMNS} are taken.")
        return delimiter, tuple(cell.strip() for cell in cells), number
    raise BadInput(f"{name} has no header line; expected the column names of a Partner Center or Graph export.")


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
    except csv.Error:
        return []
