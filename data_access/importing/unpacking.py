"""How much may an archive hold? Members, size and ratio are bounded while unpacking, whatever it claims."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from data_access.settings import Settings
from domain.errors import BadInput

_CHUNK = 4 << 20
_SMALL = 1 << 20


def unpacked_members(file: Path, name: str, work: Path, settings: Settings) -> Iterator[tuple[str, Path]]:
    """Each file of a .zip, copied into `work`: (its name, where it is). Folders and hidden files are passed over."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
            bound(members, name, settings)
            for number, info in enumerate(members):
                inner = f"{name} > {Path(info.filename).name}"
                target = work / f"member-{number}"
                with archive.open(info) as source:
                    _copy(source, target, inner, settings, info.compress_size)
                yield inner, target
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error, OSError) as broken:
        raise BadInput(f"{name} cannot be unpacked: it is damaged or protected by a password.") from broken


def _is_hidden(path: str) -> bool:
    return path.startswith("__MACOSX") or Path(path).name[:1] in ("", ".")


def unpacked_gzip(file: Path, name: str, work: Path, settings: Settings) -> Path:
    target = work / "unpacked"
    try:
        with gzip.open(file) as source:
            _copy(source, target, name, settings, file.stat().st_size)
    except (OSError, EOFError, zlib.error) as broken:
        raise BadInput(f"{name} is not a readable .gz file.") from broken
    return target


def bound(members: list[zipfile.ZipInfo], name: str, settings: Settings) -> None:
    """Refuse an archive that announces too much; copying checks again what really comes out."""
    if not members:
        raise BadInput(f"{name} holds no files.")
    if len(members) > settings.archive_member_limit:
        raise BadInput(f"{name} holds {len(members)} files; at most {settings.archive_member_limit} are taken.")
    _refuse_growth(sum(info.file_size for info in members), sum(info.compress_size for info in members), name, settings)


def _copy(source: IO[bytes] | gzip.GzipFile, target: Path, name: str, settings: Settings, packed_bytes: int) -> None:
    written = 0
    with target.open("wb") as out:
        while block := source.read(_CHUNK):
            written += len(block)
            _refuse_growth(written, packed_bytes, name, settings)
            out.write(block)


def _refuse_growth(unpacked_bytes: int, packed_bytes: int, name: str, settings: Settings) -> None:
    if unpacked_bytes > settings.upload_limit_mb << 20:
        raise BadInput(f"{name} unpacks to more than {settings.upload_limit_mb} MB, the limit for one import.")
    if unpacked_bytes > _SMALL and unpacked_bytes > settings.archive_ratio_limit * max(packed_bytes, 1):
        raise BadInput(
            f"{name} unpacks to more than {settings.archive_ratio_limit} times its size; no usual export does."
        )
