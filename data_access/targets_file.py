"""How are targets read from a CSV of our own, row by row? Columns and rules: docs/targets_file.md."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from data_access.importing.cell_numbers import NUMBER_CONVENTIONS, read_money
from data_access.importing.kinds import Unreadable, cleaned
from data_access.targets import KINDS, Target, checked_target
from domain.errors import BadInput
from domain.periods import plus_months

COLUMNS = ("quarter", "counts", "target", "account_manager_id", "team")
EXAMPLE = """\
quarter,counts,target,account_manager_id,team
FY27 Q2,new_units,12000,,
FY27 Q2,reported_usd,250000.00,,
FY27 Q2,new_units,4000,,North
FY27 Q2,new_units,900,am-01,
"""

_NEEDED = frozenset(COLUMNS[:3])
_LARGEST = 1_000_000
_FISCAL = re.compile(r"FY ?(?:20)?(\d\d)[ -]?Q([1-4])$", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d$")


@dataclass(frozen=True, slots=True)
class TargetsRead:
    """The targets of the good rows, and a sentence for every refused one, by its line in the file."""

    targets: tuple[Target, ...]
    refused: tuple[str, ...]


def read_targets(content: bytes, managers: Collection[str] = (), teams: Collection[str] = ()) -> TargetsRead:
    """A targets file. Owners are checked against `managers` and `teams` where any are known.

    `BadInput` when the file as a whole is none: too large, not text, or without the columns.
    """
    if len(content) > _LARGEST:
        raise BadInput("The file is larger than 1 MB. A targets file has a row per quarter and person.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadInput("The file is not UTF-8 text. Save it as CSV in UTF-8.") from wrong
    good: dict[Target, tuple[int, Target]] = {}
    refused = []
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    for line, row in _rows(text, delimiter):
        try:
            one = _target(row, NUMBER_CONVENTIONS[delimiter == ";"])
            _refuse_unknown(one, managers, teams)
            nameless = replace(one, amount=Decimal(0))
            if nameless in good:
                raise BadInput(f"line {good[nameless][0]} sets this target already; expected it once.")
            good[nameless] = line, one
        except BadInput as wrong:
            refused.append(f"Line {line}: {wrong.sentence}")
    return TargetsRead(tuple(one for _, one in good.values()), tuple(refused))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    reader.fieldnames = [cleaned(name).casefold() for name in reader.fieldnames or ()]
    missing = _NEEDED - set(reader.fieldnames)
    if missing:
        raise BadInput(f"The file lacks {', '.join(sorted(missing))}. Its columns are: {', '.join(COLUMNS)}.")
    try:
        for row in reader:
            cells = {name: cleaned(row.get(name) or "") for name in COLUMNS}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as broken:
        raise BadInput(f"The file is no CSV that can be read: {broken}.") from broken


def _target(row: Mapping[str, str], convention: str) -> Target:
    kind = row["counts"].casefold()
    if kind not in KINDS:
        raise BadInput(f"counts is “{row['counts'][:40]}”; expected {' or '.join(KINDS)}.")
    if row["account_manager_id"] and row["team"]:
        raise BadInput("it names an account manager and a team; expected one of them, or neither for all.")
    try:
        amount = read_money(row["target"], convention)
    except Unreadable as wrong:
        raise BadInput(f"target is “{row['target'][:40]}”; {wrong}.") from wrong
    quarter = _quarter(row["quarter"])
    return checked_target(Target(quarter, kind, round(amount, 2), row["account_manager_id"], row["team"]))


def _quarter(text: str) -> date:
    fiscal = _FISCAL.match(text)
    if fiscal:
        # FY27 Q1 begins in July 2026.
        return plus_months(date(2000 + int(fiscal[1]) - 1, 7, 1), 3 * (int(fiscal[2]) - 1))
    try:
        return date.fromisoformat(f"{text}-01" if _MONTH.match(text) else text)
    except ValueError:
        expected = "expected a fiscal quarter such as FY27 Q2 or its first day such as 2026-10-01"
        raise BadInput(f"quarter is “{text[:40]}”; {expected}.") from None


def _refuse_unknown(one: Target, managers: Collection[str], teams: Collection[str]) -> None:
    for column, owner, known in (
        ("account_manager_id", one.account_manager_id, managers),
        ("team", one.team, teams),
    ):
        if owner and known and owner not in known:
            raise BadInput(
                f"{column} is “{owner[:40]}”, whom no customer belongs to; expected one of the customers file."
            )
