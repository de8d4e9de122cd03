"""Which number does a cell of text say, in the decimal mark its column uses?"""

import re
from decimal import Decimal

from data_access.importing.kinds import Unreadable

NUMBER_CONVENTIONS = ("1,234.5", "1.234,5")

_BAND = re.compile(r"\s*\([A-Za-z]{1,3}\)$")
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?$")
_GROUPED = {
    "1,234.5": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"),
    "1.234,5": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?$"),
}
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+$")
_SIGNS = "$€£"
_LONGEST = 60
_SURELY_BELOW = 13
"""Digits: fewer make a number below a million million."""


def read_number(text: str, convention: str) -> Decimal:
    """A number; currency signs, percent, parentheses for minus and a size-band suffix are tolerated."""
    bare = _BAND.sub("", text).replace(" ", "")
    sign = -1 if bare.startswith("(") and bare.endswith(")") else 1
    bare = bare.strip(f"(){_SIGNS}%")
    if bare[:1] == "-" and bare[1:2] in tuple(_SIGNS):
        bare = "-" + bare[2:]
    if len(bare) > _LONGEST:
        raise Unreadable("expected a number such as 12762 or 12,762")
    if _GROUPED[convention].match(bare):
        thousands, decimal = (",", ".") if convention == "1,234.5" else (".", ",")
        return sign * Decimal(bare.replace(thousands, "").replace(decimal, "."))
    if convention == "1.234,5" and _DECIMAL_COMMA.match(bare):
        return sign * Decimal(bare.replace(",", "."))
    if _PLAIN.match(bare):
        return sign * Decimal(bare)
    raise Unreadable("expected a number such as 12762 or 12,762")


def read_count(text: str, convention: str) -> int:
    # Nearly every count is digits alone, which every convention reads alike: a tenth of the time of the rest here.
    if len(text) < _SURELY_BELOW and text.isascii() and text.isdigit():
        return int(text)
    if any(sign in text for sign in f"%{_SIGNS}"):
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
    return round(number, 10)


def read_rate(text: str, convention: str) -> Decimal:
    """A rate: 5 % becomes 0.05, $4.50 becomes 4.5."""
    number = read_money(text, convention)
    return round(number / 100, 10) if text.rstrip().endswith("%") else number
