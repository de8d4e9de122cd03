"""How does each signal say its own number: in users, seats, licences, units or days, for or against?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.wording import counted, exact

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for it (+) or against it (−), in words."""

    sign: str
    words: str

    def __str__(self) -> str:
        return f"{self.sign} {self.words}"


def _unclaimed(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("+", f"{counted(moved, 'paid seat')} without an association")


def _headroom(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("+", f"{counted(moved, 'paid seat')} above the mark of {exact(row['mark'])}")


def _near_milestone(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("+", f"{counted(moved, 'user')} short of {line} %")


def _near_mark(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("+", f"{counted(moved, 'user')} under the mark of {exact(row['mark'])}, after a dip")


def _falling(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("−", f"{counted(moved, 'user')} lost in {line} months, every month")


def _seats_grew(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("+", f"{counted(moved, 'seat')} bought in three months, not used yet")


def _size_line(row: Row, moved: int, line: int | None) -> Reason:
    if moved < 0:
        return Reason("+", f"{counted(-moved, 'licence')} short of {line}")
    return Reason("+", f"crossed {line} licences, now {exact(row['pau'])}")


def _cap(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("−", f"{counted(moved, 'unit')} left under the cap")


def _proof(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("−", f"proof signed {counted(moved, 'day')} ago")


def _overdue(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("−", f"{counted(moved, 'day')} in one step of the claim")


def _without_usage(row: Row, moved: int, line: int | None) -> Reason:
    return Reason("−", f"{counted(moved, 'day')} approved without usage")


SAYINGS: Mapping[str, Callable[[Row, int, int | None], Reason]] = {
    "unclaimed": _unclaimed,
    "headroom": _headroom,
    "near_milestone": _near_milestone,
    "near_mark": _near_mark,
    "falling": _falling,
    "seats_grew": _seats_grew,
    "size_line": _size_line,
    "cap_nearly_used": _cap,
    "poe_ageing": _proof,
    "claim_overdue": _overdue,
    "claim_without_usage": _without_usage,
}
