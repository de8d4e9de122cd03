"""How do the flat values of the association form change, field by field, and how do widgets show and give them?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.claim_form import ROLES, SolutionArea


def value_of(values: Mapping[str, Any], name: str) -> Any:
    """A field; a contact's is dotted.

    >>> value_of({"customer_contact": {"name": "Jo"}}, "customer_contact.name"), value_of({}, "domain")
    ('Jo', None)
    """
    found: Any = values
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def changed(values: Mapping[str, Any], name: str, value: Any) -> dict[str, Any]:
    """The values with one field changed. Another solution area has other roles, and claims another kind of thing.

    >>> changed({}, "partner_contact.email", "kim@example.com")
    {'partner_contact': {'email': 'kim@example.com'}}
    >>> changed({"workloads": ["EXO"], "role": "Use or consume"}, "solution_area", "Business Applications")
    {'workloads': [], 'role': None, 'solution_area': 'Business Applications'}
    """
    first, _, rest = name.partition(".")
    if rest:
        return {**values, first: changed(values.get(first) or {}, rest, value)}
    after = {**values, name: value}
    if name == "solution_area" and value in list(SolutionArea):
        roles = ROLES[SolutionArea(value)]
        after["role"] = roles[0] if len(roles) == 1 else None
        other = "workloads" if value == SolutionArea.BUSINESS_APPLICATIONS else "subscriptions"
        if other in after:
            after[other] = []
    return after


def as_given(value: Any) -> Any:
    """What most widgets give is what is kept."""
    return value


def as_lines(text: str | None) -> list[str]:
    """One entry a line.

    >>> as_lines("sub-1\\n\\nsub-2\\n")
    ['sub-1', 'sub-2']
    """
    return [line for line in (text or "").splitlines() if line.strip()]


def as_iso(on: date | None) -> str | None:
    """A day as it is kept in JSON."""
    return on.isoformat() if on else None


def as_day(kept: Any, latest: date) -> date | None:
    """A kept day as the calendar shows it, which knows no later one.

    >>> as_day("2026-11-23", date(2026, 11, 20)), as_day("soon", date(2026, 11, 20))
    (datetime.date(2026, 11, 20), None)
    """
    try:
        return min(date.fromisoformat(str(kept)), latest)
    except ValueError:
        return None
