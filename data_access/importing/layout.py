"""How is a source format described? Its columns, their spellings, and the facts it yields."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from data_access.importing.cells import Kind

_IGNORED = re.compile(r"[\W_]+")


def folded_header(text: str) -> str:
    """A header cell without case, blanks, no-break spaces and punctuation."""
    return _IGNORED.sub("", text).casefold()


@dataclass(frozen=True, slots=True)
class Column:
    """One column a format knows. `is_key` cells may not be blank; others may."""

    name: str
    kind: Kind
    spellings: tuple[str, ...]
    is_key: bool = False


@dataclass(frozen=True)
class Layout:
    """One source format.

    `recognised_by` is a list of alternatives groups: the header must hold at least one column of each group.
    `facts` names the SQL files (data_access/sql/importing/<name>.sql) that turn the table `checked` into facts,
    by fact table. `precedence` ranks usage sources (1 wins). `asks_tenant` when the file names no customer.
    `one_of`: a record needs at least one of these cells.
    `reshape` turns a small customer-side report into this layout's columns before checking.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    recognised_by: tuple[tuple[str, ...], ...]
    facts: dict[str, str]
    source: str | None = None
    precedence: int = 9
    asks_tenant: bool = False
    reshape: Callable[[pl.DataFrame], pl.DataFrame] | None = None
    recognises: Callable[[list[str]], bool] | None = None
    as_of_column: str | None = None
    one_of: tuple[str, ...] = ()

    def matched(self, header: list[str]) -> dict[str, int]:
        """Which column stands at which position of a header: canonical name to index, first spelling wins."""
        positions: dict[str, int] = {}
        for index, cell in enumerate(header):
            positions.setdefault(folded_header(cell), index)
        found = {}
        for column in self.columns:
            for spelling in (column.name, *column.spellings):
                index = positions.get(folded_header(spelling))
                if index is not None and index not in found.values():
                    found[column.name] = index
                    break
        return found

    def missing(self, header: list[str]) -> list[str]:
        """The columns a header lacks to be this format, in the file's own words."""
        found = self.matched(header)
        spelled = {column.name: (column.spellings or (column.name,))[0] for column in self.columns}
        return [
            " or ".join(spelled[name] for name in group)
            for group in self.recognised_by
            if not any(name in found for name in group)
        ]

    def fits(self, header: list[str]) -> bool:
        if self.recognises:
            return self.recognises(header)
        return not self.missing(header)
