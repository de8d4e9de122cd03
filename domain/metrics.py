"""What does each number mean, in which unit, and how does it roll up?

The catalogue is data (`metrics.toml`). Tooltips, axis titles, table columns, exports and the definitions page
all read it, so that a number is explained the same way everywhere.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from domain.errors import UnknownName

_TABLE = Path(__file__).with_name("metrics.toml")


class Unit(StrEnum):
    """What one of it is. `SHARE` is 0..1 and shown as a percentage; `POINTS` are program points."""

    USERS = "users"
    UNITS = "units"
    CUSTOMERS = "customers"
    LICENCES = "licences"
    SHARE = "share"
    USD = "usd"
    POINTS = "points"
    MONTHS = "months"
    DAYS = "days"
    COUNT = "count"


class RollUp(StrEnum):
    """How a metric adds up over rows: `SUM` over anything, `LAST` month of a range, `RATIO` = sum / sum."""

    SUM = "sum"
    LAST = "last"
    RATIO = "ratio"


class Standing(StrEnum):
    """Where a number comes from: counted in usage files, computed by our rules, or taken from earnings."""

    MEASURED = "measured"
    ESTIMATE = "estimate"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. `better_when` is "higher", "lower" or "neutral"; a ratio names the metrics it divides."""

    key: str
    label: str
    unit: Unit
    roll_up: RollUp
    definition: str
    source: str
    standing: Standing = Standing.MEASURED
    better_when: str = "higher"
    numerator: str | None = None
    denominator: str | None = None

    @property
    def is_estimate(self) -> bool:
        """Whether our own rules computed it."""
        return self.standing is Standing.ESTIMATE


@cache
def known_metrics() -> dict[str, Metric]:
    """Every metric of the catalogue, by key, in the catalogue's order.

    >>> known_metrics()["usage_share"].label
    'Usage %'
    """
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {key: _metric(key, row) for key, row in rows.items()}


def _metric(key: str, row: dict[str, str]) -> Metric:
    return Metric(
        key=key,
        label=row["label"],
        unit=Unit(row["unit"]),
        roll_up=RollUp(row["roll_up"]),
        definition=row["definition"],
        source=row["source"],
        standing=Standing(row.get("standing", "measured")),
        better_when=row.get("better_when", "higher"),
        numerator=row.get("numerator"),
        denominator=row.get("denominator"),
    )


def metric(key: str) -> Metric:
    """The metric of this key.

    >>> metric("mau").unit
    <Unit.USERS: 'users'>
    >>> metric("mood")
    Traceback (most recent call last):
    domain.errors.UnknownName: No metric is called "mood"; the definitions page lists those that exist.
    """
    found = known_metrics().get(key)
    if found is None:
        raise UnknownName(f'No metric is called "{key}"; the definitions page lists those that exist.')
    return found


def explained(key: str) -> str:
    """The tooltip: the definition, then its standing where it is not simply measured, then the source.

    >>> explained("potential_usd").startswith("Opportunity units times the rate")
    True
    """
    one = metric(key)
    standing = {Standing.ESTIMATE: " Estimate.", Standing.REPORTED: " Reported by Microsoft."}
    return f"{one.definition}{standing.get(one.standing, '')} Source: {one.source}."
