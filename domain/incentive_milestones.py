"""Which usage steps has a customer's workload reached, when, and what does each pay? The readable reference.

Milestone rules (FY20 to FY23, FastTrack): one payment per step, when usage first reaches it. A month below the
minimum PAU counts for nothing, neither as reached nor as already above. A step pays once, in the first month that
ever reached it: under the rules of that month, if the workload was associated by then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.incentive_caps import NOTHING
from domain.incentive_rulebook import RuleBook
from domain.incentive_rules import MilestoneRules
from domain.incentives import Usage


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """One rung. `amount`: what the reached step pays; `value`: what an open one would, at today's size, in USD."""

    workload: str
    rule_set: str
    step: int
    reached_on: date | None
    amount: Decimal | None
    users_to_next: int | None
    band: str | None
    value: Decimal | None
    blocked_by: str | None


def reaches(mau: int, pau: int, step_percent: int) -> bool:
    """Whether usage stands on or above a step, compared in whole numbers.

    >>> reaches(150, 1000, 15), reaches(149, 1000, 15)
    (True, False)
    """
    return pau > 0 and 100 * mau >= step_percent * pau


def users_to_step(mau: int, pau: int, step_percent: int) -> int:
    """Users missing until a step is reached.

    >>> users_to_step(150, 1000, 40), users_to_step(150, 1001, 15)
    (250, 1)
    """
    return max(0, -(-step_percent * pau // 100) - mau)


def milestones_of_series(workload: str, usages: Iterable[Usage], book: RuleBook, offset: int = 0) -> list[Milestone]:
    """The ladder of one customer's workload: every step of the rules in force at its latest month, and every step
    reached under earlier rules while they were in force.
    """
    facts = sorted(usages, key=lambda fact: fact.month)
    ladder = []
    for rules in (one for one in (*book.own, *book.shipped) if isinstance(one, MilestoneRules)):
        if workload not in rules.pays_for:
            continue
        is_current = book.milestone(workload, facts[-1].month) is rules
        for position, step in enumerate(rules.steps_percent):
            reached = _first_reached(facts, rules, step)
            if reached and (is_current or book.milestone(workload, reached.month) is rules):
                ladder.append(_reached(workload, facts, rules, position, reached, book, offset))
            elif is_current:
                ladder.append(_open(workload, facts[-1], rules, position))
    return ladder


def _first_reached(facts: Sequence[Usage], rules: MilestoneRules, step: int) -> Usage | None:
    for fact in facts:
        if fact.mau is None or fact.pau is None or fact.pau < rules.minimum_pau:
            continue
        if reaches(fact.mau, fact.pau, step):
            return fact
    return None


def _reached(
    workload: str,
    facts: Sequence[Usage],
    rules: MilestoneRules,
    position: int,
    reached: Usage,
    book: RuleBook,
    offset: int,
) -> Milestone:
    blocked = None
    if book.milestone(workload, reached.month) is not rules:
        blocked = "OTHERRULES"
    elif reached is facts[0]:
        blocked = "HISTORYUNKNOWN"
    elif not reached.pays_after(offset):
        later = any(fact.is_associated for fact in facts if fact.month >= reached.month)
        blocked = "CLAIMEDABOVE" if later else "NOTCLAIMED"
    elif rules.time_cap_months is not None and (reached.months_since or 0) >= rules.time_cap_months:
        blocked = "MXTMCPMT"
    band = rules.band_of(reached.pau or 0)
    return Milestone(
        workload=workload,
        rule_set=rules.name,
        step=rules.steps_percent[position],
        reached_on=reached.month,
        amount=band.amounts_usd[position] if band and not blocked else NOTHING,
        users_to_next=0,
        band=band.name if band else None,
        value=None,
        blocked_by=blocked,
    )


def _open(workload: str, latest: Usage, rules: MilestoneRules, position: int) -> Milestone:
    step = rules.steps_percent[position]
    is_known = latest.mau is not None and latest.pau is not None
    is_large_enough = latest.pau is not None and latest.pau >= rules.minimum_pau
    band = rules.band_of(latest.pau) if latest.pau is not None and is_large_enough else None
    blocked = None
    if not is_known:
        blocked = "USAGEUNKNOWN"
    elif not is_large_enough:
        blocked = "MINTHNTMT"
    elif not latest.is_associated:
        blocked = "NOTCLAIMED"
    elif rules.time_cap_months is not None and (latest.months_since or 0) >= rules.time_cap_months:
        blocked = "MXTMCPMT"
    return Milestone(
        workload=workload,
        rule_set=rules.name,
        step=step,
        reached_on=None,
        amount=None,
        users_to_next=users_to_step(latest.mau or 0, latest.pau or 0, step) if is_known else None,
        band=band.name if band else None,
        value=band.amounts_usd[position] if band else None,
        blocked_by=blocked,
    )
