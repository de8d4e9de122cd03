"""How does a workbook become a text table? Its first non-empty sheet, values only; formulas are never run."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from domain.errors import BadInput


def sheet_as_csv(file: Path, name: str, work: Path, limit_bytes: int) -> Path:
    """The first sheet with a row in it, as UTF-8 CSV. Dates become ISO, whole floats become integers."""
    try:
        workbook = CalamineWorkbook.from_path(str(file))
        rows = next(
            (found for title in workbook.sheet_names if (found := workbook.get_sheet_by_name(title).to_python())), []
        )
    except (CalamineError, OSError, ValueError) as broken:
        raise BadInput(f"{name} is not a readable workbook; save it again as .xlsx or .csv.") from broken
    if not rows:
        raise BadInput(f"{name} has no rows in any sheet.")
    target = work / "sheet.csv"
    written = 0
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for row in rows:
            written += writer.writerow([_text(cell) for cell in row])
            if written > limit_bytes:
                raise BadInput(f"{name} is larger than the limit for one import.")
    return target


def _text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
