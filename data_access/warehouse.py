"""The data door: every number on a page comes through `Warehouse.ask`.

It binds parameters, narrows to what the viewer may see, limits time, checks the answer's contract, caches and
logs. A page cannot forget any of it.
"""

import hashlib
import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import polars as pl

from data_access.answer_cache import AnswerCache
from data_access.attaching import AttachedFiles
from data_access.contract import Question
from data_access.foresight import Foresight
from data_access.narrowing import composed, narrowed, those_of
from data_access.settings import Settings, current_settings
from data_access.statements import bound
from data_access.time_limit import TimeLimit
from data_access.version import Published, Version, folders, pointers
from data_access.workspace import Workspace
from domain.errors import TooSlow
from domain.scope import Scope, Viewer

_log = logging.getLogger("cpor.door")
_BATCH = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's frame. `key` names the answer: same key, same frame; figures are cached by it."""

    question: str
    frame: pl.DataFrame
    key: str
    version: str
    is_cached: bool


class Warehouse:
    """One workspace's door. Holds one read-only root connection and opens a cursor per question, on the files of one
    version: the one that the answer's key names.

    `opens_empty`: before the first import it answers from an empty book and what people entered, instead of refusing.
    `serves_pages`: what was asked together is asked side by side, and again as soon as something is published.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings | None = None,
        *,
        opens_empty: bool = False,
        serves_pages: bool = False,
    ) -> None:
        self.workspace = workspace
        self._settings = settings or current_settings()
        self._now = Published(workspace, self._settings, opens_empty=opens_empty)
        self._cache = AnswerCache(self._settings.answer_cache_mb << 20)
        self._time_limit = TimeLimit(self._settings.query_timeout_seconds)
        self._foresight: Foresight | None = None
        if serves_pages:
            self._foresight = Foresight(self._answer_now, pointers(workspace), self._settings.answers_ahead)
        self._lock = Lock()
        self._files: AttachedFiles | None = None
        self._answered_from: Path | None = None

    @property
    def version(self) -> str:
        """What is being served: it changes with every publication and every registry write."""
        return str(self._published())

    def ask(self, question: Question, *, viewer: Viewer, scope: Scope | None = None, **parameters: Any) -> Answer:
        """Answer a question for this viewer.

        Raises `UnknownName` or `BadInput` for parameters it does not take, `TooSlow` past the time limit,
        `Unavailable` before the first import, unless the door opens empty.
        """
        values = narrowed(question, viewer, scope or Scope(), parameters)
        version, started = self._published(), time.perf_counter()
        with self._foresight.waiting(question, values, str(version)) if self._foresight else nullcontext():
            answer = self._answer(version, question, values)
        _log.info(
            "asked %s in %.1f ms, %d rows%s",
            question.name,
            (time.perf_counter() - started) * 1000,
            answer.frame.height,
            ", cached" if answer.is_cached else "",
        )
        return answer

    def close(self) -> None:
        if self._foresight:
            self._foresight.end()
        with self._lock:
            if self._files:
                self._files.close()
            self._files = None

    def _answer_now(self, question: Question, values: dict[str, Any]) -> Answer:
        return self._answer(self._published(), question, values)

    def _answer(self, version: Version, question: Question, values: dict[str, Any]) -> Answer:
        key = _key(question.name, version.read_by(question), values)
        frame, is_cached = self._cache.answer(key, lambda: self._run(version, question, values))
        return Answer(question.name, frame, key, str(version), is_cached)

    def _run(self, version: Version, question: Question, values: dict[str, Any]) -> pl.DataFrame:
        given = {one.relation: self._answer(version, one, those_of(one, values)).frame for one in question.answers}
        text = composed(question, values)
        try:
            with (
                self._attached().cursor(version) as cursor,
                self._time_limit.of(cursor),
                _beside(cursor, given),
            ):
                cursor.execute(version.in_names_attached(text), bound(text, values))
                # Not as a relation: with bound parameters one is run twice.
                frame = pl.DataFrame(cursor.to_arrow_reader(_BATCH).read_all())
        except duckdb.InterruptException as stopped:
            raise TooSlow(
                f"This took longer than {self._settings.query_timeout_seconds:.0f} seconds and was stopped. "
                "Choose fewer months or customers."
            ) from stopped
        question.check(frame)
        return frame

    def _published(self) -> Version:
        """What is published now."""
        version = self._now.version()
        if version.snapshot != self._answered_from:
            self._answered_from = version.snapshot
            self._cache.clear()
        return version

    def _attached(self) -> AttachedFiles:
        with self._lock:
            if self._files is None:
                # Asked side by side, each question gets half: one that waits for another's threads takes twice as long.
                threads = max(1, self._settings.threads // 2) if self._foresight else self._settings.threads
                self._files = AttachedFiles(folders(self.workspace), self._settings, threads=threads)
            return self._files


@contextmanager
def _beside(cursor: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> Iterator[None]:
    """Within the block the cursor reads these frames as relations of their names."""
    for name, frame in frames.items():
        cursor.register(name, frame.to_arrow())
    try:
        yield
    finally:
        for name in frames:
            cursor.unregister(name)


def _key(name: str, version: str, values: dict[str, Any]) -> str:
    canonical = repr((name, version, sorted(values.items())))
    return f"{name}:{hashlib.sha256(canonical.encode()).hexdigest()[:20]}"
