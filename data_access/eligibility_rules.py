"""Which score rules are in force when, and from which file?"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from data_access.workspace import replace_file
from domain import eligibility_rules as rules
from domain.errors import BadInput

SHIPPED = Path(rules.__file__).with_name("programs")
LAST_GOOD = "last_good"

_PROGRAM = TypeAdapter(rules.ScoreProgram)
_GATES = TypeAdapter(rules.GateList)


@dataclass(frozen=True)
class ProgramsRead:
    """Programs in force, by name and start; and a sentence for every file that was refused."""

    programs: tuple[rules.ScoreProgram, ...]
    refused: tuple[str, ...]


def score_programs(own: Path | None = None) -> ProgramsRead:
    """The shipped score programs and those of a workspace's programs folder.

    An own file replaces the shipped one of the same program and start, and ends an earlier one at its start.
    A broken own file is refused with a sentence; its last good text, where one is kept, stays in force.
    """
    in_force = {(one.program, one.effective_from): one for one in map(score_program, _files(SHIPPED))}
    named: dict[tuple[str, date], Path] = {}
    refused = []
    for file in _files(own) if own else ():
        try:
            one = score_program(file)
            earlier = named.get((one.program, one.effective_from))
            if earlier:
                raise BadInput(f"{file.name}: {earlier.name} already starts “{one.program}” in this month.")
        except BadInput as broken:
            refused.append(broken.sentence)
            kept = _kept(file)
            if kept is None:
                continue
            one = kept
        named[one.program, one.effective_from] = file
        in_force[one.program, one.effective_from] = one
    return ProgramsRead(_ended_by_their_successors(in_force.values()), tuple(refused))


def keep_last_good_scores(own: Path) -> None:
    """Keep a copy of every own score program that is right, for the day its file no longer is."""
    for file in _files(own):
        try:
            score_program(file)
        except BadInput:
            continue
        (own / LAST_GOOD).mkdir(exist_ok=True)
        replace_file(own / LAST_GOOD / file.name, file.read_bytes())


def score_program(file: Path) -> rules.ScoreProgram:
    """One file's program; BadInput names the file, the key and what was expected."""
    try:
        return _PROGRAM.validate_python(_toml(file))
    except ValidationError as error:
        raise BadInput(" ".join(_sentence(file, one) for one in error.errors()[:5])) from error


def program_gates() -> rules.GateList:
    """Specializations and benefits packages, with what is public about their gates."""
    return _GATES.validate_python(_toml(SHIPPED / "specializations.toml"))


def _files(folder: Path) -> list[Path]:
    """The folder's score programs: other kinds of rule sets live beside them."""
    return [file for file in sorted(folder.glob("*.toml")) if 'kind = "program-score"' in _text(file)]


def _kept(file: Path) -> rules.ScoreProgram | None:
    copy = file.parent / LAST_GOOD / file.name
    try:
        return score_program(copy) if copy.exists() else None
    except BadInput:
        return None


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(file), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{file.name} is not valid TOML: {error}.") from error


def _sentence(file: Path, error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"]) or "the whole file"
    return f"{file.name}, {key}: {error['msg'].removeprefix('Value error, ')}."


def _ended_by_their_successors(programs: Iterable[rules.ScoreProgram]) -> tuple[rules.ScoreProgram, ...]:
    ordered = sorted(programs, key=lambda one: (one.program, one.effective_from))
    ended = []
    for one, following in zip(ordered, [*ordered[1:], None], strict=True):
        ends = [one.effective_until] if one.effective_until else []
        if following and following.program == one.program:
            ends.append(following.effective_from)
        ended.append(replace(one, effective_until=min(ends, default=None)))
    return tuple(ended)
