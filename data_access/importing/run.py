"""What happens when files are imported? Each is staged by itself, then everything staged is published in one step."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from data_access.importing.checking import REFUSED_SCHEMA
from data_access.importing.opening import open_tables
from data_access.importing.staging import Asked, Staged, discard, stage
from data_access.settings import Settings
from data_access.snapshot import Progress, build_snapshot, nothing_said
from data_access.workspace import Publication, Workspace
from domain.errors import BadInput, InsightsError, NotAllowed
from domain.scope import Viewer


@dataclass(frozen=True)
class Outcome:
    """What became of one table of one file: imported, known already, or refused with a sentence."""

    file_name: str
    staged: Staged | None
    sentence: str

    @property
    def is_usable(self) -> bool:
        return self.staged is not None

    def refused(self) -> pl.DataFrame:
        """Refused rows: file, line, column, value, reason."""
        checked = self.staged.checked if self.staged else None
        rows = checked.refused if checked else pl.DataFrame(schema=REFUSED_SCHEMA)
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
    if not asked.viewer.role.may_import:
        raise NotAllowed("Only an incentives admin brings files in.")
    with workspace.import_lock(), _work_folder(workspace) as work:
        outcomes: list[Outcome] = []
        for number, file in enumerate(files):
            progress(f"Checking {(names or {}).get(file, file.name)}", 0.02)
            folder = work / str(number)
            folder.mkdir()
            outcomes += _staged(file, folder, workspace, asked, settings, (names or {}).get(file))
        fresh = [o.staged for o in outcomes if o.staged and not o.staged.is_known]
        if fresh and not dry_run:
            _publish(workspace, fresh, settings, asked, progress)
        return outcomes


def undo_import(workspace: Workspace, import_id: str, asked: Asked, settings: Settings) -> Publication:
    """Take an import back: the facts it brought no longer count, its receipt stays in the history."""
    if not asked.viewer.role.may_import:
        raise NotAllowed("Only an incentives admin undoes an import.")
    with workspace.import_lock():
        served = workspace.publication()
        if import_id not in served.imports:
            raise BadInput("This import is not in force; it was undone already or never made.")
        undoing = {"undone_by": asked.viewer.user, "undone_at": datetime.now(UTC).isoformat()}
        left = tuple(known for known in served.imports if known != import_id)
        return _serve(workspace, replace(served, imports=left, undone={**served.undone, import_id: undoing}), settings, asked)


def rebuild(workspace: Workspace, asked: Asked, settings: Settings, progress: Progress = nothing_said) -> Publication:
    """Build and publish again from the same facts, after a setting, a name or a rule set changed."""
    with workspace.import_lock():
        return _serve(workspace, workspace.publication(), settings, asked, progress)


def _staged(
    file: Path, work: Path, workspace: Workspace, asked: Asked, settings: Settings, name: str | None
) -> Iterator[Outcome]:
    shown = name or file.name
    try:
        for table in open_tables(file, work, settings, name):
            try:
                staged = stage(table, workspace, asked, settings, work)
            except InsightsError as refusal:
                yield Outcome(table.name, None, refusal.sentence)
                continue
            yield Outcome(table.name, staged, _sentence(staged))
    except InsightsError as refusal:
        yield Outcome(shown, None, refusal.sentence)


def _sentence(staged: Staged) -> str:
    receipt = staged.receipt
    if staged.is_known:
        return f"{receipt.title}: these very bytes are imported already; nothing changes."
    refused = f", {receipt.rows_refused:,} refused" if receipt.rows_refused else ""
    return f"{receipt.title}: {receipt.rows_kept:,} rows{refused}."


def _publish(
    workspace: Workspace, fresh: list[Staged], settings: Settings, asked: Asked, progress: Progress
) -> Publication:
    served = workspace.publication()
    imports, undone = list(served.imports), dict(served.undone)
    workspace.imports.mkdir(parents=True, exist_ok=True)
    for staged in fresh:
        import_id = staged.receipt.import_id
        if import_id in imports:
            continue
        discard(workspace.imports / import_id)
        staged.folder.rename(workspace.imports / import_id)
        imports.append(import_id)
        undone.pop(import_id, None)
    return _serve(workspace, replace(served, imports=tuple(imports), undone=undone), settings, asked, progress)


def _serve(
    workspace: Workspace,
    wanted: Publication,
    settings: Settings,
    asked: Asked,
    progress: Progress = nothing_said,
) -> Publication:
    built = build_snapshot(workspace, wanted, settings, progress, asked.named_workloads)
    workspace.publish(built)
    progress("Published", 1.0)
    _prune(workspace, built, settings)
    return built


def _prune(workspace: Workspace, built: Publication, settings: Settings) -> None:
    """Drop snapshots nobody needs any more; one still open elsewhere (Windows) is left for the next time."""
    oldest_kept = built.version - settings.snapshots_kept + 1
    for file in workspace.snapshots.glob("snapshot_*.duckdb*"):
        number = file.name.removeprefix("snapshot_").split(".")[0]
        if number.isdigit() and (int(number) < oldest_kept or file.suffix == ".partial"):
            try:
                file.unlink()
            except OSError:
                continue


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


def viewer_asked(viewer: Viewer, workspace: Workspace, settings: Settings) -> Asked:
    """The plainest request: nothing said about the files but who brings them, today."""
    return Asked(viewer, workspace.today(settings))
