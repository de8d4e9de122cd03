"""How do a claim's state, clock and workloads read, in words and never by colour alone?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from components.words import plain
from domain.claim_states import State, Trigger
from domain.phrases import listed
from domain.wording import counted, day
from domain.workloads import workload_name

_ICONS = {
    State.DRAFT: ":material/edit_note:",
    State.SUBMITTED: ":material/outbox:",
    State.UNDER_REVIEW: ":material/manage_search:",
    State.PARTNER_ACTION_REQUIRED: ":material/reply:",
    State.APPROVED: ":material/verified:",
    State.REJECTED: ":material/block:",
    State.DISPUTE: ":material/balance:",
    State.REJECTED_FINAL: ":material/do_not_disturb_on:",
}

_HAPPENED = {
    Trigger.FILE: "filed here as a draft",
    Trigger.BRING_IN: "brought in from a list",
    Trigger.SUBMIT: "submitted by us in Partner Center",
    Trigger.REVIEW_STARTS: "review started",
    Trigger.APPROVE: "approved by Microsoft",
    Trigger.ASK_PARTNER: "Microsoft asks for more",
    Trigger.REJECT: "rejected by Microsoft",
    Trigger.ANSWER: "answered by us",
    Trigger.NO_ANSWER: "not answered in time",
    Trigger.CUSTOMER_DECLINES: "declined by the customer",
    Trigger.DISASSOCIATE: "disassociated by us",
    Trigger.DISPUTE: "disputed by us",
    Trigger.DISPUTE_UPHELD: "dispute decided for us",
    Trigger.DISPUTE_LOST: "dispute decided against us",
}


def happened(trigger: str) -> str:
    """What an event of a claim's history was, in words.

    >>> happened("no answer in time")
    'not answered in time'
    """
    return _HAPPENED[Trigger(trigger)]


def state_icon(state: str) -> str:
    return _ICONS[State(state)]


def clock_words(days_left: int | None, is_business_days: bool, last_on: date | None) -> str:
    """How much time is left, or by how much it is overdue.

    >>> clock_words(3, True, date(2026, 11, 27))
    '3 business days left, until 27 Nov 2026'
    >>> clock_words(-1, False, date(2026, 11, 20)), clock_words(0, True, date(2026, 11, 23))
    ('Overdue by 1 day, since 20 Nov 2026', 'Last day is 23 Nov 2026')
    >>> clock_words(None, True, None)
    ''
    """
    if days_left is None or last_on is None:
        return ""
    noun = "business day" if is_business_days else "day"
    if days_left < 0:
        return f"Overdue by {counted(-days_left, noun)}, since {day(last_on)}"
    return f"{counted(days_left, noun)} left, until {day(last_on)}" if days_left else f"Last day is {day(last_on)}"


def clock_line(row: Mapping[str, Any]) -> str:
    """The clock of a row of the register as Markdown: what runs and how long; overdue in red, with a sign."""
    words = clock_words(row["days_left"], bool(row["is_business_days"]), row["clock_last_on"])
    if not words:
        return ":gray[No clock runs]"
    said = f"{plain(row['clock'])}: {plain(words)}"
    if row["is_overdue"]:
        return f":red[:material/warning: **{said}**]"
    return f":material/schedule: {said}"


def workload_words(codes: str | None, most: int = 4) -> str:
    """The names of workloads that stand in one text, separated by commas.

    >>> workload_words("EXO,SPO")
    'Exchange Online and SharePoint Online'
    """
    return listed([workload_name(code) for code in (codes or "").split(",") if code], most)


def customer_words(row: Mapping[str, Any]) -> str:
    """The customer's name, or the tenant ID where no file knows the tenant."""
    return str(row["customer_name"] or row["tenant_id"])


def claim_title(row: Mapping[str, Any]) -> str:
    """Customer and claim name; the customer once, where the name begins with it.

    >>> claim_title({"customer_name": "Contoso", "claim_name": "Contoso: Teams", "tenant_id": "0f"})
    'Contoso: Teams'
    """
    customer, name = customer_words(row), str(row["claim_name"])
    return name if name.startswith(customer) else f"{customer}: {name}"
