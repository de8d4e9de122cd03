"""When has a question taken too long, and who stops it?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

import duckdb


class TimeLimit:
    """Interrupts what runs longer than `seconds`.

    One thread watches all of a door's questions, and ends when none runs: a timer each took 0.1 ms of a 2 ms question.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._running: dict[object, tuple[float, duckdb.DuckDBPyConnection]] = {}
        self._is_watched = False
        self._lock = Lock()

    @contextmanager
    def of(self, cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """Whatever this cursor runs in the block is interrupted when the time is up, and nothing after it."""
        mark = object()
        with self._lock:
            self._running[mark] = time.monotonic() + self._seconds, cursor
            if not self._is_watched:
                self._is_watched = True
                Thread(target=self._watch, name="time limit of questions", daemon=True).start()
        try:
            yield
        finally:
            with self._lock:
                del self._running[mark]

    def _watch(self) -> None:
        while (wait := self._until_next()) is not None:
            time.sleep(wait)

    def _until_next(self) -> float | None:
        """Stop what is over its time; seconds until the next one may be, None when nothing runs."""
        now = time.monotonic()
        with self._lock:
            for until, cursor in self._running.values():
                if until <= now:
                    # Under the lock: the cursor cannot have begun another question meanwhile.
                    with suppress(duckdb.ConnectionException):
                        cursor.interrupt()
            ahead = [until for until, _ in self._running.values() if until > now]
            self._is_watched = bool(self._running)
        if not self._is_watched:
            return None
        return max(min(ahead, default=now) - now, 0.01)
