"""What is shown of a table before it goes in? Plain values that also travel from the child process as JSON."""

from datetime import date

from pydantic import BaseModel, ConfigDict


class Convention(BaseModel):
    """How a date or number column is read, and how else it could be; `column` is ours, `spelled` the file's."""

    model_config = ConfigDict(frozen=True)

    column: str
    spelled: str
    chosen: str
    choices: tuple[str, ...]
    is_ambiguous: bool


class Changes(BaseModel):
    """What one table adds to what is served now and to the tables before it, so that tables add up."""

    model_config = ConfigDict(frozen=True)

    new_customers_count: int = 0
    new_months: tuple[date, ...] = ()
    unknown_workloads: tuple[str, ...] = ()


class Preview(BaseModel):
    """One table. `needs`: nothing, or the `tenant` or `mapping` a person has to give before it can go in.

    `columns`: our column to the file's. `first_rows`: as text, under `header`. `refused`: the first refused rows
    (line, column, value, reason). `suggestions`: by target of a mapping, our column to the file's.
    """

    model_config = ConfigDict(frozen=True)

    file_name: str
    sentence: str
    is_usable: bool
    is_known: bool = False
    needs: str | None = None
    format: str | None = None
    confidence_share: float = 0.0
    header: tuple[str, ...] = ()
    columns: dict[str, str] = {}
    conventions: tuple[Convention, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()
    rows_read: int = 0
    rows_kept: int = 0
    rows_refused: int = 0
    refused: tuple[tuple[int, str, str, str], ...] = ()
    as_of_on: date | None = None
    as_of_basis: str | None = None
    first_month: date | None = None
    last_month: date | None = None
    changes: Changes | None = None
    suggestions: dict[str, dict[str, str]] = {}
