"""Which files do questions run on, and how is their connection kept from reading others?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import duckdb

from data_access.settings import Settings
from data_access.statements import statement
from domain.errors import Unavailable


class AttachedFiles:
    """One root connection, locked before anything is asked; each served file is attached to it under its own name.

    So a publication costs what it changed: attaching a snapshot takes 2 ms, another root 9 ms to make and 7 to close.
    A file is let go when it is no longer served and the last question that began on it is answered.
    """

    def __init__(self, folders: Sequence[Path], settings: Settings) -> None:
        self._root = _locked_root(folders, settings)
        self._attached: set[Path] = set()
        self._served: tuple[Path, ...] = ()
        self._holders: Counter[Path] = Counter()
        self._lock = Lock()

    @contextmanager
    def held(self, files: Sequence[Path]) -> Iterator[duckdb.DuckDBPyConnection]:
        """The root with these files attached, until the block ends; from now on they are the served ones."""
        with self._lock:
            self._attach(files)
            self._served = tuple(files)
            self._holders.update(files)
        try:
            yield self._root
        finally:
            with self._lock:
                self._holders.subtract(files)
                self._let_go()

    def close(self) -> None:
        self._root.close()

    def _attach(self, files: Sequence[Path]) -> None:
        for file in files:
            if file not in self._attached:
                try:
                    self._root.execute(attach(file, file.stem))
                except duckdb.IOException as missing:
                    raise Unavailable(
                        "The published snapshot cannot be opened. Import again, or restore a backup."
                    ) from missing
                self._attached.add(file)

    def _let_go(self) -> None:
        for file in self._attached.difference(self._served):
            if not self._holders[file]:
                self._root.execute(f'detach "{file.stem}"')
                self._attached.remove(file)
                del self._holders[file]


def attach(file: Path, name: str) -> str:
    """The statement that attaches a DuckDB file read-only under a name of ours."""
    # ATTACH takes no bound parameter; the path is the operator's own data folder, quoted as a literal.
    return f'attach {_quoted(file)} as "{name}" (read_only)'


def _locked_root(folders: Sequence[Path], settings: Settings) -> duckdb.DuckDBPyConnection:
    """A connection that reaches no file outside these folders."""
    root = duckdb.connect(
        config={
            "threads": settings.threads,
            "memory_limit": f"{settings.memory_limit_mb}MB",
            "python_enable_replacements": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )
    root.execute(f"set allowed_directories = [{', '.join(map(_quoted, folders))}]")
    root.execute(statement("staging/lock_down"))
    return root


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
