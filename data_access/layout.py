"""Of which layout are the tables of a snapshot? That of the code that built them: other code builds them anew."""

import hashlib
from functools import cache
from pathlib import Path

from data_access.workspace import Publication

_CODE = Path(__file__).parent
_BUILT_BY = ("sql/marts*/*.sql", "sql/staging/*.sql", "*_marts.py", "snapshot.py", "fact_staging.py")


@cache
def layout() -> str:
    """Changes with every text and module that builds a snapshot, however git ended their lines."""
    content = hashlib.sha256()
    for file in sorted(file for pattern in _BUILT_BY for file in _CODE.glob(pattern)):
        content.update(file.relative_to(_CODE).as_posix().encode())
        content.update(file.read_bytes().replace(b"\r", b""))
    return content.hexdigest()[:12]


def is_of_this_code(served: Publication) -> bool:
    """Whether what is served, if anything is, was built by this code."""
    return served.snapshot is None or served.layout == layout()
