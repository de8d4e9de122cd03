"""What will a page ask? What it asked the last time: beside its first questions, or before anybody looks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from data_access.ahead import Ahead
from data_access.beside import Beside
from data_access.contract import Question
from data_access.lately import Lately

_REMEMBERED = 500


class Foresight:
    """Remembers what is asked, and has `answer` called for what will be. `most` answers are made ahead, 0 for none."""

    def __init__(
        self, answer: Callable[[Question, dict[str, Any]], object], pointers: Sequence[Path], most: int
    ) -> None:
        self._lately = Lately(_REMEMBERED)
        self._beside = Beside(answer)
        self._ahead = Ahead(self._lately, pointers, answer, self._is_busy, most) if most else None
        self._waiting_count = 0
        self._lock = Lock()

    @contextmanager
    def waiting(self, question: Question, values: dict[str, Any], version: str) -> Iterator[None]:
        """Somebody waits in this block for this answer of this version."""
        self._beside.begin(self._lately.together_with(question, values, version))
        with self._lock:
            self._waiting_count += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting_count -= 1
            self._lately.note(question, values, version)
            if self._ahead:
                self._ahead.watch()

    def end(self) -> None:
        """Stop, after the answers being computed."""
        self._beside.end()
        if self._ahead:
            self._ahead.end()

    def _is_busy(self) -> bool:
        return self._waiting_count > 0
