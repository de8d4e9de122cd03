"""Which incentive rule sets are in force, from which file, and what is wrong with those that are not?

Shipped sets live in `domain/programs`, own ones in the data folder's `programs`. An own file that is broken is
refused with a sentence, and its last good text, kept in `programs/last_good`, stays in force.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

import domain
from data_access.workspace import Workspace, replace_file
from domain.errors import BadInput
from domain.incentive_rulebook import FOREVER, RuleBook, overlap
from domain.incentive_rules import GrowthRules, MilestoneRules, RuleSet

SHIPPED = Path(domain.__file__).with_name("programs")
LAST_GOOD = "last_good"

_FAMILIES: dict[str, TypeAdapter[Any]] = {
    "growth": TypeAdapter(GrowthRules),
    "milestone": TypeAdapter(MilestoneRules),
}


@dataclass(frozen=True)
class LoadedRules:
    """The rule book, a sentence for each refused file, and the text of each own file that is good."""

    book: RuleBook
    problems: tuple[str, ...] = ()
    good_texts: dict[str, bytes] = field(default_factory=dict)


def rule_sets(workspace: Workspace | None = None) -> LoadedRules:
    """Shipped and own sets. Reads only; `keep_last_good` remembers what was good when marts are built.

    Of two own sets that overlap the one already in force stays, and the newcomer is refused.
    """
    if workspace is None:
        return LoadedRules(RuleBook(shipped=_shipped()))
    accepted: list[RuleSet] = []
    problems: list[str] = []
    texts: dict[str, bytes] = {}
    for file in sorted(_own_files(workspace), key=lambda one: (not _is_unchanged(one), one.name)):
        try:
            text = file.read_bytes()
            rules = _parsed(file, text)
            _refuse_overlap(rules, accepted)
        except BadInput as broken:
            kept = _last_good(file, accepted)
            problems.append(broken.sentence + (" Its last good version stays in force." if kept else ""))
            accepted += [kept] if kept else []
        else:
            accepted.append(rules)
            texts[file.name] = text
    return LoadedRules(RuleBook(tuple(accepted), _shipped()), tuple(problems), texts)


def keep_last_good(workspace: Workspace, loaded: LoadedRules) -> None:
    """Keep a copy of every good own file, and forget the copies of files that were taken away."""
    folder = workspace.programs / LAST_GOOD
    if loaded.good_texts:
        folder.mkdir(parents=True, exist_ok=True)
    for name, text in loaded.good_texts.items():
        replace_file(folder / name, text)
    # Score programs keep theirs in the same folder.
    present = {file.name for file in workspace.programs.glob("*.toml")}
    for copy in folder.glob("*.toml") if folder.exists() else ():
        if copy.name not in present:
            copy.unlink()


def check(file: Path, workspace: Workspace | None = None) -> str:
    """A sentence that says the file is a good rule set; `BadInput` says what is wrong, by file and key."""
    try:
        rules = _parsed(file, file.read_bytes())
    except OSError as unreadable:
        raise BadInput(f"{file}: cannot be read; expected a rule set as TOML.") from unreadable
    others = rule_sets(workspace).book.own if workspace else ()
    _refuse_overlap(rules, [one for one in others if one.name != rules.name])
    until = f" until {rules.end_before:%B %Y}, exclusive" if rules.end_before else ", no end"
    kind = "illustrative" if rules.illustrative else "real"
    return (
        f"{file.name} is right: {rules.family} rules ({kind} amounts) for {len(rules.pays_for)} workloads, "
        f"from {rules.start:%B %Y}{until}."
    )


def in_force(workspace: Workspace | None = None) -> list[dict[str, Any]]:
    """What applies when: one row per family, workload and unbroken run of months, and one per refused file."""
    loaded = rule_sets(workspace)
    rows: list[dict[str, Any]] = [
        {
            "family": period.rules.family,
            "workload": period.workload,
            "start": period.start,
            "end_before": None if period.end_before == FOREVER else period.end_before,
            "rule_set": period.rules.name,
            "is_own": period.rules in loaded.book.own,
            "is_illustrative": period.rules.illustrative,
            "source": period.rules.source,
            "problem": None,
        }
        for period in loaded.book.periods()
    ]
    nothing = dict.fromkeys(rows[0]) if rows else {}
    return rows + [{**nothing, "problem": problem} for problem in loaded.problems]


def parsed_rules(name: str, text: str) -> RuleSet:
    """The rule set of a TOML text; `BadInput` names the file and the key."""
    return _parsed(Path(name), text.encode())


@cache
def _shipped() -> tuple[RuleSet, ...]:
    return tuple(_parsed(file, file.read_bytes()) for file in _rule_files(SHIPPED))


def _own_files(workspace: Workspace) -> list[Path]:
    return _rule_files(workspace.programs) if workspace.programs.exists() else []


def _rule_files(folder: Path) -> list[Path]:
    """Score programs and gates live in the same folder and say their kind."""
    return [file for file in sorted(folder.glob("*.toml")) if b'kind = "program-' not in file.read_bytes()]


def _is_unchanged(file: Path) -> bool:
    copy = file.parent / LAST_GOOD / file.name
    return copy.exists() and copy.read_bytes() == file.read_bytes()


def _last_good(file: Path, accepted: Iterable[RuleSet]) -> RuleSet | None:
    copy = file.parent / LAST_GOOD / file.name
    try:
        rules = _parsed(file, copy.read_bytes())
        _refuse_overlap(rules, accepted)
    except (BadInput, FileNotFoundError):
        return None
    return rules


def _refuse_overlap(rules: RuleSet, accepted: Iterable[RuleSet]) -> None:
    for other in accepted:
        why = overlap(other, rules)
        if why:
            raise BadInput(f"{rules.name}.toml: {why}.")


def _parsed(file: Path, text: bytes) -> RuleSet:
    try:
        table = tomllib.loads(text.decode("utf-8-sig"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise BadInput(f"{file.name}: not a TOML file in UTF-8: {broken}.") from broken
    family = table.get("family")
    if family not in _FAMILIES:
        raise BadInput(f"{file.name}: family: expected “milestone” or “growth”, not {family!r}.")
    if "name" in table:
        raise BadInput(f"{file.name}: name: not a key of a rule set; its file name is its name.")
    try:
        rules: RuleSet = _FAMILIES[family].validate_python({**table, "name": file.stem})
    except ValidationError as broken:
        raise BadInput(f"{file.name}: {'; '.join(_sentence(one) for one in broken.errors()[:5])}.") from broken
    return rules


def _sentence(error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"])
    said = error["msg"].removeprefix("Value error, ")
    if error["type"] == "missing":
        said = "this key is missing"
    if error["type"] == "unexpected_keyword_argument":
        said = "unknown key"
    return f"{key}: {said}" if key else said
