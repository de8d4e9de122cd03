"""Which answers are still right? All of them, until the data changes: keyed by snapshot, bounded in bytes.

Each missing answer is computed once, however many sessions wait for it; a failure frees the waiting ones to try.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import polars as pl


class AnswerCache:
    """Least recently used answers go first once `limit_bytes` is passed. Frames are immutable and shared."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._frames: OrderedDict[str, tuple[pl.DataFrame, int]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self._computing: dict[str, Lock] = {}

    def answer(self, key: str, compute: Callable[[], pl.DataFrame]) -> tuple[pl.DataFrame, bool]:
        """The frame of this key and whether it was there already."""
        if (found := self._found(key)) is not None:
            return found, True
        with self._lock:
            gate = self._computing.setdefault(key, Lock())
        with gate:
            if (found := self._found(key)) is not None:
                return found, True
            try:
                frame = compute()
                self._keep(key, frame)
            finally:
                with self._lock:
                    self._computing.pop(key, None)
        return frame, False

    def clear(self) -> None:
        with self._lock:
            self._frames.clear()
            self._bytes = 0

    def _found(self, key: str) -> pl.DataFrame | None:
        with self._lock:
            kept = self._frames.get(key)
            if kept is None:
                return None
            self._frames.move_to_end(key)
            return kept[0]

    def _keep(self, key: str, frame: pl.DataFrame) -> None:
        size = int(frame.estimated_size())
        if size > self._limit_bytes:
            return
        with self._lock:
            if key not in self._frames:
                self._frames[key] = (frame, size)
                self._bytes += size
            while self._bytes > self._limit_bytes:
                _, (_, freed) = self._frames.popitem(last=False)
                self._bytes -= freed
