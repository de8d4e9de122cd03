"""What happens when files are imported? Each is staged by itself, then everything staged is published in one step."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from data_access.importing.asked import Asked
from data_access.importing.detection import Detected
from data_access.importing.mapping import remembered_mappings
from data_access.importing.naming import named_workloads
from data_access.importing.opening import TextTable, Unopened, open_tables
from data_access.importing.publishing import publish_staged, serve, without_import
from data_access.importing.refusing import REFUSED_SCHEMA
from data_access.importing.staging import NothingUsable, Staged, recognise, stage
from data_access.settings import Settings
from data_access.snapshot import Progress, nothing_said
from data_access.workspace import Publication, Workspace
from domain.errors import InsightsError, NotAllowed
from domain.scope import Viewer

_CHECKING_SHARE = 0.4
"""Of an import's time; building what is served takes the rest."""


@dataclass(frozen=True)
class Outcome:
    """What became of one table of one file: imported, known already, or refused with a sentence.

    `file` is where it came from; `table` and `found` tell how it was understood, as far as that went; `failure` is
    what stopped it.
    """

    file_name: str
    staged: Staged | None
    sentence: str
    file: Path
    table: TextTable | None = None
    found: Detected | None = None
    failure: InsightsError | None = None

    @property
    def is_usable(self) -> bool:
        return self.staged is not None

    def refused(self) -> pl.DataFrame:
        """Refused rows: file, line, column, value, reason; also those of a table without a usable row."""
        rows = pl.DataFrame(schema=REFUSED_SCHEMA)
        if self.staged and self.staged.checked:
            rows = self.staged.checked.refused
        elif isinstance(self.failure, NothingUsable):
            rows = self.failure.refused
        return rows.select(pl.lit(self.file_name).alias("file"), pl.all())


def import_files(
    workspace: Workspace,
    files: Iterable[Path],
    asked: Asked,
    settings: Settings,
    *,
    dry_run: bool = False,
    progress: Progress = nothing_said,
    names: dict[Path, str] | None = None,
) -> list[Outcome]:
    """Import files, publishing once; a file with nothing usable yields an outcome with its sentence instead.

    Raises `NotAllowed` for viewers who may not import. Killed at any moment, the old snapshot keeps serving.
    """
    _refuse_others(asked.viewer)
    with workspace.import_lock(), _work_folder(workspace) as work:
        outcomes = list(staged_files(workspace, files, asked, settings, work, progress, names))
        fresh = [o.staged for o in outcomes if o.staged and not o.staged.is_known]
        if fresh and not dry_run:
            publish_staged(workspace, fresh, asked, settings, _after_checking(progress))
        return outcomes


def staged_files(
    workspace: Workspace,
    files: Iterable[Path],
    asked: Asked,
    settings: Settings,
    work: Path,
    progress: Progress = nothing_said,
    names: dict[Path, str] | None = None,
) -> Iterator[Outcome]:
    """Check every table of every file and write its facts below `work`; nothing is published."""
    asked = with_remembered(asked, workspace)
    files = list(files)
    for number, file in enumerate(files):
        name = (names or {}).get(file, file.name)
        progress(f"Checking {name}", _CHECKING_SHARE * number / len(files))
        folder = work / f"{number:05}"
        folder.mkdir(parents=True)
        yield from _staged(file, name, folder, workspace, asked, settings)


def undo_import(workspace: Workspace, import_id: str, asked: Asked, settings: Settings) -> Publication:
    """Take an import back: the facts it brought no longer count, its receipt stays in the history."""
    _refuse_others(asked.viewer)
    with workspace.import_lock():
        return serve(workspace, without_import(workspace, import_id, asked), settings, asked)


def rebuild(workspace: Workspace, asked: Asked, settings: Settings, progress: Progress = nothing_said) -> Publication:
    """Build and publish again from the same facts, after a setting, a name or a rule set changed."""
    with workspace.import_lock():
        return serve(workspace, workspace.publication(), settings, asked, progress)


def with_remembered(asked: Asked, workspace: Workspace) -> Asked:
    """With the workspace's own workload names and column mappings; what was asked goes before them."""
    return replace(
        asked,
        named_workloads={**named_workloads(workspace), **asked.named_workloads},
        mapped={**remembered_mappings(workspace), **asked.mapped},
    )


def _after_checking(progress: Progress) -> Progress:
    return lambda step, share: progress(step, _CHECKING_SHARE + (1 - _CHECKING_SHARE) * share)


def _refuse_others(viewer: Viewer) -> None:
    if not viewer.role.may_import:
        raise NotAllowed("Only an incentives admin brings files in or takes them back.")


def _staged(
    file: Path, name: str, work: Path, workspace: Workspace, asked: Asked, settings: Settings
) -> Iterator[Outcome]:
    for number, table in enumerate(open_tables(file, name, work, settings)):
        if isinstance(table, Unopened):
            yield Outcome(table.name, None, table.failure.sentence, file, failure=table.failure)
            continue
        folder = work / f"table-{number:05}"
        folder.mkdir()
        yield _staged_table(table, file, folder, workspace, asked, settings)


def _staged_table(
    table: TextTable, file: Path, work: Path, workspace: Workspace, asked: Asked, settings: Settings
) -> Outcome:
    found = None
    try:
        table, found = recognise(table, asked, work)
        staged = stage(table, found, workspace, asked, settings, work)
    except InsightsError as refusal:
        return Outcome(table.name, None, refusal.sentence, file, table, found, refusal)
    return Outcome(table.name, staged, _sentence(staged), file, table, found)


def _sentence(staged: Staged) -> str:
    receipt = staged.receipt
    if staged.is_known:
        return f"{receipt.title}: these very bytes are imported already; nothing changes."
    refused = f", {receipt.rows_refused:,} refused" if receipt.rows_refused else ""
    return f"{receipt.title}: {receipt.rows_kept:,} rows{refused}."


@contextmanager
def _work_folder(workspace: Workspace) -> Iterator[Path]:
    """A folder on the workspace's own disk, gone afterwards; leftovers of killed imports go too."""
    workspace.root.mkdir(parents=True, exist_ok=True)
    for left in workspace.root.glob("importing-*"):
        shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix="importing-", dir=workspace.root))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
