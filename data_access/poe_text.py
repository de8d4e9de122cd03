"""What text does a document hold, page by page?

Reading happens in a child process with limits on time and memory, because a PDF can be made to take hours. The child
gets bytes on its input and answers with JSON; it opens no other file.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from data_access.registry.settings import DocumentSettings, document_settings
from domain.errors import BadInput, TooSlow
from domain.proof import Page

_ROOT = Path(__file__).resolve().parent.parent
_REFUSED = (
    "This document cannot be read: it is damaged, protected, or not what it claims to be. Export it again as PDF."
)


def pages_of(content: bytes, kind: str, settings: DocumentSettings | None = None) -> tuple[Page, ...]:
    """A document's pages. A picture is one page without text.

    `BadInput` when it is malformed or grows too much, `TooSlow` past the time limit.
    """
    settings = settings or document_settings()
    if kind in ("png", "jpeg"):
        return (Page("", has_images=True),)
    command = [
        sys.executable,
        "-m",
        "data_access.poe_reading",
        kind,
        str(settings.max_pages),
        str(settings.read_memory_mb),
    ]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONSAFEPATH": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, our own module, no shell
            command,
            input=content,
            capture_output=True,
            timeout=settings.read_timeout_seconds,
            check=False,
            cwd=_ROOT,
            env=environment,
        )
    except subprocess.TimeoutExpired as slow:
        raise TooSlow(
            f"Reading this document took longer than {settings.read_timeout_seconds:.0f} seconds and was stopped."
            " Confirm it by eye, or export it again as a plain PDF."
        ) from slow
    if done.returncode != 0:
        raise BadInput(_REFUSED)
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError as broken:
        raise BadInput(_REFUSED) from broken
    return tuple(Page(page["text"], page["has_images"]) for page in answer)
