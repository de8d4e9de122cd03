"""How does a page's second half get answered while its first half is? It is asked beside it, from the other end.

Pages ask the same questions again. When the first of them is asked of a new version, what was asked with it the last
time is asked by a second thread, the last one first, until both meet.
"""

import logging
from collections.abc import Callable
from threading import Lock, Thread
from typing import Any

from data_access.contract import Question
from data_access.lately import Asked

_log = logging.getLogger("cpor.door")


class Beside:
    """One thread at a time. `answer` computes an answer once, however many ask for it."""

    def __init__(self, answer: Callable[[Question, dict[str, Any]], object]) -> None:
        self._answer = answer
        self._thread: Thread | None = None
        self._is_ended = False
        self._lock = Lock()

    def begin(self, together: list[Asked]) -> None:
        """Somebody waits for an answer that these will be asked after."""
        if not together:
            return
        with self._lock:
            if not self._is_ended and not (self._thread and self._thread.is_alive()):
                self._thread = Thread(target=self._ask, args=(together,), name="answers beside", daemon=True)
                self._thread.start()

    def end(self) -> None:
        """Stop, after the answer being computed."""
        with self._lock:
            self._is_ended = True
            thread = self._thread
        if thread:
            thread.join()

    def _ask(self, together: list[Asked]) -> None:
        for one in together:
            if self._is_ended:
                return
            try:
                self._answer(one.question, one.values)
            except Exception as error:  # noqa: BLE001 - the page asks it too, and is told
                _log.warning("could not answer %s beside: %s", one.question.name, type(error).__name__)
