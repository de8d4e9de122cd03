"""Whom does a publication keep waiting? Nobody who looks at what was looked at lately.

A thread of the dashboard notices what was published, also by another process, and asks again what was asked lately: the
same questions, of the same viewers and scopes. It lives while somebody asks, and ends with the door.
"""

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from data_access.contract import Question
from data_access.lately import Lately
from data_access.workspace import stamp

_log = logging.getLogger("cpor.door")

LOOKS_EVERY_SECONDS = 0.2
SPENDS_SECONDS = 30.0
"""At most this long for one publication; whoever asks meanwhile goes first."""


class Ahead:
    """Of what was asked lately at most `most` is asked again once one of the `pointers` is replaced.

    `answer` computes and keeps an answer, `is_busy` says whether somebody waits for one.
    """

    def __init__(
        self,
        lately: Lately,
        pointers: Sequence[Path],
        answer: Callable[[Question, dict[str, Any]], object],
        is_busy: Callable[[], bool],
        most: int,
    ) -> None:
        self._most, self._lately, self._pointers, self._answer, self._is_busy = most, lately, pointers, answer, is_busy
        self._thread: Thread | None = None
        self._ended = Event()
        self._lock = Lock()

    def watch(self) -> None:
        """Somebody asked: from now on, until nobody did for long, publications are noticed."""
        with self._lock:
            if self._thread is None and not self._ended.is_set():
                self._thread = Thread(target=self._watch, args=(self._published(),), name="answers ahead", daemon=True)
                self._thread.start()

    def end(self) -> None:
        """Stop, after the answer being computed."""
        with self._lock:
            self._ended.set()
            thread = self._thread
        if thread:
            thread.join()

    def _published(self) -> list[object]:
        return [stamp(pointer) for pointer in self._pointers]

    def _watch(self, seen: list[object]) -> None:
        # Only looks: a workspace that somebody takes away must not come back.
        while self._lately.all() and not self._ended.wait(LOOKS_EVERY_SECONDS):
            now = self._published()
            if now != seen:
                seen = now
                self._ask_again()
        with self._lock:
            self._thread = None

    def _ask_again(self) -> None:
        started, lately = time.monotonic(), self._lately.all()[: self._most]
        for number, one in enumerate(lately):
            while self._is_busy() and not self._ended.wait(0.005):
                pass
            if self._ended.is_set() or time.monotonic() - started > SPENDS_SECONDS:
                _log.info("asked %d of %d answers ahead, no more", number, len(lately))
                return
            try:
                self._answer(one.question, one.values)
            except Exception as error:  # noqa: BLE001 - whoever asks is told; here nobody waits
                _log.warning("could not answer %s ahead: %s", one.question.name, type(error).__name__)
        _log.info("asked %d answers ahead in %.1f s", len(lately), time.monotonic() - started)
