"""What may be said about working on an opportunity, and what must be said with it?"""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import BadInput

LONGEST_TEXT = 2000


class Status(StrEnum):
    """How far the work is. Won and dismissed ones return only when their facts change."""

    NEW = "new"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in progress"
    WON = "won"
    DISMISSED = "dismissed"

    @property
    def is_closed(self) -> bool:
        return self in (Status.WON, Status.DISMISSED)


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody decided about one opportunity."""

    status: Status
    owner: str | None = None
    reason: str = ""
    note: str = ""


def checked(status: str, owner: str | None, reason: str, note: str) -> Work:
    """The decision, tidied; `BadInput` when a word is unknown, a reason is missing, or a text is too long.

    >>> checked("accepted", " ana ", "", "Call them").owner
    'ana'
    >>> checked("dismissed", None, " ", "")
    Traceback (most recent call last):
    domain.errors.BadInput: Say why it is dismissed: the reason is kept, and shown when its facts change.
    """
    try:
        known = Status(status)
    except ValueError:
        raise BadInput(f"status is “{status}”; expected one of {', '.join(Status)}.") from None
    if known is Status.DISMISSED and not reason.strip():
        raise BadInput("Say why it is dismissed: the reason is kept, and shown when its facts change.")
    for name, text in (("reason", reason), ("note", note), ("owner", owner or "")):
        if len(text) > LONGEST_TEXT:
            raise BadInput(f"{name} has {len(text):,} characters; expected at most {LONGEST_TEXT:,}.")
    return Work(known, (owner or "").strip() or None, reason.strip(), note.strip())
