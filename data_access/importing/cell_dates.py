"""Which day does a cell of text say, in the day-month order its column uses?"""

import re
from datetime import date

from data_access.importing.kinds import Unreadable

DATE_CONVENTIONS = ("month/day/year", "day/month/year")

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_COMPACT_MONTH = re.compile(r"(\d{4})(\d{2})$")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ]\d{2}:\d{2}.*)?$")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ T].*)?$")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:[ T].*)?$")
_NAMED = re.compile(r"([A-Za-z]{3,9})[ ,'-]+(\d{2}|\d{4})$")
_DAY_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ ,'-]+(\d{2}|\d{4})$")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}


def read_date(text: str, convention: str) -> date:
    try:
        return _date(text, convention)
    except ValueError as impossible:
        raise Unreadable("expected a date that exists, such as 2022-06-01") from impossible


def read_month(text: str, convention: str) -> date:
    """The first day of the date's month."""
    return read_date(text, convention).replace(day=1)


def _date(text: str, convention: str) -> date:
    if found := _COMPACT.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ISO.match(text):
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := _COMPACT_MONTH.match(text):
        return date(int(found[1]), int(found[2]), 1)
    if found := _DOTTED.match(text):
        return date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.match(text):
        first, second, year = int(found[1]), int(found[2]), _year(found[3])
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
