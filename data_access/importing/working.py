"""What does the child process of a job do? Stage, tell how far it is, and publish when it is meant to."""

import shutil
import time
from collections.abc import Sequence
from datetime import UTC, datetime

import polars as pl

from data_access.importing.asked import Asked
from data_access.importing.jobs import Finished, Job, Order, Status
from data_access.importing.previewing import preview
from data_access.importing.publishing import publish_staged
from data_access.importing.receipt import Receipt
from data_access.importing.run import Outcome, import_files
from data_access.importing.staging import Staged
from data_access.importing.uploads import remove_uploads
from data_access.settings import Settings
from data_access.snapshot import Progress
from data_access.workspace import Workspace
from domain.errors import InsightsError

_TELL_SECONDS = 0.2


def work_on(workspace: Workspace, job_id: str, settings: Settings) -> Status:
    """Carry a job out in this process; expected failures end as a sentence in its status."""
    job = Job(workspace, job_id)
    order = job.order()
    with job.alive().acquire(timeout=30):
        try:
            ended = _carry_out(workspace, job, order, settings)
        except InsightsError as failure:
            ended = Status(state="failed", step="Stopped", sentence=failure.sentence)
        job.write_status(ended)
        if ended.state != "previewed":
            shutil.rmtree(job.staged, ignore_errors=True)
            remove_uploads(workspace, order.files)
        return ended


def _carry_out(workspace: Workspace, job: Job, order: Order, settings: Settings) -> Status:
    asked, tell = order.asked(), _teller(job)
    names = dict(zip(order.files, order.names, strict=True))
    if job.staged.exists() and not order.only_preview:
        finished = _publish(workspace, job, asked, settings, tell)
        return Status(state="done", step="Published", share=1.0, outcomes=finished)
    if order.only_preview:
        shutil.rmtree(job.staged, ignore_errors=True)
        job.staged.mkdir(parents=True)
        shown, outcomes = preview(workspace, order.files, asked, settings, job.staged, progress=tell, names=names)
        job.write_previews(shown)
        finished = _finished(job, outcomes)
        return Status(state="previewed", step="Ready to confirm", share=1.0, outcomes=finished)
    outcomes = import_files(workspace, order.files, asked, settings, progress=tell, names=names)
    return Status(state="done", step="Published", share=1.0, outcomes=_finished(job, outcomes))


def _publish(workspace: Workspace, job: Job, asked: Asked, settings: Settings, tell: Progress) -> tuple[Finished, ...]:
    with workspace.import_lock():
        receipts = sorted(job.staged.glob("*/table-*/*/receipt.json"))
        fresh = [Staged(Receipt.model_validate_json(file.read_bytes()), file.parent, None, False) for file in receipts]
        if fresh:
            publish_staged(workspace, fresh, asked, settings, tell)
    return tuple(
        Finished(file_name=one.file_name, is_usable=one.is_usable, sentence=one.sentence, rows_refused=one.rows_refused)
        for one in job.previews()
    )


def _finished(job: Job, outcomes: Sequence[Outcome]) -> tuple[Finished, ...]:
    frames = [outcome.refused() for outcome in outcomes]
    if frames:
        pl.concat(frames).write_parquet(job.refused)
    return tuple(
        Finished(
            file_name=outcome.file_name,
            is_usable=outcome.is_usable,
            sentence=outcome.sentence,
            rows_refused=frame.height,
        )
        for outcome, frame in zip(outcomes, frames, strict=True)
    )


def _teller(job: Job) -> Progress:
    """Writes the status now and then, not at every word."""
    told = 0.0
    job.write_status(Status(state="running", step="Starting"))

    def tell(step: str, share: float) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_SECONDS:
            told = time.monotonic()
            job.write_status(Status(state="running", step=step, share=share, changed_at=datetime.now(UTC)))

    return tell
