"""What does an incentive rule set say: who pays what, from which month, for which workloads, up to which cap?

Plain dataclasses: `data_access/programs.py` fills them from `programs/*.toml` and checks types and keys; what a
type cannot say (steps in order, known workloads, whole months) is checked here, naming the key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from domain.workloads import known_workloads, workload_code

CapScope = Literal["customer_workload", "customer"]

CENT = Decimal("0.01")
LARGEST_RATE_USD = 10_000
"""Keeps units x rate inside 64 bits; no published usage rate comes near."""


@dataclass(frozen=True, kw_only=True)
class Band:
    """A size class by paid units, from `from_pau` up to the next band; one amount per step, in USD."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    name: str
    from_pau: int
    amounts_usd: tuple[Decimal, ...]


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What both families have. In force in the months [start, end_before); `time_cap_months` counts from the
    association's month, which is the first; `minimum_pau` is inclusive. `name` is the file's, without ending.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    name: str
    start: date
    end_before: date | None = None
    illustrative: bool
    source: str
    minimum_pau: int = 0
    time_cap_months: int | None = None

    @property
    def pays_for(self) -> tuple[str, ...]:
        """Codes of the workloads that pay."""
        raise NotImplementedError

    def __post_init__(self) -> None:
        for key, month in (("start", self.start), ("end_before", self.end_before)):
            if month is not None and month.day != 1:
                raise ValueError(f"{key}: {month} is not the first of a month")
        if self.end_before is not None and self.end_before <= self.start:
            raise ValueError(f"end_before: {self.end_before} must be after start, {self.start}")
        if not self.source.strip():
            raise ValueError("source: says where the figures come from; it must not be blank")
        if self.minimum_pau < 0:
            raise ValueError(f"minimum_pau: {self.minimum_pau} is negative")
        if self.time_cap_months is not None and self.time_cap_months < 1:
            raise ValueError("time_cap_months: must be 1 or more; leave it out where there is no time cap")


@dataclass(frozen=True, kw_only=True)
class GrowthRules(Rules):
    """USD per new unit, cut off by a cap in USD (none: no cap) per customer or per customer and workload."""

    family: Literal["growth"] = "growth"
    rates_usd: Mapping[str, Decimal]
    cap_usd: Decimal | None = None
    cap_scope: CapScope = "customer_workload"

    @property
    def pays_for(self) -> tuple[str, ...]:
        return tuple(self.rates_usd)

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_workloads("rates_usd", self.rates_usd)
        for code, rate in self.rates_usd.items():
            if rate < 0:
                raise ValueError(f"rates_usd.{code}: {rate} is negative")
            if rate > LARGEST_RATE_USD or _places(rate) > 6:
                raise ValueError(
                    f"rates_usd.{code}: {rate} is not USD per unit, up to {LARGEST_RATE_USD:,} with 6 decimals"
                )
        if self.cap_usd is not None:
            _check_cents("cap_usd", self.cap_usd)


@dataclass(frozen=True, kw_only=True)
class MilestoneRules(Rules):
    """One payment per customer, workload and step, when usage first reaches the step (in percent of PAU)."""

    family: Literal["milestone"] = "milestone"
    workloads: tuple[str, ...]
    steps_percent: tuple[int, ...]
    bands: tuple[Band, ...]
    minimum_pau: int = 150

    @property
    def pays_for(self) -> tuple[str, ...]:
        return self.workloads

    def band_of(self, pau: int) -> Band | None:
        """The band a PAU lies in; None below the first."""
        return next((band for band in reversed(self.bands) if pau >= band.from_pau), None)

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_workloads("workloads", self.workloads)
        if not self.steps_percent or min(self.steps_percent) < 1:
            raise ValueError("steps_percent: one or more whole percentages of 1 or more")
        if list(self.steps_percent) != sorted(set(self.steps_percent)):
            raise ValueError(
                f"steps_percent: {list(self.steps_percent)} is out of order; each must exceed the one before"
            )
        if self.minimum_pau < 1:
            raise ValueError("minimum_pau: must be 1 or more, since usage is a share of PAU")
        starts = [band.from_pau for band in self.bands]
        if not starts or starts != sorted(set(starts)):
            raise ValueError("bands: one or more, each from_pau above the one before")
        if starts[0] > self.minimum_pau:
            raise ValueError(f"bands: the first starts at {starts[0]}, above minimum_pau {self.minimum_pau}")
        for number, band in enumerate(self.bands):
            if len(band.amounts_usd) != len(self.steps_percent):
                raise ValueError(f"bands.{number}.amounts_usd: needs one amount for each of steps_percent")
            for amount in band.amounts_usd:
                _check_cents(f"bands.{number}.amounts_usd", amount)


RuleSet = GrowthRules | MilestoneRules


def _check_workloads(key: str, codes: Iterable[str]) -> None:
    listed = list(codes)
    if not listed:
        raise ValueError(f"{key}: names no workload")
    if len(set(listed)) < len(listed):
        raise ValueError(f"{key}: a workload is listed twice")
    for code in listed:
        if code not in known_workloads():
            meant = workload_code(code)
            hint = f"; did you mean {meant}?" if meant else "; the definitions page lists the codes"
            raise ValueError(f"{key}: “{code}” is not the code of a known workload{hint}")


def _check_cents(key: str, amount: Decimal) -> None:
    if amount < 0:
        raise ValueError(f"{key}: {amount} is negative")
    if _places(amount) > 2 or amount > 10**9:
        raise ValueError(f"{key}: {amount} is not an amount in USD with at most two decimals")


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 99
