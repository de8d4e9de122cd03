"""Which dates does a text contain, and can each be read in one way only?"""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.proof.months import month_number


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the month's last day where there is no such day.

    >>> months_later(date(2026, 1, 31), 1), months_later(date(2026, 11, 23), -12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 11, 23))
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_earlier(day: date, months: int) -> date:
    """The same day `months` earlier (see `months_later`)."""
    return months_later(day, -months)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, and the days it can mean; several when day and month could change places."""

    start: int
    end: int
    text: str
    readings: tuple[date, ...]
    is_slashed: bool = False

    @property
    def is_ambiguous(self) -> bool:
        return len(self.readings) > 1


_YEAR = r"(\d{4}|['’]?\d{2})(?![\d])"
_WORD = r"([^\W\d_]{3,14})"
_JOIN = r"[\s.,/-]{1,3}(?:(?:of|de|del|di)[\s.]+|d[’']\s*)?"
_NAMED_DAY_FIRST = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?{_JOIN}{_WORD}\.?[\s.,/-]{{1,3}}(?:(?:de|del|of)\s+)?{_YEAR}",
    re.IGNORECASE,
)
_NAMED_MONTH_FIRST = re.compile(
    rf"(?<![^\W_]){_WORD}\.?[\s-]{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?[\s.,-]{{1,3}}{_YEAR}", re.IGNORECASE
)
_NAMED_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})[\s.,/-]{{1,2}}{_WORD}\.?[\s.,/-]{{1,2}}(\d{{1,2}})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_EAST_ASIAN = re.compile(r"(令和\s*)?(\d{1,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-]|\.\d)")
_COMPACT = re.compile(r"(?<![\d-])(20\d{2})(\d{2})(\d{2})(?![\d-])")


def dates_in(text: str) -> tuple[DateMention, ...]:
    """The dates of a text in order. Slashed dates follow the order the other slashed dates of the text prove.

    >>> [each.readings for each in dates_in("Signed 03/04/2026")]
    [(datetime.date(2026, 4, 3), datetime.date(2026, 3, 4))]
    >>> [each.readings[0].isoformat() for each in dates_in("from 25/01/2026 to 03/04/2026")]
    ['2026-01-25', '2026-04-03']
    """
    mentions: list[DateMention] = []
    for each in sorted(_candidates(text), key=lambda found: (found.start, found.start - found.end)):
        if not mentions or each.start >= mentions[-1].end:
            mentions.append(each)
    return _settled(tuple(mentions))


def _settled(mentions: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    orders = {_order(each) for each in mentions if each.is_slashed and not each.is_ambiguous} - {None}
    if len(orders) != 1:
        return mentions
    day_first = orders == {"day"}
    return tuple(
        replace(each, readings=each.readings[:1] if day_first else each.readings[1:2])
        if each.is_slashed and len(each.readings) == 2
        else each
        for each in mentions
    )


def _order(mention: DateMention) -> str | None:
    first = int(re.match(r"\d+", mention.text)[0])  # type: ignore[index]  # a slashed mention starts with digits
    day = mention.readings[0]
    if day.day == day.month:
        return None
    return "day" if first == day.day else "month"


def _candidates(text: str) -> Iterator[DateMention]:
    for found in _NAMED_DAY_FIRST.finditer(text):
        yield from _named(found, day=1, month=2, year=3)
    for found in _NAMED_MONTH_FIRST.finditer(text):
        yield from _named(found, day=2, month=1, year=3)
    for found in _NAMED_YEAR_FIRST.finditer(text):
        yield from _named(found, day=3, month=2, year=1)
    for found in _YEAR_FIRST.finditer(text):
        yield from _mention(found, [(found[1], found[3], found[4])])
    for found in _EAST_ASIAN.finditer(text):
        year = str(2018 + int(found[2])) if found[1] else found[2]
        yield from _mention(found, [(year, found[3], found[4])])
    for found in _COMPACT.finditer(text):
        yield from _mention(found, [(found[1], found[2], found[3])])
    for found in _NUMBERS.finditer(text):
        one, mark, two, year = found.groups()
        orders = [(year, two, one)] if mark == "." else [(year, two, one), (year, one, two)]
        if len(year) == 2 and mark != ".":
            orders.append((one, two, year))
        yield from _mention(found, orders, is_slashed=mark != ".")


def _named(found: re.Match[str], *, day: int, month: int, year: int) -> Iterator[DateMention]:
    number = month_number(found[month])
    if number is not None:
        yield from _mention(found, [(found[year], str(number), found[day])])


def _mention(
    found: re.Match[str], orders: list[tuple[str, str, str]], *, is_slashed: bool = False
) -> Iterator[DateMention]:
    readings = tuple(dict.fromkeys(day for order in orders if (day := _day(*order)) is not None))
    if readings:
        yield DateMention(found.start(), found.end(), found[0], readings, is_slashed)


def _day(year: str, month: str, day: str) -> date | None:
    digits = unicodedata.normalize("NFKC", year).strip("'’")
    full = int(digits) + (2000 if len(digits) <= 2 else 0)
    try:
        return date(full, int(month), int(day)) if 1990 <= full <= 2100 else None
    except ValueError:
        return None
