"""How does a frame become the bytes of an export file, chunk after chunk?"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Self

import polars as pl

_BOM = b"\xef\xbb\xbf"


class CsvFile:
    """One CSV file, written in pieces that all carry exactly the documented header, in its order.

    Numbers with decimals are written with two; null is an empty cell.
    """

    def __init__(self, path: Path, header: Sequence[str], *, bom: bool = False, crlf: bool = False) -> None:
        self._header = list(header)
        self._end = "\r\n" if crlf else "\n"
        self._stream: BinaryIO = path.open("wb")
        self._stream.write(_BOM if bom else b"")
        self._stream.write((",".join(self._header) + self._end).encode("utf-8"))

    def append(self, rows: pl.DataFrame) -> None:
        """Write rows; a column of the header that the frame lacks stays empty."""
        unknown = set(rows.columns) - set(self._header)
        if unknown:
            raise KeyError(f"not in this file's header: {sorted(unknown)}")
        absent = [name for name in self._header if name not in rows.columns]
        empty = [pl.lit(None, dtype=pl.String).alias(name) for name in absent]
        rows.with_columns(empty).select(self._header).write_csv(
            self._stream, include_header=False, line_terminator=self._end, float_precision=2
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
