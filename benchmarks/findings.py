"""What was measured, against what, and is it within its budget?"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """`value` in `unit`, of which `budget` is the most that is allowed (None: told, not judged).

    A `value` of None could not be measured; `details` say why. Otherwise they hold what it was computed from.
    """

    section: str
    name: str
    value: float | None
    unit: str = "x"
    budget: float | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """Empty where nothing was promised."""
        if self.value is None:
            return "FAILED"
        if self.budget is None:
            return ""
        return "within" if self.value <= self.budget else "OVER"


def ratio(ours: float, theirs: float) -> float | None:
    """Ours over theirs; None when there is nothing to compare with."""
    return ours / theirs if theirs else None


def as_json(findings: Sequence[Finding], machine: Mapping[str, Any]) -> str:
    rows = [{**asdict(one), "verdict": one.verdict} for one in findings]
    return json.dumps({"machine": dict(machine), "findings": rows}, indent=1, default=str)


def as_table(findings: Sequence[Finding], machine: Mapping[str, Any]) -> str:
    """For people: a Markdown table, so that it can be recorded as it is."""
    lines = [f"- {name}: {value}" for name, value in machine.items()]
    lines += ["", "| section | what | value | budget | verdict | from |", "|---|---|---:|---:|---|---|"]
    lines += [_row(one) for one in findings]
    return "\n".join(lines)


def _row(one: Finding) -> str:
    budget = "" if one.budget is None else _number(one.budget, one.unit)
    told = ", ".join(f"{name} {_plain(value)}" for name, value in one.details.items())
    return f"| {one.section} | {one.name} | {_number(one.value, one.unit)} | {budget} | {one.verdict} | {told} |"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    shown = f"{value:,.0f}" if value >= 100 or unit == "MB" else f"{value:.2f}"
    return f"{shown} {unit}"


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}"
    return str(value)
