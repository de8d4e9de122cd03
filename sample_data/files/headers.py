"""Which columns does each export file have, and in which order?"""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _headers() -> dict[str, str]:
    text = Path(__file__).with_name("headers.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(text)
    return table


def header(kind: str) -> tuple[str, ...]:
    """The columns of a kind of file, exactly as documented."""
    return tuple(_headers()[kind].replace("\n", "").split(","))
