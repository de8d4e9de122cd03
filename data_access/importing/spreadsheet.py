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
_OVERLAP = 64
_MOST_CELLS = 30_000_000
_MOST_XML_MB = 512
_PLACE = re.compile(rb'\sr="([A-Z]{0,3})(\d{1,7})"')


def sheet_as_csv(file: Path, name: str, work: Path, settings: Settings) -> Path:
    """The first sheet with a row in it, as UTF-8 CSV. Dates become ISO, whole floats become integers."""
    _refuse_hostile(file, name, settings)
    try:
        workbook = CalamineWorkbook.from_path(str(file))
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
            for info in members:
                rows, columns = _extent(archive, info)
                if info.filename.startswith("xl/worksheets/") and rows * columns > _MOST_CELLS:
                    raise BadInput(f"{name} has a sheet of {rows:,} rows by {columns:,} columns; save it as .csv.")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error, OSError) as broken:
        raise BadInput(f"{name} is not a readable workbook; save it again as .xlsx or .csv.") from broken


def _extent(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[int, int]:
    """Last row and column any cell names; reading to the end also proves the announced size."""
    rows = columns = 0
    rest = b""
    with archive.open(info) as source:
        while block := source.read(_CHUNK):
            for letters, digits in set(_PLACE.findall(rest + block)):
                rows, columns = max(rows, int(digits)), max(columns, _column_number(letters))
            rest = block[-_OVERLAP:]
    return rows, columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


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
