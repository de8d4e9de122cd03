"""How is something written so that it is there, whole, or not at all?

Lock, open, one transaction, close, publish the read copy. Opening and closing takes some 30 ms and lets every process
and command work side by side; a key in the schema, not the lock, is what makes a double submit impossible.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb

from data_access.registry.copies import publish_copy
from data_access.registry.files import locked
from data_access.registry.joined import joined, joining
from data_access.registry.migrations import CONFIG, make_registry, migrate
from data_access.workspace import Workspace
from domain.errors import Conflict, Unavailable

T = TypeVar("T")
Action = Callable[[duckdb.DuckDBPyConnection], T]

ATTEMPTS = 5


def write(workspace: Workspace, action: Action[T], *, wait_seconds: float = 60.0) -> T:
    """Run `action` in one transaction and return its result; it either happened and is published, or did not.

    Whatever `action` raises rolls back and is raised. `Unavailable` when the file stays busy.
    """
    around = joined(workspace)
    if around is not None:
        return action(around)
    with locked(workspace, wait_seconds):
        make_registry(workspace)
        # An action may ask the data door whose customer a tenant is: it finds a copy and never waits for this lock.
        publish_copy(workspace)
        result = _with_retries(workspace.registry_file, action)
        publish_copy(workspace)
    return result


def write_together(workspace: Workspace, doings: Callable[[], T]) -> T:
    """Run `doings`, and make of every write to this workspace inside it one transaction: all of them or none.

    Each write's own rules hold. What a write raises must not be caught inside, or half of it would be kept.
    """

    def all_of_it(connection: duckdb.DuckDBPyConnection) -> T:
        with joining(workspace, connection):
            return doings()

    return write(workspace, all_of_it)


def _with_retries(file: Path, action: Action[T]) -> T:
    for attempt in range(ATTEMPTS):
        try:
            return _transaction(file, action)
        except duckdb.ConstraintException as taken:
            raise Conflict("This was entered already, perhaps in another window. Reload the page.") from taken
        except (duckdb.TransactionException, duckdb.IOException) as busy:
            # Another program (a database viewer, a backup) may hold the file for a moment.
            if attempt + 1 == ATTEMPTS:
                raise Unavailable(
                    "The registry could not be written: another program holds the file, or the disk is full."
                    " Nothing was saved."
                ) from busy
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable")


def _transaction(file: Path, action: Action[T]) -> T:
    with duckdb.connect(str(file), config=CONFIG) as connection:
        migrate(connection)
        connection.begin()
        try:
            result = action(connection)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
        return result
