"""Which workload does a spelling mean? Names drift between reports; codes do not.

The table is data (`workloads.toml`); a workspace may add names its files use. An unknown spelling is kept
under its own name, never dropped.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FAMILIES = ("Productivity", "Teams", "Copilot", "Viva", "Devices", "Security", "Other")

_TABLE = Path(__file__).with_name("workloads.toml")
_IGNORED = re.compile(r"[\s\u00a0\W_]+")


@dataclass(frozen=True, slots=True)
class Workload:
    """One service inside Microsoft 365. `is_listed` is False where Microsoft documents that it does not earn."""

    code: str
    name: str
    family: str
    spellings: tuple[str, ...]
    is_listed: bool = True


@cache
def known_workloads() -> dict[str, Workload]:
    """Every workload of the table, by code, in the table's order."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {
        code: Workload(code, row["name"], row["family"], tuple(row["spellings"]), row.get("is_listed", True))
        for code, row in rows.items()
    }


def folded(spelling: str) -> str:
    """A spelling without case, blanks and punctuation.

    >>> folded(" Teams\u00a0Meetings* ") == folded("TeamsMeetings")
    True
    """
    return _IGNORED.sub("", spelling).casefold()


@cache
def _codes_by_spelling() -> dict[str, str]:
    return {
        folded(spelling): row.code
        for row in known_workloads().values()
        for spelling in (row.code, row.name, *row.spellings)
    }


def workload_code(spelling: str, named: Mapping[str, str] | None = None) -> str | None:
    """The code of a spelling, or None when nobody has named it.

    `named` maps further spellings to codes, as a viewer named them on the imports page.

    >>> workload_code("Azure Active Directory Premium"), workload_code("spo"), workload_code("Whiteboard")
    ('AADP', 'SPO', None)
    """
    key = folded(spelling)
    for own, code in (named or {}).items():
        if folded(own) == key:
            return code
    return _codes_by_spelling().get(key)


def workload_name(code: str) -> str:
    """The name on screen; an unknown workload's code is its own name."""
    row = known_workloads().get(code)
    return row.name if row else code


def workload_family(code: str) -> str:
    """The family that fixes a workload's colour; unknown workloads are "Other"."""
    row = known_workloads().get(code)
    return row.family if row else "Other"


def earlier_and_other_names(code: str) -> tuple[str, ...]:
    """Every name a document may use for this workload (the POE check looks for any of them)."""
    row = known_workloads().get(code)
    return (row.name, *row.spellings) if row else (code,)
