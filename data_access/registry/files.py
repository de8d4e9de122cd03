"""Which files make up a workspace's registry?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from data_access.workspace import Workspace
from domain.errors import Unavailable

# Threads of one process queue here first, so that only one of them polls the system's lock.
_THREADS: dict[Path, Lock] = {}
_THREADS_GUARD = Lock()


def copies_folder(workspace: Workspace) -> Path:
    return workspace.root / "registry_copies"


def copy_pointer(workspace: Workspace) -> Path:
    return workspace.root / "registry.json"


def before_restore(workspace: Workspace) -> Path:
    """What a restore replaced, kept until the next one."""
    return workspace.root / "registry_before_restore.duckdb"


def write_ahead_log(file: Path) -> Path:
    return file.with_name(f"{file.name}.wal")


@contextmanager
def locked(workspace: Workspace, wait_seconds: float) -> Iterator[None]:
    """Only one thread of one process at a time; the system frees the lock of a process that dies."""
    workspace.root.mkdir(parents=True, exist_ok=True)
    with _THREADS_GUARD:
        queue = _THREADS.setdefault(workspace.root.resolve(), Lock())
    if not queue.acquire(timeout=max(wait_seconds, 0.0)):
        raise _busy()
    try:
        lock = FileLock(workspace.root / "registry.lock")
        try:
            lock.acquire(timeout=wait_seconds, poll_interval=0.005)
        except Timeout as busy:
            raise _busy() from busy
        try:
            yield
        finally:
            lock.release()
    finally:
        queue.release()


def _busy() -> Unavailable:
    return Unavailable("Others are writing just now. Nothing was saved; try again in a moment.")
