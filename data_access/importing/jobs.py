"""What is a long import asked to do, how far is it, and did its process survive? A folder that both sides read."""

import json
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

import polars as pl
from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field

from data_access.importing.asked import Asked, Said
from data_access.importing.previews import Preview
from data_access.workspace import Workspace, replace_file
from domain.errors import BadInput
from domain.scope import Role, Viewer

State = Literal["waiting", "running", "previewed", "done", "failed"]
START_SECONDS = 60
"""A process that has not begun after so long will not."""


class SaidOfFile(BaseModel):
    """`asked.Said`, as it travels."""

    as_of: date | None = None
    tenant: str | None = None
    conventions: dict[str, str] = Field(default_factory=dict)


class Order(BaseModel):
    """What to import and for whom; `names` are the names shown, in the files' order."""

    model_config = ConfigDict(frozen=True)

    files: tuple[Path, ...]
    names: tuple[str, ...]
    user: str
    role: Role
    team: str | None
    today: date
    said: SaidOfFile
    by_file: dict[str, SaidOfFile]
    only_preview: bool

    def asked(self) -> Asked:
        return Asked(
            viewer=Viewer(self.user, self.role, self.team),
            today=self.today,
            as_of=self.said.as_of,
            tenant=self.said.tenant,
            conventions=self.said.conventions,
            by_file={name: Said(one.as_of, one.tenant, one.conventions) for name, one in self.by_file.items()},
        )


class Finished(BaseModel):
    """What became of one table."""

    file_name: str
    is_usable: bool
    sentence: str
    rows_refused: int


class Status(BaseModel):
    """How far a job is. `share` 0..1; `sentence` says what failed; `outcomes` are there once it is done."""

    model_config = ConfigDict(frozen=True)

    state: State = "waiting"
    step: str = "Waiting to start"
    share: float = 0.0
    sentence: str = ""
    outcomes: tuple[Finished, ...] = ()
    changed_at: datetime = Field(default_factory=lambda: datetime.now(UTC))

    @property
    def is_over(self) -> bool:
        return self.state in ("previewed", "done", "failed")


class Job:
    """One import's folder: order, status, previews, staged facts, refused rows, the child's log."""

    def __init__(self, workspace: Workspace, job_id: str) -> None:
        if not job_id.isalnum():
            raise BadInput("This is no import job.")
        self.id, self.folder = job_id, workspace.root / "jobs" / job_id

    @property
    def staged(self) -> Path:
        return self.folder / "staged"

    @property
    def log(self) -> Path:
        return self.folder / "log.txt"

    @property
    def refused(self) -> Path:
        """Refused rows of every table, as Parquet: file, line, column, value, reason."""
        return self.folder / "refused.parquet"

    def alive(self) -> FileLock:
        """Held by the process that works on the job; the system lets go of it when that process ends."""
        return FileLock(self.folder / "alive.lock")

    def order(self) -> Order:
        return Order.model_validate_json(self._read("order.json"))

    def write_order(self, order: Order) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        replace_file(self.folder / "order.json", order.model_dump_json().encode())

    def written_status(self) -> Status:
        """What the working process last wrote."""
        return Status.model_validate_json(self._read("status.json"))

    def write_status(self, status: Status) -> None:
        replace_file(self.folder / "status.json", status.model_dump_json().encode())

    def previews(self) -> list[Preview]:
        """What would go in, once the job is previewed."""
        stored: list[Any] = json.loads(self._read("previews.json"))
        return [Preview.model_validate(one) for one in stored]

    def write_previews(self, previews: Sequence[Preview]) -> None:
        content = json.dumps([one.model_dump(mode="json") for one in previews])
        replace_file(self.folder / "previews.json", content.encode())

    def refused_rows(self) -> pl.DataFrame:
        """Every refused row: file, line, column, value, reason; empty when none was."""
        return pl.read_parquet(self.refused) if self.refused.exists() else pl.DataFrame()

    def forget(self) -> None:
        """Remove the job's folder; uploads and what is served stay."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def is_worked_on(self) -> bool:
        try:
            with self.alive().acquire(timeout=0):
                return False
        except Timeout:
            return True

    def _read(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            raise BadInput("There is no such import job any more.") from None
