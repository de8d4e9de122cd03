"""Where in the file does a refused record stand, and what is the first thing wrong with it?"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import duckdb
import polars as pl

from data_access.importing.cells import Reading
from data_access.importing.kinds import cleaned
from data_access.importing.layout import Layout
from data_access.importing.opening import TextTable
from data_access.importing.text_form import records
from data_access.settings import Settings

REFUSED_SCHEMA = {"line": pl.Int64, "column": pl.String, "value": pl.String, "reason": pl.String}

_LONGEST_VALUE = 200
_BLOCK = 50_000
_RAGGED = {
    "MISSING COLUMNS": "has fewer cells than the header",
    "TOO MANY COLUMNS": "has more cells than the header",
    "UNQUOTED VALUE": "has an unfinished quotation mark",
    "LINE SIZE OVER MAXIMUM": "is longer than a line may be",
    "INVALID ENCODING": "is not valid UTF-8",
}

Wrong = tuple[str, str, str]
"""Column, value, reason."""


def refused_records(
    table: TextTable,
    layout: Layout,
    positions: dict[str, int],
    readings: dict[str, Reading],
    unusable: duckdb.DuckDBPyRelation | None,
    broken: pl.DataFrame,
    settings: Settings,
) -> pl.DataFrame:
    """One row a refused record, in the file's order: line (from 1, header included), column, value, reason.

    `unusable`: ordinal and texts of the records that say something wrong, in order; `broken`: what is malformed.
    """
    wrong = _wrong_records(table, layout, positions, readings, unusable) if unusable is not None else iter(())
    rows: Iterator[tuple[int, str, str, str]]
    if table.lines is not None:
        rows = ((table.lines[ordinal - 1], *what) for ordinal, what in wrong)
    else:
        rows = _placed(table, wrong, _broken_records(broken), settings)
    # In blocks, because a file of millions of refused rows must not take the memory of as many Python objects.
    frames = [pl.DataFrame(schema=REFUSED_SCHEMA)]
    while block := list(islice(rows, _BLOCK)):
        frame = pl.DataFrame(block, schema=REFUSED_SCHEMA, orient="row")
        frames.append(frame.with_columns(pl.col("value").str.slice(0, _LONGEST_VALUE)))
    return pl.concat(frames)


def _broken_records(broken: pl.DataFrame) -> Iterator[tuple[int, Wrong]]:
    for record, kind, text in broken.iter_rows():
        yield record, ("", text, f"the line {_RAGGED.get(kind, 'is malformed')}")


def _wrong_records(
    table: TextTable,
    layout: Layout,
    positions: dict[str, int],
    readings: dict[str, Reading],
    unusable: duckdb.DuckDBPyRelation,
) -> Iterator[tuple[int, Wrong]]:
    """Ordinal and what is wrong of each refused record: the first thing in the layout's order."""
    keys = {column.name for column in layout.columns if column.is_key}
    shown = {name: table.header[index] for name, index in positions.items()}
    alternatives = " or ".join(shown[name] for name in layout.one_of if name in positions)
    for block in unusable.to_arrow_reader(_BLOCK):
        for row in pl.DataFrame(block).iter_rows(named=True):
            ordinal = row.pop("ordinal")
            for name, text in row.items():
                if reason := _reason(text, name in keys, readings.get(name)):
                    yield ordinal, (shown[name], text or "", reason)
                    break
            else:
                yield ordinal, (alternatives, "", "is missing; every row needs it or its alternative")


def _reason(text: Any, is_key: bool, reading: Reading | None) -> str | None:
    if reading and text in reading.reasons:
        return reading.reasons[text]
    is_blank = text is None or not cleaned(text)
    return "is missing; every row needs it" if is_key and is_blank else None


def _placed(
    table: TextTable,
    wrong: Iterator[tuple[int, Wrong]],
    broken: Iterator[tuple[int, Wrong]],
    settings: Settings,
) -> Iterator[tuple[int, str, str, str]]:
    """Physical lines of refused records; the file is walked only as far as the last of them.

    `wrong` counts the records that could be read, `broken` all of them; both come in the file's order.
    """
    next_wrong, next_broken, ordinal = next(wrong, None), next(broken, None), 0
    if next_wrong is None and next_broken is None:
        return
    for record, line, is_blank in records(table.file, table.delimiter, settings):
        if record <= table.header_line:
            continue
        if next_broken and record == next_broken[0]:
            yield line, *next_broken[1]
            next_broken = next(broken, None)
        elif not is_blank:
            ordinal += 1
            if next_wrong and ordinal == next_wrong[0]:
                yield line, *next_wrong[1]
                next_wrong = next(wrong, None)
        if next_wrong is None and next_broken is None:
            break
