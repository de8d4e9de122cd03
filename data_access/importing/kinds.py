"""Which kinds of cells are there, and what may one of a kind say?

Lenient about form, strict about meaning: every refusal says what was expected.
"""

import re
from enum import StrEnum

from domain.claim_states import State


class Kind(StrEnum):
    """`CUSTOMER` is a tenant ID, or a top-parent number that names no tenant; `PERIOD` the days of a Graph report."""

    TENANT = "tenant"
    CUSTOMER = "customer"
    MONTH = "month"
    DATE = "date"
    COUNT = "count"
    MONEY = "money"
    RATE = "rate"
    FLAG = "flag"
    PERIOD = "period"
    STATE = "state"
    TEXT = "text"


class Unreadable(Exception):
    """Raised while reading one cell; the message says what was expected."""


_GUID = re.compile(r"\{?([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})\}?$")
_TOP_PARENT = re.compile(r"\d{1,18}$")
_PERIOD = re.compile(r"[dD]?(\d{1,3})$")
_MONTHLY_PERIODS = (28, 30)
_TRUE, _FALSE = {"1", "true", "yes", "y"}, {"0", "false", "no", "n"}
_STATES = {re.sub(r"[\W_]+", "", state.value).casefold(): state.value for state in State}
_BLANKS = " \t\r\n\f\v\ufeff"


def cleaned(text: str) -> str:
    """Without surrounding blanks, no-break spaces and byte-order marks."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip(_BLANKS)


def read_tenant(text: str) -> str:
    found = _GUID.match(text)
    if not found:
        raise Unreadable("expected a tenant ID (GUID) such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301")
    return found.group(1).lower()


def read_customer(text: str) -> str | None:
    """A tenant ID, or None for a top-parent ID (TPID): such a row counts but joins no tenant."""
    if _TOP_PARENT.match(text):
        return None
    if not _GUID.match(text):
        raise Unreadable("expected a tenant ID (GUID) or a top-parent ID (a number)")
    return read_tenant(text)


def read_flag(text: str) -> bool:
    folded = text.lower()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    raise Unreadable("expected 0 or 1, True or False, Yes or No")


def read_period(text: str) -> int:
    """28 or 30: only these make active users monthly active users (KB-1319: a rolling 28 days)."""
    found = _PERIOD.match(text)
    if not found:
        raise Unreadable("expected a report period such as 30 or D28")
    if int(found[1]) not in _MONTHLY_PERIODS:
        raise Unreadable("only a period of 28 or 30 days gives monthly active users; download the report for 30 days")
    return int(found[1])


def read_state(text: str) -> str:
    """One of the eight states of a claim, whatever its case and punctuation."""
    state = _STATES.get(re.sub(r"[\W_]+", "", text).casefold())
    if state is None:
        raise Unreadable(f"expected one of {', '.join(one.value for one in State)}")
    return state
