"""Which copy of the registry do readers attach? The newest published one: never the file being written."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from data_access.registry.files import copies_folder, copy_pointer, locked, write_ahead_log
from data_access.registry.joined import joined
from data_access.registry.migrations import make_registry
from data_access.workspace import Workspace, replace_file, said_in
from domain.errors import Unavailable

COPIES_KEPT = 5

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Copy:
    """A published read copy. Its name changes with every version, so an open one is never replaced."""

    version: int
    file: Path


def current_copy(workspace: Workspace) -> Copy:
    """The newest copy, made when there is none or when a crash left it behind; does not wait for a busy writer."""
    published = _published(workspace)
    if published and _stamp(workspace) == _published_stamp(workspace):
        return published
    try:
        with locked(workspace, wait_seconds=0.0 if published else 60.0):
            make_registry(workspace)
            return publish_copy(workspace)
    except Unavailable:
        if published is None:
            raise
        return published


def publish_copy(workspace: Workspace) -> Copy:
    """Copy the registry under the next name and point to it. The caller holds the lock and nobody has it open."""
    published = _published(workspace)
    stamp = _stamp(workspace)
    if published and stamp == _published_stamp(workspace):
        return published
    if write_ahead_log(workspace.registry_file).exists():
        _fold_in_log(workspace.registry_file)
        stamp = _stamp(workspace)
    version = published.version + 1 if published else 1
    folder = copies_folder(workspace)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"registry_{version}.duckdb"
    partial = file.with_suffix(".partial")
    shutil.copyfile(workspace.registry_file, partial)
    partial.replace(file)
    text = json.dumps({"version": version, "copy": f"{folder.name}/{file.name}", "stamp": stamp})
    replace_file(copy_pointer(workspace), text.encode())
    forget_copies(workspace, keep=COPIES_KEPT)
    return Copy(version, file)


def read(workspace: Workspace, action: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
    """Run a reading action on the newest copy, or in the transaction that is open around it.

    Everything this process wrote before is there.
    """
    around = joined(workspace)
    if around is not None:
        return action(around)
    with duckdb.connect(str(current_copy(workspace).file), read_only=True) as connection:
        return action(connection)


def forget_copies(workspace: Workspace, *, keep: int) -> None:
    """Remove all but the newest copies; one that a system will not let go is left for the next time."""
    ordered = sorted(copies_folder(workspace).glob("registry_*.duckdb"), key=lambda file: int(file.stem[9:]))
    for file in ordered[: max(0, len(ordered) - keep)]:
        try:
            file.unlink()
        except OSError:
            continue


def _fold_in_log(file: Path) -> None:
    """A log beside the file is what a killed writer left: opening and closing replays it."""
    with duckdb.connect(str(file)) as connection:
        connection.execute("checkpoint")


def _stamp(workspace: Workspace) -> list[int]:
    found = []
    for file in (workspace.registry_file, write_ahead_log(workspace.registry_file)):
        try:
            status = file.stat()
        except FileNotFoundError:
            found += [0, 0]
        else:
            found += [status.st_size, status.st_mtime_ns]
    return found


def _pointer(workspace: Workspace) -> Mapping[str, Any]:
    try:
        return said_in(copy_pointer(workspace))
    except json.JSONDecodeError:
        return {}


def _published(workspace: Workspace) -> Copy | None:
    stored = _pointer(workspace)
    if not stored:
        return None
    return Copy(stored["version"], workspace.root / stored["copy"])


def _published_stamp(workspace: Workspace) -> object:
    return _pointer(workspace).get("stamp")
