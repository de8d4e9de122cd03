"""Why does a customer count towards a score, and what would make it count? In the viewer's words."""

from domain.errors import UnknownName

_REASONS = {
    "added": "Counts now and did not a year ago",
    "left": "Counted a year ago and does not now",
    "grown": "More users than a year ago, or than when it was claimed",
    "shrunk": "Fewer users than a year ago, or than when it was claimed",
    "deployed": "Reached the share of active licences within the year",
    "no-longer-deployed": "Had the share of active licences a year ago and has lost it",
}

_STEPS = {
    "add-users": "{count} more active {noun} to reach the share of active licences",
    "add-licences": "{count} more paid {noun} in its largest workload to count as a customer",
    "claim": "has the licences, but no claimed workload: claim one",
    "grow-users": "{count} paid {noun} not used yet",
}

_NOUNS = {
    "add-users": ("user", "users"),
    "add-licences": ("licence", "licences"),
    "grow-users": ("licence", "licences"),
    "claim": ("", ""),
}


def reason_sentence(reason: str) -> str:
    """The sentence of a reason code of `eligibility/contributors`; UnknownName for any other.

    >>> reason_sentence("added")
    'Counts now and did not a year ago'
    """
    if reason not in _REASONS:
        raise UnknownName(f"“{reason}” is no reason to count; expected one of {', '.join(_REASONS)}.")
    return _REASONS[reason]


def step_sentence(step: str, missing: int) -> str:
    """The sentence of a step code of `eligibility/one_step`; UnknownName for any other.

    >>> step_sentence("add-users", 1)
    '1 more active user to reach the share of active licences'
    >>> step_sentence("grow-users", 1200)
    '1,200 paid licences not used yet'
    """
    if step not in _STEPS:
        raise UnknownName(f"“{step}” is no step towards a score; expected one of {', '.join(_STEPS)}.")
    return _STEPS[step].format(count=f"{missing:,}", noun=_NOUNS[step][missing != 1])
