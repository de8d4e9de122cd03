"""Which files are served now, where do they lie, and under which names do questions know them?"""

import re
from pathlib import Path
from typing import NamedTuple

from data_access import empty_book
from data_access.contract import Question
from data_access.forecasts import store
from data_access.registry import current_copy
from data_access.registry.files import copies_folder, copy_pointer
from data_access.settings import Settings
from data_access.statements import identifier
from data_access.workspace import Workspace

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
        text = "".join(one.text for one in (question, *question.answers))
        read = [self.snapshot, *(file for prefix, file in beside.items() if prefix in text)]
        return "/".join(file.name for file in read)

    def in_names_attached(self, text: str) -> str:
        """A question's text with `registry.` and `forecast.` as the names their files are attached under."""
        return _BESIDE.sub(lambda found: f"{identifier(getattr(self, found[1]).stem)}.", text)


def published(workspace: Workspace, settings: Settings, *, opens_empty: bool) -> Version:
    """What is published now; before the first import `Unavailable`, or the empty book where it `opens_empty`."""
    is_empty = opens_empty and workspace.publication().snapshot is None
    return Version(
        empty_book.snapshot(settings) if is_empty else workspace.snapshot_file(),
        current_copy(workspace).file,
        store.served(workspace).file,
    )


def folders(workspace: Workspace) -> tuple[Path, ...]:
    """Where files of any version lie."""
    return workspace.snapshots, copies_folder(workspace), store.folder(workspace), empty_book.folder()


def pointers(workspace: Workspace) -> tuple[Path, ...]:
    """The files of which one is replaced when anything is published."""
    return workspace.pointer, copy_pointer(workspace), store.pointer(workspace)
