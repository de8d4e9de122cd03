"""How does a frame leave as CSV without harming a spreadsheet, and still saying what it is?"""

from collections.abc import Sequence

import polars as pl
from polars import selectors as cs

_LISTS = (pl.List(pl.Float64), pl.List(pl.Int64), pl.List(pl.String))
_FORMULA_STARTS = r"^[=+\-@\t\r\n]"


def as_csv(frame: pl.DataFrame, head: Sequence[str] = ()) -> bytes:
    """UTF-8 with BOM (so that spreadsheets read accents), the head as `# ` lines, then names and rows.

    Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers. List columns
    (trends) are left out, and how many rows there are.

    >>> as_csv(pl.DataFrame({"name": ["=1+1", "Contoso"], "mau": [-3, 4]}), ["Top"]).decode("utf-8-sig")
    "# Top\\nname,mau\\n'=1+1,-3\\nContoso,4\\n"
    """
    flat = frame.drop("total_count", cs.by_dtype(_LISTS), strict=False)
    safe = flat.with_columns(
        pl.col(name).str.replace(_FORMULA_STARTS, "'$0") for name, kind in flat.schema.items() if kind == pl.String
    ).rename(defused)
    lines = "".join(f"# {' '.join(line.split())}\n" for line in head)
    return ("\ufeff" + lines + safe.write_csv()).encode()


def defused(text: str) -> str:
    """One text that no spreadsheet runs.

    >>> defused("@cmd"), defused("Contoso")
    ("'@cmd", 'Contoso')
    """
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"} else text


def file_name(title: str) -> str:
    """A download's name.

    >>> file_name("Who moved, and why?")
    'who-moved-and-why.csv'
    """
    kept = "".join(letter if letter.isalnum() else " " for letter in title.casefold())
    return "-".join(kept.split())[:60] + ".csv"
