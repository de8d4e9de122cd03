"""Where are proof-of-execution documents kept, and which files are taken as one?

Content-addressed through fsspec, so that a bucket can take the folder's place by a setting. A file is what its first
bytes say, whatever its name. Nothing here is ever executed, and nothing is served inline.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

import fsspec

from data_access.document_kinds import kind_of
from data_access.registry.settings import DocumentSettings, document_settings
from data_access.workspace import Workspace
from domain.errors import BadInput, Unavailable

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document's metadata; `kind` is pdf, docx, png or jpeg."""

    sha256: str
    kind: str
    size_bytes: int


@dataclass(frozen=True)
class DocumentStore:
    """Documents by content. `url` as fsspec names it: a folder, `s3://bucket/path`, `memory://`."""

    url: str
    settings: DocumentSettings

    @classmethod
    def of(cls, workspace: Workspace, settings: DocumentSettings | None = None) -> "DocumentStore":
        """The workspace's store: the configured place, else its documents folder."""
        settings = settings or document_settings()
        return cls(settings.url or workspace.documents.resolve().as_uri(), settings)

    def take(self, content: bytes) -> StoredDocument:
        """Check and keep an uploaded file; keeping the same bytes twice is one document.

        `BadInput` when it is empty, too large, of another type, malformed, or grows too much when unpacked.
        """
        if not content:
            raise BadInput("The file is empty. Choose the signed proof of execution.")
        if len(content) > self.settings.max_mb << 20:
            raise BadInput(
                f"The file has {len(content) / (1 << 20):.1f} MB; at most {self.settings.max_mb} MB are taken."
            )
        kind = kind_of(content, self.settings)
        sha256 = hashlib.sha256(content).hexdigest()
        self.put(content, sha256)
        return StoredDocument(sha256, kind, len(content))

    def put(self, content: bytes, sha256: str) -> None:
        """Keep bytes under their own hash, so that a reader sees all of them or none."""
        system, path = self._place(sha256)
        try:
            if system.exists(path):
                return
            system.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            partial = f"{path}.partial"
            with system.open(partial, "wb") as handle:
                handle.write(content)
            system.mv(partial, path)
        except OSError as failed:
            raise Unavailable("The document could not be kept: its storage cannot be reached or is full.") from failed

    def read(self, sha256: str) -> bytes:
        """A document's bytes; `Unavailable` when they are gone or are not what was stored."""
        system, path = self._place(sha256)
        try:
            content: bytes = system.cat_file(path)
        except OSError as missing:
            raise Unavailable(
                "This document is not in the documents store. Restore a backup, or upload it again."
            ) from missing
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Unavailable("This document was changed on disk. Restore a backup, or upload it again.")
        return content

    def _place(self, sha256: str) -> tuple[Any, str]:
        if not _SHA256.fullmatch(sha256):
            raise BadInput("A document is named by its SHA-256.")
        system, root = fsspec.core.url_to_fs(self.url)
        return system, f"{root.rstrip('/')}/{sha256[:2]}/{sha256}"
