"""How does a long import go on while the browser tab is closed? In a process of its own, with a folder to look into."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from data_access.importing.asked import Asked, Said
from data_access.importing.jobs import START_SECONDS, Job, Order, SaidOfFile, Status
from data_access.importing.uploads import remove_uploads
from data_access.workspace import Workspace
from domain.errors import BadInput, NotAllowed

_PROJECT = Path(__file__).resolve().parents[2]
_OWN_GROUP = 0x200 if sys.platform == "win32" else 0
"""CREATE_NEW_PROCESS_GROUP: Ctrl-C in the dashboard's window does not reach the import."""
_LEAVING_SECONDS = 5
_KEPT = timedelta(days=14)
_children: dict[str, "subprocess.Popen[bytes]"] = {}


def start(
    workspace: Workspace,
    files: Sequence[Path],
    asked: Asked,
    *,
    names: Mapping[Path, str] | None = None,
    only_preview: bool = False,
) -> str:
    """Begin to import (or only to preview) in a child process; returns the job's id at once."""
    if not asked.viewer.role.may_import:
        raise NotAllowed("Only an incentives admin brings files in.")
    if not files:
        raise BadInput("Choose at least one file.")
    _forget_old(workspace)
    job = Job(workspace, uuid4().hex)
    job.write_order(
        Order(
            files=tuple(file.resolve() for file in files),
            names=tuple((names or {}).get(file, file.name) for file in files),
            user=asked.viewer.user,
            role=asked.viewer.role,
            team=asked.viewer.team,
            today=asked.today,
            said=_travelling(Said(asked.as_of, asked.tenant, asked.conventions)),
            by_file={name: _travelling(one) for name, one in asked.by_file.items()},
            only_preview=only_preview,
        )
    )
    _begin(workspace, job)
    return job.id


def confirm(workspace: Workspace, job_id: str) -> None:
    """Publish what a previewed job staged, in a child process again."""
    job = Job(workspace, job_id)
    if job_status(workspace, job_id).state != "previewed":
        raise BadInput("This import is not waiting to be confirmed.")
    job.write_order(job.order().model_copy(update={"only_preview": False}))
    _begin(workspace, job)


def give_up(workspace: Workspace, job_id: str) -> None:
    """Forget a job nobody works on: its folder and its uploads go, what is served stays."""
    job = Job(workspace, job_id)
    if job.is_worked_on():
        raise BadInput("This import is running; wait until it is done, then undo it.")
    remove_uploads(workspace, job.order().files)
    shutil.rmtree(job.folder, ignore_errors=True)


def job_status(workspace: Workspace, job_id: str) -> Status:
    """How far it is. A job whose process has died is `failed`, with a sentence; what was served is served still."""
    job = Job(workspace, job_id)
    status = job.written_status()
    if not status.is_over and _has_died(job, status):
        # It may have ended well between the two looks.
        status = job.written_status()
        if not status.is_over:
            status = _died(job, status)
    if status.is_over:
        _reap(job)
    return status


def _died(job: Job, status: Status) -> Status:
    sentence = (
        "The import stopped before it was done: its process ended, perhaps for want of memory. "
        "Nothing has changed; try again."
    )
    died = status.model_copy(update={"state": "failed", "sentence": sentence})
    job.write_status(died)
    return died


def jobs_of(workspace: Workspace) -> list[str]:
    """Ids of the jobs still kept, the newest first."""
    folders = (workspace.root / "jobs").glob("*/order.json")
    return [file.parent.name for file in sorted(folders, key=lambda file: file.stat().st_mtime, reverse=True)]


def _has_died(job: Job, status: Status) -> bool:
    child = _children.get(job.id)
    if child and child.poll() is None:
        return False
    if job.is_worked_on():
        return False
    has_begun = status.state == "running" or child is not None
    return has_begun or datetime.now(UTC) - status.changed_at > timedelta(seconds=START_SECONDS)


def _reap(job: Job) -> None:
    """A child that is done leaves no trace among the system's processes."""
    if job.id in _children:
        with suppress(subprocess.TimeoutExpired):
            _children[job.id].wait(timeout=_LEAVING_SECONDS)
            del _children[job.id]


def _begin(workspace: Workspace, job: Job) -> None:
    job.write_status(Status())
    command = [sys.executable, "-m", "data_access", "import", "--job", job.id, "--data", str(workspace.root)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(_PROJECT), os.environ.get("PYTHONPATH", "")])}
    with job.log.open("ab") as log:
        _children[job.id] = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=_PROJECT,
            env=environment,
            start_new_session=sys.platform != "win32",
            creationflags=_OWN_GROUP,
        )


def _travelling(said: Said) -> SaidOfFile:
    return SaidOfFile(as_of=said.as_of, tenant=said.tenant, conventions=dict(said.conventions))


def _forget_old(workspace: Workspace) -> None:
    oldest = (datetime.now(UTC) - _KEPT).timestamp()
    for job_id in jobs_of(workspace):
        job = Job(workspace, job_id)
        if (job.folder / "order.json").stat().st_mtime < oldest and not job.is_worked_on():
            give_up(workspace, job_id)
