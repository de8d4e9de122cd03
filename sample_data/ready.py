"""How is the shipped ready set made, and is it still what the generator makes?"""

import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

from sample_data.recipe import Recipe
from sample_data.writing import write

READY = Path(__file__).with_name("ready.zip")

_STAMP = (2026, 11, 18, 0, 0, 0)
"""Every member's time: a zip file must not change because the clock did."""


def make_ready(target: Path = READY) -> Path:
    """Write the ready set anew (the default recipe), zipped."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(target, "w") as archive:
        for path in write(Recipe(), Path(folder)):
            member = zipfile.ZipInfo(path.name, date_time=_STAMP)
            member.external_attr = 0o644 << 16
            member.create_system = 3
            archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target


def hashes_of(archive: Path) -> dict[str, str]:
    """SHA-256 of every member's content (compressed bytes may differ between zlib builds)."""
    with zipfile.ZipFile(archive) as opened:
        return {name: sha256(opened.read(name)).hexdigest() for name in opened.namelist()}
