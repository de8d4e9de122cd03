"""What does a cell of text mean, given how its whole column is written?

Lenient about form (separators, currency signs, date spellings), strict about meaning: every refusal says what
was expected. A column's convention (decimal mark, day-month order) is settled on all its values together.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    TENANT = "tenant"
    MONTH = "month"
    DATE = "date"
    COUNT = "count"
    MONEY = "money"
    RATE = "rate"
    FLAG = "flag"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one column is read. `is_ambiguous` when another convention would be just as valid."""

    convention: str
    is_ambiguous: bool
    values: dict[str, Any]
    reasons: dict[str, str]


class Unreadable(Exception):
    """Raised while reading one cell; the message says what was expected."""


_GUID = re.compile(r"\{?([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})\}?$")
_BAND = re.compile(r"\s*\([A-Za-z]{1,3}\)$")
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?$")
_GROUPED = {
    "1,234.5": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"),
    "1.234,5": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?$"),
}
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_COMPACT_MONTH = re.compile(r"(\d{4})(\d{2})$")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ]\d{2}:\d{2}.*)?$")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T].*)?$")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T].*)?$")
_NAMED = re.compile(r"(?:\d{1,2}[ -])?([A-Za-z]{3,9})[ ,'-]+(\d{2}|\d{4})$")
_DAY_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ ,'-]+(\d{2}|\d{4})$")
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_TRUE, _FALSE = {"1", "true", "yes", "y"}, {"0", "false", "no", "n"}

NUMBER_CONVENTIONS = ("1,234.5", "1.234,5")
DATE_CONVENTIONS = ("month/day/year", "day/month/year")


