"""Which rule set applies to a workload in a month, when shipped and own sets overlap?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.incentive_rules import GrowthRules, MilestoneRules, RuleSet

FOREVER = date(9999, 12, 1)


@dataclass(frozen=True)
class Period:
    """One workload's months [start, end_before) under one rule set; FOREVER where no end is known."""

    workload: str
    start: date
    end_before: date
    rules: RuleSet


@dataclass(frozen=True)
class RuleBook:
    """The user's own sets stand before the shipped ones, workload by workload and month by month.

    A cap belongs to its rule set: whoever writes a new set opens a new cap account (whether Microsoft carries a
    balance over a program year is not public).
    """

    own: tuple[RuleSet, ...] = ()
    shipped: tuple[RuleSet, ...] = ()

    def growth(self, workload: str, month: date) -> GrowthRules | None:
        """The growth rules for one workload and month."""
        found = (one for one in (*self.own, *self.shipped) if isinstance(one, GrowthRules))
        return next((one for one in found if applies(one, workload, month)), None)

    def milestone(self, workload: str, month: date) -> MilestoneRules | None:
        """The milestone rules for one workload and month."""
        found = (one for one in (*self.own, *self.shipped) if isinstance(one, MilestoneRules))
        return next((one for one in found if applies(one, workload, month)), None)

    def periods(self) -> Iterator[Period]:
        """Every workload's months by family, without overlaps, in order."""
        sets = (*self.own, *self.shipped)
        pairs = sorted({(one.family, workload) for one in sets for workload in one.pays_for})
        for family, workload in pairs:
            rival = [one for one in sets if one.family == family and workload in one.pays_for]
            edges = sorted({edge for one in rival for edge in (one.start, one.end_before or FOREVER)})
            spans = [
                (start, end, next((one for one in rival if applies(one, workload, start)), None))
                for start, end in pairwise(edges)
            ]
            yield from _merged(workload, spans)


def applies(rules: RuleSet, workload: str, month: date) -> bool:
    """Whether a set pays for this workload in this month."""
    return workload in rules.pays_for and rules.start <= month < (rules.end_before or FOREVER)


def overlap(one: RuleSet, other: RuleSet) -> str | None:
    """Why two sets of one owner cannot both be in force; None when they can."""
    if one.family != other.family:
        return None
    start = max(one.start, other.start)
    if start >= min(one.end_before or FOREVER, other.end_before or FOREVER):
        return None
    shared = sorted(set(one.pays_for) & set(other.pays_for))
    if not shared:
        return None
    return (
        f"“{one.name}” and “{other.name}” are both {one.family} rules for {', '.join(shared)} from {start:%B %Y}; "
        "one workload takes one set of a family per month, so end one where the other starts"
    )


def _merged(workload: str, spans: Sequence[tuple[date, date, RuleSet | None]]) -> Iterator[Period]:
    current: Period | None = None
    for start, end, rules in spans:
        if current and rules is current.rules and start == current.end_before:
            current = Period(workload, current.start, end, rules)
            continue
        if current:
            yield current
        current = Period(workload, start, end, rules) if rules else None
    if current:
        yield current
