"""Which questions are there? All of them, by name."""

from types import ModuleType

from data_access import (
    adoption,
    associations,
    catalogue,
    claimable,
    disputes,
    eligibility,
    growth,
    imports,
    incentive_checks,
    incentive_ladder,
    incentive_order,
    incentive_parts,
    incentives,
    portfolio,
    signals,
    targets,
)
from data_access.contract import Question
from data_access.forecasts import questions as forecasts
from domain.errors import UnknownName

SUBJECTS: tuple[ModuleType, ...] = (
    adoption,
    associations,
    catalogue,
    claimable,
    disputes,
    eligibility,
    forecasts,
    growth,
    imports,
    incentive_checks,
    incentive_ladder,
    incentive_order,
    incentive_parts,
    incentives,
    portfolio,
    signals,
    targets,
)


def every_question() -> dict[str, Question]:
    """Name to question, in alphabetical order."""
    found = {
        question.name: question
        for subject in SUBJECTS
        for question in vars(subject).values()
        if isinstance(question, Question)
    }
    return dict(sorted(found.items()))


def question_named(name: str) -> Question:
    """The question of this name; `UnknownName` lists what there is."""
    known = every_question()
    if name not in known:
        raise UnknownName(f"There is no question “{name}”. There are: {', '.join(known)}.")
    return known[name]
