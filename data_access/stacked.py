"""How does one question stand on others, and how do claims' clocks reach SQL?

A stacked question's text is its own static file with the questions it stands on before it, each a relation of its
last name. Of a question that is `given` it reads the answer, which several questions share: working out what claims do
to the opportunity list takes longer than reading the list. Clocks run in business days of a country; SQL gets the
days before which a step began too early.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from data_access.contract import Parameter, Question
from data_access.registry.settings import claim_settings
from data_access.signal_settings import signal_settings
from data_access.ways import binds_of, text_of, way_for
from domain.signal_clocks import Cutoffs, cutoffs

_LEADING_WITH = re.compile(r"\A((?:\s*--[^\n]*\n)*)\s*with\s", re.IGNORECASE)

AT_ASK: Mapping[str, Parameter] = {
    "today": Parameter(date),
    **{name: Parameter(date) for name in Cutoffs.__dataclass_fields__},
    "claim_without_usage_days": Parameter(int),
    "returns_share": Parameter(float),
}
"""What depends on the day of asking. Only `today` need be given: the rest follows from it and the settings."""


@dataclass(frozen=True)
class ClaimQuestion(Question):
    """A question that binds thresholds, or days that follow from today; without it, claims' clocks say nothing."""

    def __post_init__(self) -> None:
        own = {name: parameter for name, parameter in AT_ASK.items() if name in self.binds}
        day = {"today": AT_ASK["today"]} if own.keys() - {"returns_share"} else {}
        object.__setattr__(self, "parameters", {**self.parameters, **own, **day})

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """As every question's, with the days that follow from `today`."""
        read = super().values(given)
        thresholds = signal_settings()
        follows: dict[str, Any] = {
            "claim_without_usage_days": thresholds.claim_without_usage_days,
            "returns_share": thresholds.returns_share,
        }
        if read.get("today"):
            days = cutoffs(read["today"], claim_settings())
            follows |= {name: getattr(days, name) for name in Cutoffs.__dataclass_fields__}
        return {name: follows.get(name) if value is None else value for name, value in read.items()}


@dataclass(frozen=True)
class StackedQuestion(ClaimQuestion):
    """A question that reads other questions, or the answers of `given` ones, by the last part of their names."""

    stands_on: tuple[Question, ...] = field(default=())
    given: tuple[Question, ...] = field(default=())

    @cached_property
    def binds(self) -> frozenset[str]:
        """With what its ground binds, and what the answers it is given depend on."""
        return binds_of(self.name).union(*(one.binds for one in (*self.ground, *self.answers)))

    @property
    def answers(self) -> tuple[Question, ...]:
        below = [one for question in self.stands_on for one in question.answers]
        return tuple({one.name: one for one in (*below, *self.given)}.values())

    def text_for(self, values: Mapping[str, Any]) -> str:
        """The own file's text after those it stands on, each once, all of them chosen together."""
        way = way_for([self.name, *(one.name for one in self.ground)], values)
        own = text_of(self.name, way)
        found = _LEADING_WITH.match(own)
        if not found:
            raise ValueError(f"{self.name}.sql must begin with `with`")
        below = "".join(f"{one.relation} as (\n{text_of(one.name, way)}\n),\n\n" for one in self.ground)
        return f"{found[1]}with {below}{own[found.end() :]}"

    @property
    def ground(self) -> tuple[Question, ...]:
        """Everything it stands on, directly or not, the lowest first."""
        found: dict[str, Question] = {}
        for one in self.stands_on:
            deeper = one.ground if isinstance(one, StackedQuestion) else ()
            found |= {below.name: below for below in (*deeper, one)}
        return tuple(found.values())