def cleaned(text: str) -> str:
    """Without surrounding blanks, no-break spaces and byte-order marks."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip(" \t\r\n\ufeff")


def read_tenant(text: str, _: str = "") -> str:
    found = _GUID.match(text)
    if not found:
        raise Unreadable("expected a tenant ID (GUID) such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301")
    return found.group(1).lower()


def read_number(text: str, convention: str) -> Decimal:
    """A number in either convention; currency signs, percent and a size-band suffix are tolerated."""
    bare = _BAND.sub("", text).replace(" ", "")
    sign = -1 if bare.startswith("(") and bare.endswith(")") else 1
    bare = bare.strip("()$€£%")
    if bare.startswith(("-$", "-€", "-£")):
        bare = "-" + bare[2:]
    if _GROUPED[convention].match(bare):
        thousands, decimal = (",", ".") if convention == "1,234.5" else (".", ",")
        return sign * Decimal(bare.replace(thousands, "").replace(decimal, "."))
    if convention == "1.234,5" and _DECIMAL_COMMA.match(bare):
        return sign * Decimal(bare.replace(",", "."))
    if _PLAIN.match(bare):
        return sign * Decimal(bare)
    raise Unreadable("expected a number such as 12762 or 12,762")


def read_count(text: str, convention: str) -> int:
    if "%" in text or any(sign in text for sign in "$€£"):
        raise Unreadable("expected a whole number of users, without a currency or percent sign")
    number = read_number(text, convention)
    # 1.250 users is one thousand two hundred and fifty in half of the world, never one and a quarter.
    is_grouped_elsewhere = convention == "1,234.5" and bool(_GROUPED["1.234,5"].match(_BAND.sub("", text)))
    if number != number.to_integral_value() or is_grouped_elsewhere:
        raise Unreadable("expected a whole number; users cannot be fractional")
    if number < 0:
        raise Unreadable("expected zero or more; users cannot be negative")
    if number >= 10**12:
        raise Unreadable("expected a number of users below a million million")
    return int(number)


def read_money(text: str, convention: str) -> Decimal:
    number = read_number(text, convention)
    if abs(number) >= Decimal(10) ** 15:
        raise Unreadable("expected an amount below a thousand million million")
    return number


def read_rate(text: str, convention: str) -> Decimal:
    """A rate: 5 % becomes 0.05, $4.50 becomes 4.5."""
    number = read_number(text, convention)
    return number / 100 if text.rstrip().endswith("%") else number


def read_date(text: str, convention: str) -> date:
    try:
        return _date(text, convention)
    except ValueError as impossible:
        raise Unreadable("expected a date that exists, such as 2022-06-01") from impossible


def _date(text: str, convention: str) -> date:
    if found := _COMPACT.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ISO.match(text):
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := _COMPACT_MONTH.match(text):
        return date(int(found[1]), int(found[2]), 1)
    if found := _DOTTED.match(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        return date(year, first, second) if convention == DATE_CONVENTIONS[0] else date(year, second, first)
    if found := _DAY_NAMED.match(text):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _NAMED.match(text):
        return date(_year(found[2]), _month(found[1]), 1)
    raise Unreadable("expected a date such as 2022-06-01, 20220601, 6/1/2022, 01.06.2022 or Jun-22")


def _year(text: str) -> int:
    return 2000 + int(text) if len(text) == 2 else int(text)


def _month(name: str) -> int:
    number = _MONTHS.get(name[:3].lower())
    if number is None:
        raise Unreadable("expected the English name of a month, such as Jun")
    return number


def read_month(text: str, convention: str) -> date:
    return read_date(text, convention).replace(day=1)


def read_flag(text: str, _: str = "") -> bool:
    folded = text.lower()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    raise Unreadable("expected 0 or 1, True or False, Yes or No")


_READERS: dict[Kind, Callable[[str, str], Any]] = {
    Kind.TENANT: read_tenant,
    Kind.MONTH: read_month,
    Kind.DATE: read_date,
    Kind.COUNT: read_count,
    Kind.MONEY: read_money,
    Kind.RATE: read_rate,
    Kind.FLAG: read_flag,
    Kind.TEXT: lambda text, _: text,
}


def conventions_of(kind: Kind) -> tuple[str, ...]:
    """The ways a column of this kind may be written; the first is taken when all are equally valid."""
    if kind in (Kind.COUNT, Kind.MONEY, Kind.RATE):
        return NUMBER_CONVENTIONS
    if kind in (Kind.DATE, Kind.MONTH):
        return DATE_CONVENTIONS
    return ("",)


def read_column(kind: Kind, texts: Iterable[str], overruled: str | None = None) -> Reading:
    """Read a column's distinct texts under the convention that makes most of them valid.

    Month columns hold first days, so among equally valid day-month orders the one that reads every value as a
    first day wins. `overruled` is the viewer's own choice of convention.
    """
    texts = list(texts)
    choices = (overruled,) if overruled else conventions_of(kind)
    readings = [_read_all(kind, texts, convention) for convention in choices]
    ranked = sorted(readings, key=lambda reading: (len(reading.reasons), _days_off_first(kind, texts, reading)))
    best = ranked[0]
    same = [
        other
        for other in ranked[1:]
        if other.values != best.values
        and len(other.reasons) == len(best.reasons)
        and _days_off_first(kind, texts, other) == _days_off_first(kind, texts, best)
    ]
    return Reading(best.convention, bool(same), best.values, best.reasons)


def _read_all(kind: Kind, texts: list[str], convention: str) -> Reading:
    reader, values, reasons = _READERS[kind], {}, {}
    for text in texts:
        bare = cleaned(text)
        if not bare:
            values[text] = None
            continue
        try:
            values[text] = reader(bare, convention)
        except Unreadable as refusal:
            reasons[text] = str(refusal)
    return Reading(convention, False, values, reasons)


def _days_off_first(kind: Kind, texts: list[str], reading: Reading) -> int:
    if kind is not Kind.MONTH:
        return 0
    days = (read_date(cleaned(text), reading.convention).day for text in texts if reading.values.get(text))
    return sum(day != 1 for day in days)
