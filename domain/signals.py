"""Which situations does the opportunity list look for, and what does each mean? Definitions are data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from domain.errors import UnknownName

_TABLE = Path(__file__).with_name("signals.toml")

Kind = Literal["gain", "risk"]


@dataclass(frozen=True, slots=True)
class Signal:
    """One situation. `outcome` completes "within six months …"; `prior_share` is assumed before any history."""

    code: str
    title: str
    meaning: str
    outcome: str
    action: str
    kind: Kind
    prior_share: float


@cache
def known_signals() -> dict[str, Signal]:
    """Every signal by code, in the order in which equal ones are named first.

    >>> list(known_signals())[:3]
    ['unclaimed', 'headroom', 'near_milestone']
    """
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {code: Signal(code=code, **row) for code, row in rows.items()}


def signal(code: str) -> Signal:
    """The signal of this code; `UnknownName` lists those that exist.

    >>> signal("falling").kind
    'risk'
    """
    found = known_signals().get(code)
    if found is None:
        raise UnknownName(f"There is no signal “{code}”. There are: {', '.join(known_signals())}.")
    return found
