"""What is a question? A name, a SQL file of that name, what may be asked with it, and the columns it answers with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

import polars as pl
from polars.datatypes import DataType, DataTypeClass

from data_access.ways import binds_of, text_of, way_for
from domain.errors import BadInput, UnknownName
from domain.workloads import workload_code

Columns = Mapping[str, DataType | DataTypeClass]

SCOPE_NAMES = frozenset(
    {"start", "end_before", "workloads", "segments", "countries", "managers", "locations", "tenant"}
    | {"sees_all", "viewer_user", "viewer_team"}
)
"""Bound by the door itself, from the viewer and the scope."""


@dataclass(frozen=True)
class Parameter:
    """One thing a question may be asked with. `kind`: str, int, float, bool, date or a tuple of allowed words."""

    kind: type | tuple[str, ...]
    default: Any = None

    def read(self, name: str, value: Any) -> Any:
        """The value in its kind, from text too; `BadInput` says what was expected."""
        if value is None:
            return None
        if isinstance(self.kind, tuple):
            if value not in self.kind:
                raise BadInput(f"{name} is “{value}”; expected one of {', '.join(self.kind)}.")
            return value
        try:
            return _READ[self.kind](value)
        except (ValueError, TypeError, KeyError):
            shown = str(value).encode(errors="replace").decode()
            raise BadInput(f"{name} is “{shown}”; expected {_EXPECTED[self.kind]}.") from None


def _date(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = str(value)
    return date.fromisoformat(f"{text}-01" if len(text) == len("2026-10") else text)


def _bool(value: Any) -> bool:
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}[str(value).lower()]


def _text(value: Any) -> str:
    text = str(value)
    text.encode()  # A command line may hand over bytes that are no text; no engine binds those.
    return text


def _whole(value: Any) -> int:
    number = int(str(value))
    if not -(2**63) <= number < 2**63:
        raise ValueError
    return number


_READ: dict[type, Callable[[Any], Any]] = {str: _text, int: _whole, float: float, bool: _bool, date: _date}
_EXPECTED = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date such as 2026-10-01 or a month such as 2026-10",
}


PAGE: Mapping[str, Parameter] = {"skip_rows": Parameter(int, 0), "page_size": Parameter(int)}
"""Which rows of a long answer's order; without a size all of them."""


@dataclass(frozen=True)
class Question:
    """`name` is the path of its SQL below data_access/sql and its name on the command line.

    `columns` is the contract: exactly these, in this order, of these Polars types.
    """

    name: str
    columns: Columns
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The text for everybody."""
        return self.text_for({})

    def text_for(self, values: Mapping[str, Any]) -> str:
        """The text that answers these values; most questions have but one."""
        return text_of(self.name, way_for([self.name], values))

    @cached_property
    def binds(self) -> frozenset[str]:
        """The names its texts mention, without those in comments."""
        return binds_of(self.name)

    @property
    def answers(self) -> tuple["Question", ...]:
        """The questions whose answers the text reads, each a relation named as `relation` says."""
        return ()

    @cached_property
    def all_text(self) -> str:
        """Its text and those of the answers it reads."""
        return self.text + "".join(one.all_text for one in self.answers)

    @property
    def relation(self) -> str:
        """Its name where another question reads it."""
        return self.name.rpartition("/")[2]

    @property
    def title(self) -> str:
        """The first line of the SQL's header: what it answers."""
        return self.text.splitlines()[0].removeprefix("--").strip()

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every own parameter with its value; an unknown one is refused with the known names."""
        for name in given:
            if name not in self.parameters:
                known = ", ".join(sorted(self.parameters)) or "no parameters of its own"
                raise UnknownName(
                    f"{self.name} takes no “{name}”; it takes {known}, and tenant, workload, start, end_before."
                )
        return {
            name: parameter.read(name, given.get(name, parameter.default))
            for name, parameter in self.parameters.items()
        }

    def check(self, frame: pl.DataFrame) -> None:
        """Hold an answer against the contract; a difference is a defect of the SQL, not of the viewer's input."""
        found = dict(zip(frame.columns, frame.dtypes, strict=True))
        if list(found.items()) != list(self.columns.items()):
            raise TypeError(f"{self.name} answered {found}, its contract says {dict(self.columns)}")


def tenant_parameter(value: str) -> str:
    """A tenant ID in its one spelling; `BadInput` when it is none."""
    try:
        return str(UUID(value.strip()))
    except ValueError:
        raise BadInput(f"tenant is “{value}”; expected a tenant ID (GUID).") from None


def workload_parameter(value: str, known: frozenset[str] = frozenset()) -> str:
    """A workload's code from its code or name; a name of the data's own is its own code."""
    code = workload_code(value)
    if code is None and value in known:
        return value
    if code is None:
        raise BadInput(f"workload is “{value}”; expected a code such as EXO or a name such as Exchange Online.")
    return code
