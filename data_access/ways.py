"""Which of a question's texts answers this viewer and scope?

Most questions have one text. Where the whole book, or one customer, is told by other tables than the rest, there is a
file for it beside the first; each stays one straight query and half as long to plan:

    growth/monthly.sql               for everybody
    growth/monthly.whole_book.sql    nothing narrows to customers: what was added up over everybody (marts_book)
    growth/monthly.customer.sql      one customer
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

from data_access.statements import SQL_FOLDER, placeholders, statement

Way = Literal["whole_book", "customer"]

VISIBLE = "visible"
"""The relations that narrow a question to the viewer, put before it."""


def way_for(names: Iterable[str], values: Mapping[str, Any]) -> Way | None:
    """How these texts, which stand on each other, are to answer these values together."""
    if values.get("tenant") is not None:
        return "customer"
    return "whole_book" if values.get("sees_all") and not any(_leaves_out(name, values) for name in names) else None


@cache
def text_of(name: str, way: Way | None) -> str:
    """The text of this way, else the one for everybody."""
    return statement(f"{name}.{way}") if way and _has(name, way) else statement(name)


@cache
def binds_of(name: str) -> frozenset[str]:
    """What any of its texts binds."""
    return placeholders(text_of(name, None)) | placeholders(text_of(name, "whole_book"))


@cache
def _has(name: str, way: Way) -> bool:
    return (SQL_FOLDER / f"{name}.{way}.sql").exists()


def _leaves_out(name: str, values: Mapping[str, Any]) -> bool:
    """Is anything chosen that the text of the whole book does not know of?"""
    if not _has(name, "whole_book"):
        return False
    heeded = placeholders(statement(name)) | placeholders(statement(VISIBLE))
    unknown = heeded - placeholders(text_of(name, "whole_book")) - {"sees_all"}
    return any(values.get(one) is not None for one in unknown)
