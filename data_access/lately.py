"""What was asked lately, in which order, and what together?"""

import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any

from data_access.contract import Question

FORGETS_AFTER_SECONDS = 3600.0
TOGETHER_SECONDS = 3.0
"""What a page asks after its first question comes within this time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything it binds, viewer and scope among it; when it was asked last, and of which version."""

    question: Question
    values: dict[str, Any]
    version: str
    at: float


class Lately:
    """At most `most` different things that were asked; the same asked again counts as its last time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._asked: OrderedDict[str, Asked] = OrderedDict()
        self._lock = Lock()

    def note(self, question: Question, values: dict[str, Any], version: str) -> None:
        key = _key(question, values)
        with self._lock:
            self._asked[key] = Asked(question, values, version, time.monotonic())
            self._asked.move_to_end(key)
            if len(self._asked) > self._most:
                self._asked.popitem(last=False)

    def all(self) -> list[Asked]:
        """Everything not asked too long ago, the latest first."""
        since = time.monotonic() - FORGETS_AFTER_SECONDS
        with self._lock:
            return [one for one in reversed(self._asked.values()) if one.at >= since]

    def together_with(self, question: Question, values: dict[str, Any], version: str) -> list[Asked]:
        """What was asked after this the last time, when that was of another version; the latest first."""
        with self._lock:
            begun = self._asked.get(_key(question, values))
            if begun is None or begun.version == version:
                return []
            return [one for one in reversed(self._asked.values()) if begun.at < one.at <= begun.at + TOGETHER_SECONDS]


def _key(question: Question, values: dict[str, Any]) -> str:
    return repr((question.name, sorted(values.items())))
