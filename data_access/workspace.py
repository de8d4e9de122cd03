"""Where does one book of business live on disk, and which snapshot of it is being served?

A workspace is a folder: facts (one folder per import), snapshots, the registry, documents, rule sets.
`current.json` names the snapshot being served; replacing it is the one step that publishes anything.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from data_access.settings import Settings, current_settings
from domain.errors import Unavailable


@dataclass(frozen=True)
class Publication:
    """What `current.json` says: the served snapshot, which imports it stands on, and the layout of its tables."""

    version: int
    snapshot: str | None
    imports: tuple[str, ...]
    undone: dict[str, dict[str, Any]]
    layout: str = ""

    @classmethod
    def nothing(cls) -> "Publication":
        return cls(version=0, snapshot=None, imports=(), undone={})


@dataclass(frozen=True)
class Workspace:
    """One partner's data folder. `today` fixes the clock of a sample workspace."""

    root: Path

    @property
    def imports(self) -> Path:
        return self.root / "imports"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    @property
    def programs(self) -> Path:
        return self.root / "programs"

    @property
    def documents(self) -> Path:
        return self.root / "documents"

    @property
    def registry_file(self) -> Path:
        return self.root / "registry.duckdb"

    @property
    def uploads(self) -> Path:
        return self.root / "uploads"

    @property
    def pointer(self) -> Path:
        return self.root / "current.json"

    @cached_property
    def marker(self) -> Mapping[str, Any]:
        """Facts about a sample workspace: {"sample": true, "today": "2026-11-23"}; empty for a real one."""
        return said_in(self.root / "workspace.json")

    @property
    def is_sample(self) -> bool:
        return bool(self.marker.get("sample"))

    def today(self, settings: Settings | None = None) -> date:
        """The workspace's today: a sample's fixed date, else CPOR_TODAY, else the clock."""
        fixed = self.marker.get("today")
        if fixed:
            return date.fromisoformat(fixed)
        return (settings or current_settings()).today or date.today()  # noqa: DTZ011 - the viewer's own calendar day

    def publication(self) -> Publication:
        """What is being served now; nothing before the first import."""
        stored = said_in(self.pointer)
        if not stored:
            return Publication.nothing()
        imports, undone = tuple(stored["imports"]), dict(stored["undone"])
        return Publication(stored["version"], stored["snapshot"], imports, undone, stored.get("layout", ""))

    def publish(self, publication: Publication) -> None:
        """Serve this from now on: one atomic replacement of the pointer."""
        self.root.mkdir(parents=True, exist_ok=True)
        text = json.dumps(
            {
                "version": publication.version,
                "snapshot": publication.snapshot,
                "imports": list(publication.imports),
                "undone": publication.undone,
                "layout": publication.layout,
            },
            indent=1,
        )
        replace_file(self.pointer, text.encode())

    def snapshot_file(self) -> Path:
        """The snapshot being served; `Unavailable` before the first import."""
        name = self.publication().snapshot
        if name is None:
            raise Unavailable("Nothing has been imported yet. Drop Partner Center files on the imports page.")
        return self.snapshots / name

    def import_lock(self, wait_seconds: float = 600.0) -> "ImportLock":
        return ImportLock(self.root / "import.lock", wait_seconds)


class ImportLock:
    """One import at a time per workspace, across processes; released by the system when a process dies."""

    def __init__(self, file: Path, wait_seconds: float) -> None:
        self._file, self._wait_seconds = file, wait_seconds

    def __enter__(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self._file)
        try:
            self._lock.acquire(timeout=self._wait_seconds)
        except Timeout as busy:
            raise Unavailable("Another import has been running for a long time. Try again when it is done.") from busy

    def __exit__(self, *_: object) -> None:
        self._lock.release()


_parsed: dict[Path, tuple[tuple[int, int, int], Mapping[str, Any]]] = {}


def said_in(file: Path) -> Mapping[str, Any]:
    """The JSON object that `replace_file` wrote there last; empty where none was written. Parsed once a version."""
    now = stamp(file)
    if now is None:
        return {}
    known = _parsed.get(file)
    if known is None or known[0] != now:
        known = now, json.loads(file.read_text(encoding="utf-8"))
        _parsed[file] = known
    return known[1]


def stamp(file: Path | str) -> tuple[int, int, int] | None:
    """What tells one content of a file that is replaced from the next; None where there is no such file."""
    try:
        status = os.stat(file)  # noqa: PTH116 - a path of text is looked at in a third of the time
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def replace_file(file: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old or the new content and nothing between."""
    partial = file.with_name(f"{file.name}.{os.getpid()}.partial")
    with partial.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    partial.replace(file)
