"""What does a month of usage earn under growth rules? The readable reference; the marts compute the same in SQL.

Per customer, workload and month (KB-1319; DOCS-23 earnings): new units x rate, rounded once to the cent, until the
cap is used or the time cap is met. The unit formula is an estimate: max(0, min(MAU, PAU) - prior HWM).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from domain.incentive_caps import NOTHING, cap_balance, capped_units, cents, shared
from domain.incentive_rulebook import RuleBook
from domain.incentive_rules import GrowthRules
from domain.periods import month_of, months_between

REFUSED_BY_RULES = frozenset({"MINTHNTMT", "MXTMCPMT"})
"""Codes under which units above the mark earn nothing."""


@dataclass(frozen=True, kw_only=True)
class Usage:
    """One known month of one customer's workload. `baseline`: the HWM an earnings export gave for the month."""

    month: date
    mau: int | None
    pau: int | None
    associated_on: date | None = None
    baseline: int | None = None

    @property
    def is_associated(self) -> bool:
        return self.months_since is not None and self.months_since >= 0

    @property
    def months_since(self) -> int | None:
        """Months since the association's month, which is 0; negative before it, None without one."""
        return months_between(month_of(self.associated_on), self.month) if self.associated_on else None

    def pays_after(self, offset: int) -> bool:
        """Whether units count: `offset` months after the association's month."""
        return self.months_since is not None and self.months_since >= offset


@dataclass(frozen=True, kw_only=True)
class GrowthMonth:
    """What a month earns. Amounts in USD: None where no rules apply, `before_cap` also where units are unknown."""

    workload: str
    month: date
    prior_hwm: int | None
    starting_hwm: int | None
    new_units: int | None
    rules: GrowthRules | None
    rate: Decimal | None
    before_cap: Decimal | None
    refusal_codes: tuple[str, ...]
    remark: str | None
    payable: Decimal | None = None
    capped_units: int | None = None
    balance: Decimal | None = None

    @property
    def account(self) -> tuple[str, str]:
        """The cap account a month draws on: its rule set, and its workload where the cap is per workload."""
        if self.rules is None:
            return "", ""
        return self.rules.name, self.workload if self.rules.cap_scope == "customer_workload" else ""


def growth_of_series(workload: str, usages: Iterable[Usage], book: RuleBook, offset: int = 0) -> list[GrowthMonth]:
    """One customer's workload month by month, before any cap; gaps between months keep the high-water mark."""
    facts = sorted(usages, key=lambda fact: fact.month)
    mark: int | None = None
    months = []
    for fact in facts:
        prior = highest(mark, fact.baseline)
        mark = highest(prior, fact.mau)
        units = new_units(fact, prior, offset)
        rules = book.growth(workload, fact.month)
        codes = refusal_codes(fact, prior, rules)
        rate = rules.rates_usd[workload] if rules else None
        before = None
        if rate is not None and units is not None:
            before = NOTHING if REFUSED_BY_RULES & set(codes) else cents(units * rate)
        months.append(
            GrowthMonth(
                workload=workload,
                month=fact.month,
                prior_hwm=prior,
                starting_hwm=starting_hwm(facts, fact),
                new_units=units,
                rules=rules,
                rate=rate,
                before_cap=before,
                refusal_codes=codes,
                remark=_remark(fact, prior, rules),
            )
        )
    return months


def growth_of_customer(series: Iterable[Iterable[GrowthMonth]]) -> list[GrowthMonth]:
    """All of one customer's months with what is payable within the caps, and the balance after each month."""
    every = sorted((month for one in series for month in one), key=lambda one: (*one.account, one.month, one.workload))
    paid = []
    for _, account in groupby(every, key=lambda one: one.account):
        earned = NOTHING
        for _, same_month in groupby(account, key=lambda one: one.month):
            claims = list(same_month)
            amounts = {one.workload: one.before_cap or NOTHING for one in claims}
            cap = claims[0].rules.cap_usd if claims[0].rules else None
            before = None if cap is None else cap_balance(cap, earned)
            payable = amounts if before is None else shared(amounts, before)
            earned += sum(payable.values(), NOTHING)
            balance = None if cap is None else cap_balance(cap, earned)
            paid += [_paid(one, payable[one.workload], before, balance) for one in claims]
    return sorted(paid, key=lambda one: (one.workload, one.month))


def new_units(fact: Usage, prior_hwm: int | None, offset: int = 0) -> int | None:
    """Units above the prior HWM; 0 before the workload counts, None when something needed is unknown.

    >>> new_units(Usage(month=date(2026, 1, 1), mau=900, pau=700, associated_on=date(2025, 9, 4)), 400)
    300
    """
    if fact.mau is None or fact.pau is None or prior_hwm is None:
        return None
    return max(0, min(fact.mau, fact.pau) - prior_hwm) if fact.pays_after(offset) else 0


def refusal_codes(fact: Usage, prior_hwm: int | None, rules: GrowthRules | None) -> tuple[str, ...]:
    """Every code Microsoft is expected to give for an associated month, sorted (DOCS-23 earnings-revenue)."""
    if rules is None or not fact.is_associated:
        return ()
    since = fact.months_since or 0
    holds = {
        "MAULWPHWM": fact.mau is not None and prior_hwm is not None and fact.mau <= prior_hwm,
        "MINTHNTMT": fact.pau is not None and fact.pau < rules.minimum_pau,
        "MXTMCPMT": rules.time_cap_months is not None and since >= rules.time_cap_months,
        "PAULWPHWM": fact.pau is not None and prior_hwm is not None and fact.pau <= prior_hwm,
    }
    return tuple(sorted(code for code, does in holds.items() if does))


def starting_hwm(facts: Iterable[Usage], fact: Usage) -> int | None:
    """The highest MAU before the association's month; None without an association or anything known before it."""
    if fact.associated_on is None:
        return None
    first = month_of(fact.associated_on)
    return highest(*(earlier.mau for earlier in facts if earlier.month < first))


def highest(*marks: int | None) -> int | None:
    """The highest known mark.

    >>> highest(None, 3, 2), highest(None)
    (3, None)
    """
    return max((mark for mark in marks if mark is not None), default=None)


def _remark(fact: Usage, prior_hwm: int | None, rules: GrowthRules | None) -> str | None:
    if rules is None:
        return "NORULES"
    if not fact.is_associated:
        return "NOTCLAIMED"
    if prior_hwm is None:
        return "HWMUNKNOWN"
    return "USAGEUNKNOWN" if fact.mau is None or fact.pau is None else None


def _paid(one: GrowthMonth, payable: Decimal, before: Decimal | None, balance: Decimal | None) -> GrowthMonth:
    if one.rules is None or one.rate is None:
        return one
    remark = one.remark
    if one.before_cap is not None and payable < one.before_cap:
        remark = "CAPCUT" if before else "CAPUSED"
    units = capped_units(payable, one.rate)
    return replace(one, payable=payable, balance=balance, capped_units=units, remark=remark)
