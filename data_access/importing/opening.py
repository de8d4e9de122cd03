"""What is inside the file somebody dropped? Text tables, as UTF-8 on disk, whatever the name says.

Contents are sniffed: archives are unpacked within limits, workbooks become text, an image named .csv is refused.
"""

import codecs
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data_access.importing.spreadsheet import sheet_as_csv
from data_access.importing.unpacking import bound, unpacked_gzip, unpacked_members
from data_access.settings import Settings
from domain.errors import BadInput

_CHUNK = 4 << 20
_HEADER_BYTES = 64 << 10
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
    b"PAR1": "a Parquet file",
}
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class TextTable:
    """One table of text, UTF-8 on disk. `name` is what the viewer called it; `sha256` is of the unpacked bytes.

    `header_line` is the line the column names stand on, from 1. JSON documents have no header.
    """

    name: str
    file: Path
    sha256: str
    delimiter: str
    header: tuple[str, ...]
    header_line: int
    is_json: bool = False


def open_tables(file: Path, work: Path, settings: Settings, name: str | None = None) -> Iterator[TextTable]:
    """The tables of a file: one, or one a member of a .zip. `work` receives unpacked copies.

    Raises `BadInput` with a sentence for anything that is not a table.
    """
    name = name or file.name
    if not file.is_file():
        raise BadInput(f"{name}: expected a file, but there is none at this path.")
    head = _head(file)
    if head.startswith(_ZIP) and not _is_workbook(file, name, settings):
        for inner, member in unpacked_members(file, name, work, settings):
            if member.stat().st_size:
                yield _open_member(inner, member, work, settings)
    elif head.startswith(_GZIP):
        yield _open_member(name, unpacked_gzip(file, name, work, settings), work, settings)
    else:
        yield _open_member(name, file, work, settings)


def _open_member(name: str, file: Path, work: Path, settings: Settings) -> TextTable:
    head = _head(file)
    if head.startswith(_ZIP):
        if not _is_workbook(file, name, settings):
            raise BadInput(f"{name} is an archive inside an archive; unpack it once and try again.")
        file = sheet_as_csv(file, name, work, settings.upload_limit_mb << 20)
    elif head.startswith(_GZIP):
        raise BadInput(f"{name} is an archive inside an archive; unpack it once and try again.")
    return _text_table(name, file, work, settings)


def _is_workbook(file: Path, name: str, settings: Settings) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            is_workbook = "xl/workbook.xml" in archive.namelist()
            if is_workbook:
                bound(archive.infolist(), name, settings)
            return is_workbook
    except (zipfile.BadZipFile, OSError) as broken:
        raise BadInput(f"{name} is not a readable .zip archive or workbook.") from broken


def _text_table(name: str, file: Path, work: Path, settings: Settings) -> TextTable:
    head, size = _head(file), file.stat().st_size
    if size == 0:
        raise BadInput(f"{name} is empty; expected a table with a header line.")
    if size > settings.upload_limit_mb << 20:
        raise BadInput(f"{name} is larger than {settings.upload_limit_mb} MB, the limit for one import.")
    for magic, what in _NOT_TABLES.items():
        if head.startswith(magic):
            raise BadInput(f"{name} is {what}; expected a CSV, TSV, XLSX or JSON export.")
    digest, encoding = _digest_and_encoding(file, name, head)
    text = file if encoding == "utf-8" else _transcoded(file, work, encoding, name)
    with text.open(encoding="utf-8", newline="") as handle:
        first = handle.read(_HEADER_BYTES)
    if first.lstrip()[:1] in ("{", "["):
        return TextTable(name, text, digest, ",", (), 1, is_json=True)
    return TextTable(name, text, digest, *_header(first, name))


def _head(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(8)


def _digest_and_encoding(file: Path, name: str, head: bytes) -> tuple[str, str]:
    """One pass over the bytes: their digest, and UTF-8, UTF-16 or (when neither fits) cp1252."""
    encoding = next((code for bom, code in _BOMS.items() if head.startswith(bom)), "utf-8")
    digest, decoder = hashlib.sha256(), codecs.getincrementaldecoder(encoding)()
    with file.open("rb") as handle:
        while block := handle.read(_CHUNK):
            digest.update(block)
            if encoding != "utf-16" and b"\0" in block:
                raise BadInput(f"{name} holds NUL bytes: it is not a text table. Expected a CSV or TSV export.")
            if encoding in ("utf-8", "utf-8-sig") and block.isascii() and not decoder.getstate()[0]:
                continue
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                if encoding != "utf-8":
                    raise BadInput(f"{name} is not valid {encoding}; export it again as UTF-8.") from None
                encoding = "cp1252"
                decoder = codecs.getincrementaldecoder(encoding)("replace")
    return digest.hexdigest(), encoding


def _transcoded(file: Path, work: Path, encoding: str, name: str) -> Path:
    target = work / f"{file.name}.utf8"
    with (
        file.open(encoding=encoding, errors="replace", newline="") as source,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        while text := source.read(_CHUNK):
            if "\0" in text:
                raise BadInput(f"{name} holds NUL characters: it is not a text table. Expected a CSV or TSV export.")
            out.write(text)
    return target


def _header(first: str, name: str) -> tuple[str, tuple[str, ...], int]:
    """Delimiter, header cells and the line they stand on; blank lines and a `sep=` line may come first."""
    for number, line in enumerate(first.splitlines()[:20], start=1):
        if not line.strip() or line.lower().startswith("sep="):
            continue
        if any(ord(char) < ord(" ") and char != "\t" for char in line):
            break
        delimiter = max(",;\t|", key=lambda mark: len(_cells(line, mark)))
        return delimiter, tuple(cell.strip() for cell in _cells(line, delimiter)), number
    raise BadInput(f"{name} has no header line; expected the column names of a Partner Center or Graph export.")


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
