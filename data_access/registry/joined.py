"""Which transaction is open around what this thread writes and reads just now?"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import duckdb

from data_access.workspace import Workspace

_OPEN: ContextVar[tuple[Path, duckdb.DuckDBPyConnection] | None] = ContextVar("open_transaction", default=None)


@contextmanager
def joining(workspace: Workspace, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Inside, this thread's writes and reads of the workspace's registry use this transaction."""
    before = _OPEN.set((workspace.root.resolve(), connection))
    try:
        yield
    finally:
        _OPEN.reset(before)


def joined(workspace: Workspace) -> duckdb.DuckDBPyConnection | None:
    """The connection of the transaction to join; None where there is none."""
    found = _OPEN.get()
    return found[1] if found and found[0] == workspace.root.resolve() else None
