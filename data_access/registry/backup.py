"""How is everything people entered kept elsewhere and brought back: the registry and its documents in one file?"""

import hashlib
import json
import shutil
import tempfile
import zipfile
from pathlib import Path

import duckdb

from data_access.documents import DocumentStore
from data_access.registry.copies import current_copy, publish_copy
from data_access.registry.files import before_restore, locked, write_ahead_log
from data_access.registry.migrations import CONFIG, migrate
from data_access.registry.rows import rows
from data_access.workspace import Workspace
from domain.errors import BadInput

_REGISTRY, _MANIFEST = "registry.duckdb", "manifest.json"


def backup(workspace: Workspace, file: Path, store: DocumentStore | None = None) -> int:
    """Write the registry and the documents it names into `file` (a ZIP); the number of documents.

    Others may write meanwhile: what goes in is one published copy, and documents never change.
    """
    store = store or DocumentStore.of(workspace)
    copy = current_copy(workspace)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.partial")
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / _REGISTRY
        shutil.copyfile(copy.file, held)
        with duckdb.connect(str(held), read_only=True) as connection:
            named = [row["sha256"] for row in rows(connection, "select sha256 from documents order by sha256")]
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(held, _REGISTRY)
            for sha256 in named:
                archive.writestr(f"documents/{sha256}", store.read(sha256))
            manifest = {"version": copy.version, "sha256": _digest(held), "documents": named}
            archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
    partial.replace(file)
    return len(named)


def restore(workspace: Workspace, file: Path, store: DocumentStore | None = None) -> int:
    """Put a backup in the registry's place; the number of documents. What it replaces is kept beside it once.

    `BadInput` when the file is no whole backup; then nothing was changed.
    """
    store = store or DocumentStore.of(workspace)
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / _REGISTRY
        documents = _unpacked(file, held)
        for sha256, content in documents.items():
            store.put(content, sha256)
        with locked(workspace, 60.0):
            fresh = workspace.registry_file.with_suffix(".restored")
            shutil.copyfile(held, fresh)
            if workspace.registry_file.exists():
                shutil.copyfile(workspace.registry_file, before_restore(workspace))
            write_ahead_log(workspace.registry_file).unlink(missing_ok=True)
            fresh.replace(workspace.registry_file)
            publish_copy(workspace)
    return len(documents)


def _unpacked(file: Path, held: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(_MANIFEST))
            with archive.open(_REGISTRY) as source, held.open("wb") as target:
                shutil.copyfileobj(source, target)
            documents = {str(name): archive.read(f"documents/{name}") for name in manifest["documents"]}
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as broken:
        raise BadInput(
            f"{file.name} is not a backup of this program, or is incomplete. Nothing was changed."
        ) from broken
    damaged = _digest(held) != manifest["sha256"] or any(
        hashlib.sha256(content).hexdigest() != name for name, content in documents.items()
    )
    if damaged:
        raise BadInput(f"{file.name} is damaged: its contents do not match its own list. Nothing was changed.")
    with duckdb.connect(str(held), config=CONFIG) as connection:
        migrate(connection)
    return documents


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
