"""Where do dropped files wait until they are imported? In the workspace's uploads folder, written in chunks."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.errors import BadInput

_CHUNK = 4 << 20


def save_upload(workspace: Workspace, name: str, content: BinaryIO, settings: Settings) -> Path:
    """A copy on disk under a name of our own; the viewer's name for it is only ever shown."""
    folder = workspace.uploads / uuid4().hex
    folder.mkdir(parents=True)
    target, written = folder / "upload", 0
    try:
        with target.open("wb") as out:
            while block := content.read(_CHUNK):
                written += len(block)
                if written > settings.upload_limit_mb << 20:
                    raise BadInput(f"{name} is larger than {settings.upload_limit_mb} MB, the limit for one import.")
                out.write(block)
    except (BadInput, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return target


def remove_uploads(workspace: Workspace, files: Iterable[Path]) -> None:
    """Uploaded copies go once they are imported or given up; files that lie elsewhere are not ours to remove."""
    for file in files:
        if file.parent.parent == workspace.uploads:
            shutil.rmtree(file.parent, ignore_errors=True)
