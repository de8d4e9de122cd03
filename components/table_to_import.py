"""What does a page need to know of a table before it is imported?"""

from datetime import date
from typing import Any, Protocol


class Preview(Protocol):
    """One table as the import sees it, before it is published."""

    @property
    def file_name(self) -> str: ...

    @property
    def sentence(self) -> str: ...

    @property
    def is_usable(self) -> bool: ...

    @property
    def is_known(self) -> bool: ...

    @property
    def needs(self) -> str | None: ...

    @property
    def format(self) -> str | None: ...

    @property
    def confidence_share(self) -> float: ...

    @property
    def header(self) -> tuple[str, ...]: ...

    @property
    def columns(self) -> dict[str, str]: ...

    @property
    def conventions(self) -> tuple[Any, ...]: ...

    @property
    def first_rows(self) -> tuple[tuple[str, ...], ...]: ...

    @property
    def rows_kept(self) -> int: ...

    @property
    def rows_refused(self) -> int: ...

    @property
    def refused(self) -> tuple[tuple[int, str, str, str], ...]: ...

    @property
    def as_of_on(self) -> date | None: ...

    @property
    def as_of_basis(self) -> str | None: ...

    @property
    def first_month(self) -> date | None: ...

    @property
    def last_month(self) -> date | None: ...

    @property
    def changes(self) -> Any: ...

    @property
    def suggestions(self) -> dict[str, dict[str, str]]: ...
