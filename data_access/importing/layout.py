"""How is a source format described? Its columns, their spellings, and the facts it yields."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from data_access.importing.kinds import Kind

_IGNORED = re.compile(r"[\W_]+")


def folded_header(text: str) -> str:
    """A header cell without case, blanks, no-break spaces and punctuation."""
    return _IGNORED.sub("", text).casefold()


def header_key(header: tuple[str, ...]) -> str:
    """What a column mapping is remembered by: the header's names, in whatever order and spelling of case."""
    return hashlib.sha256("\x1f".join(sorted(map(folded_header, header))).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Column:
    """One column a format knows. `is_key` cells may not be blank; `is_past` dates may not lie after today."""

    name: str
    kind: Kind
    spellings: tuple[str, ...]
    is_key: bool = False
    is_past: bool = False

    @property
    def shown(self) -> str:
        """The column's name as the file's own documentation spells it."""
        return self.spellings[0] if self.spellings else self.name


@dataclass(frozen=True)
class Layout:
    """One source format.

    `recognised_by`: the header must hold at least one column of each of these groups, and none of `never_with`.
    `facts` names the SQL files (data_access/sql/importing/<name>.sql) that turn the table `checked` into facts,
    by fact table. `precedence` ranks sources that speak of the same thing (1 wins).
    `asks_tenant` when the file names no customer. `one_of`: a record needs at least one of these cells.
    `month_column` places a record in time, `as_of_column` says how new it is.
    `refusal` is the sentence for a format that is known and cannot be used.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    recognised_by: tuple[tuple[str, ...], ...]
    facts: dict[str, str]
    source: str | None = None
    precedence: int = 9
    asks_tenant: bool = False
    recognises: Callable[[list[str]], bool] | None = None
    never_with: tuple[str, ...] = ()
    as_of_column: str | None = None
    month_column: str = "month"
    one_of: tuple[str, ...] = ()
    refusal: str | None = None

    def matched(self, header: list[str]) -> dict[str, int]:
        """Which column stands at which position of a header: canonical name to index, first spelling wins."""
        positions: dict[str, int] = {}
        for index, cell in enumerate(header):
            positions.setdefault(folded_header(cell), index)
        found: dict[str, int] = {}
        for column in self.columns:
            for spelling in (*column.spellings, column.name):
                place = positions.get(folded_header(spelling))
                if place is not None and place not in found.values():
                    found[column.name] = place
                    break
        return found

    def missing(self, header: list[str]) -> list[str]:
        """The columns a header lacks to be this format, in the file's own words."""
        found = self.matched(header)
        spelled = {column.name: column.shown for column in self.columns}
        return [
            " or ".join(spelled[name] for name in group)
            for group in self.recognised_by
            if not any(name in found for name in group)
        ]

    def fits(self, header: list[str]) -> bool:
        cells = {folded_header(cell) for cell in header}
        if any(folded_header(name) in cells for name in self.never_with):
            return False
        if self.recognises and not self.recognises(header):
            return False
        return not self.missing(header)
