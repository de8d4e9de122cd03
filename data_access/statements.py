"""Where is the text of a SQL statement? In exactly one file, by the question's own name."""

from functools import cache
from pathlib import Path

SQL_FOLDER = Path(__file__).with_name("sql")


@cache
def statement(name: str) -> str:
    """The text of `sql/<name>.sql`."""
    return (SQL_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
