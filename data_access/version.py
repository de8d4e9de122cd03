"""Which files are served now, where do they lie, and under which names do questions know them?"""

import re
from pathlib import Path
from typing import NamedTuple

from data_access import empty_book
from data_access.contract import Question
from data_access.forecasts import store
from data_access.layout import is_of_this_code
from data_access.registry import current_copy
from data_access.registry.files import copies_folder, copy_pointer, write_ahead_log
from data_access.settings import Settings
from data_access.statements import identifier
from data_access.workspace import Workspace, stamp
from domain.errors import OutOfDate

_BESIDE = re.compile(r"\b(registry|forecast)\.")


class Version(NamedTuple):
    """The files being served; each is named anew with every publication of its own."""

    snapshot: Path
    registry: Path
    forecast: Path

    def __str__(self) -> str:
        return "/".join(file.name for file in self)

    def read_by(self, question: Question) -> str:
        """Only what the question reads: a claim somebody files leaves the answers about usage as they are."""
        beside = {"registry.": self.registry, "forecast.": self.forecast}
        read = [self.snapshot, *(file for prefix, file in beside.items() if prefix in question.all_text)]
        return "/".join(file.name for file in read)

    def in_names_attached(self, text: str) -> str:
        """A question's text with `registry.` and `forecast.` as the names their files are attached under."""
        return _BESIDE.sub(lambda found: f"{identifier(getattr(self, found[1]).stem)}.", text)


class Published:
    """What is published now, read anew when one of the files that say so has changed: every question asks."""

    def __init__(self, workspace: Workspace, settings: Settings, *, opens_empty: bool) -> None:
        self._workspace, self._settings, self._opens_empty = workspace, settings, opens_empty
        # A crash leaves the registry, or the log beside it, newer than its copy.
        registry = workspace.registry_file
        self._saying = [str(file) for file in (*pointers(workspace), registry, write_ahead_log(registry))]
        self._known: tuple[list[object], Version] | None = None

    def version(self) -> Version:
        """Before the first import `Unavailable`, or the empty book where the door `opens_empty`."""
        stamps: list[object] = [stamp(file) for file in self._saying]
        if self._known is None or self._known[0] != stamps:
            self._known = stamps, self._read()
        return self._known[1]

    def _read(self) -> Version:
        served = self._workspace.publication()
        if not is_of_this_code(served):
            raise OutOfDate(
                "Another version of CPOR Insights built this book. Start the dashboard again, or ask on the command "
                "line: it is built anew from its imports."
            )
        is_empty = self._opens_empty and served.snapshot is None
        return Version(
            empty_book.snapshot(self._settings) if is_empty else self._workspace.snapshot_file(),
            current_copy(self._workspace).file,
            store.served(self._workspace).file,
        )


def folders(workspace: Workspace) -> tuple[Path, ...]:
    """Where files of any version lie."""
    return workspace.snapshots, copies_folder(workspace), store.folder(workspace), empty_book.folder()


def pointers(workspace: Workspace) -> tuple[Path, ...]:
    """The files of which one is replaced when anything is published."""
    return workspace.pointer, copy_pointer(workspace), store.pointer(workspace)
