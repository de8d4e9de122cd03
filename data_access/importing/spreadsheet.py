"""How does a workbook become a text table? Its first non-empty sheet, values only; formulas are never run."""

import csv
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from data_access.importing.unpacking import bound
from data_access.settings import Settings
from domain.errors import BadInput

_CHUNK = 1 << 20
_OVERLAP = 4096
_MOST_CELLS = 30_000_000
_MOST_XML_MB = 512
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([^"']{0,20})""")
_PLACE = re.compile(rb"([A-Z]{0,3})(\d{1,7})$")
_OTHER_WORKBOOKS = {"content.xml", "xl/workbook.bin"}


def sheet_as_csv(file: Path, name: str, work: Path, settings: Settings) -> Path:
    """The first sheet with a row in it, as UTF-8 CSV. Dates become ISO, whole floats become integers."""
    _refuse_hostile(file, name, settings)
    try:
        with file.open("rb") as content:
            workbook = CalamineWorkbook.from_filelike(content)
            sheets = (workbook.get_sheet_by_name(title) for title in workbook.sheet_names)
            sheet = next((sheet for sheet in sheets if sheet.height), None)
    except (CalamineError, OSError, ValueError) as broken:
        raise BadInput(f"{name} is not a readable workbook; save it again as .xlsx or .csv.") from broken
    if sheet is None:
        raise BadInput(f"{name} has no rows in any sheet.")
    target = work / "sheet.csv"
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for row in sheet.iter_rows():
            writer.writerow([_text(cell) for cell in row])
    return target


def _refuse_hostile(file: Path, name: str, settings: Settings) -> None:
    """Two cells at opposite corners make a sheet of seventeen thousand million cells: look before opening."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            bound(members, name, settings)
            if sum(info.file_size for info in members) > _MOST_XML_MB << 20:
                raise BadInput(f"{name} is too large a workbook; save the sheet as .csv.")
            if _OTHER_WORKBOOKS & {info.filename for info in members}:
                raise BadInput(f"{name} is two kinds of workbook at once; save it again as .xlsx or .csv.")
            for info in members:
                rows, columns = _extent(archive, info)
                if rows * columns > _MOST_CELLS:
                    raise BadInput(f"{name} has a sheet of {rows:,} rows by {columns:,} columns; save it as .csv.")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error, OSError) as broken:
        raise BadInput(f"{name} is not a readable workbook; save it again as .xlsx or .csv.") from broken


def _extent(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[int, int]:
    """Last row and column any cell names; reading to the end also proves the announced size."""
    rows = columns = 0
    rest = b""
    is_first = True
    with archive.open(info) as source:
        while block := source.read(_CHUNK):
            if is_first and b"\0" in block[:4]:
                raise zipfile.BadZipFile("not UTF-8")
            is_first = False
            for reference in set(_REFERENCE.findall(rest + block)):
                row, column = _place(reference)
                rows, columns = max(rows, row), max(columns, column)
            rest = block[-_OVERLAP:]
    return rows, columns


def _place(reference: bytes) -> tuple[int, int]:
    """Row and column of a reference such as B7 or 7; text that only looks like one is nowhere."""
    if b"&" in reference:
        raise zipfile.BadZipFile("a disguised reference")
    found = _PLACE.match(reference)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(found[2]), column


def _text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta | time):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("\r", " ").replace("\n", " ")
