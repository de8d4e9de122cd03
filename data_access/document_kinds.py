"""What is an uploaded file really, by its bytes, and is it safe to unpack?"""

import io
import re
import zipfile

from data_access.registry.settings import DocumentSettings
from domain.errors import BadInput

_MAGIC = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))
_WORD_BODY = "word/document.xml"
_NAMES = {"pdf": "PDF", "docx": "Word (DOCX)", "png": "PNG", "jpeg": "JPEG"}


def kind_of(content: bytes, settings: DocumentSettings) -> str:
    """pdf, docx, png or jpeg; `BadInput` when it is none of those taken, or a trap."""
    kind = _sniffed(content, settings)
    if kind is None or kind not in settings.types:
        taken = ", ".join(_NAMES.get(each, each) for each in settings.types)
        raise BadInput(f"This is not a file that is taken as proof of execution. Taken: {taken}.")
    return kind


def _sniffed(content: bytes, settings: DocumentSettings) -> str | None:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if b"%PDF-" in content[:1024]:
        if b"%%EOF" not in content[-4096:] and b"startxref" not in content[-4096:]:
            raise BadInput("This PDF is cut off: its end is missing. Export or scan it again.")
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _packed(content, settings)
    return None


def _packed(content: bytes, settings: DocumentSettings) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise BadInput("This file is damaged and cannot be opened. Save it again and upload it anew.") from broken
    unpacked = sum(member.file_size for member in members)
    if (
        len(members) > settings.member_limit
        or unpacked > settings.unpacked_max_mb << 20
        or unpacked > max(len(content), 10_000) * settings.ratio_limit
    ):
        raise BadInput("This file unpacks to far more than a document holds, so it is not opened.")
    names = {member.filename for member in members}
    if any(member.flag_bits & 1 for member in members):
        raise BadInput("This file is protected by a password. Save it without one.")
    if _WORD_BODY not in names:
        return None
    if any(re.search(r"vbaProject|\.bin$|\.exe$", name, re.IGNORECASE) for name in names if "embeddings" not in name):
        raise BadInput("This Word file carries macros or programs. Save it as a plain .docx or PDF.")
    return "docx"
