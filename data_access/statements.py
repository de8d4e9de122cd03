"""Where is the text of a SQL statement, and what does it bind? In exactly one file, by the question's own name."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

SQL_FOLDER = Path(__file__).with_name("sql")

_PLACEHOLDER = re.compile(r"\$([a-z_][a-z_0-9]*)")
_COMMENT = re.compile(r"--[^\n]*")


@cache
def statement(name: str) -> str:
    """The text of `sql/<name>.sql`."""
    return (SQL_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def placeholders(text: str) -> frozenset[str]:
    """The names a statement binds, without those in comments."""
    return frozenset(_PLACEHOLDER.findall(_COMMENT.sub("", text)))


def bound(text: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """Of these values the ones the statement binds; None where it binds none, as DuckDB wants it."""
    return {name: values[name] for name in placeholders(text) if name in values} or None


def identifier(name: str) -> str:
    """A name of a database, quoted: none can be bound."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Text in a statement that takes no bound value, quoted."""
    return "'" + text.replace("'", "''") + "'"
