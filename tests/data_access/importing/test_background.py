"""Does a long import go on by itself, tell how far it is, and end in a sentence when its process dies?"""

import io
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from data_access.adoption import LEDGER
from data_access.importing import background
from data_access.importing.asked import Asked, Said
from data_access.importing.background import confirm, give_up, job_status, jobs_of, start
from data_access.importing.jobs import Job, Status
from data_access.importing.uploads import save_upload
from domain.errors import BadInput, NotAllowed
from tests.data_access.importing.desk import ADMIN, CPOR, MANAGER, ONE, TODAY, Desk, cpor, table

PATIENCE_SECONDS = 120
GRAPH = table("Report Refresh Date,Teams Active,Teams Inactive,Report Period", "2026-09-30,1,0,30")


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end, "took too long"
        time.sleep(0.05)


def ended(desk: Desk, job_id: str) -> Status:
    until(lambda: job_status(desk.workspace, job_id).is_over)
    return job_status(desk.workspace, job_id)


@pytest.fixture
def uploaded(desk: Desk) -> dict[Path, str]:
    """Two uploads, as the imports page saves them: where each lies, and what the viewer called it."""
    texts = {"usage.csv": table(CPOR, cpor(), cpor(mau=-1)), "graph.csv": GRAPH}
    return {
        save_upload(desk.workspace, name, io.BytesIO(text.encode()), desk.settings): name
        for name, text in texts.items()
    }


def test_preview_then_confirm(desk: Desk, uploaded: dict[Path, str]) -> None:
    asked = Asked(ADMIN, TODAY, by_file={"graph.csv": Said(tenant=ONE)})
    job_id = start(desk.workspace, list(uploaded), asked, names=uploaded, only_preview=True)
    assert ended(desk, job_id).state == "previewed"
    previews = Job(desk.workspace, job_id).previews()
    assert [(one.file_name, one.is_usable, one.rows_refused) for one in previews] == [
        ("usage.csv", True, 1),
        ("graph.csv", True, 0),
    ]
    assert desk.workspace.publication().imports == ()
    assert all(file.exists() for file in uploaded)

    confirm(desk.workspace, job_id)
    status = ended(desk, job_id)
    assert (status.state, status.share) == ("done", 1.0), Job(desk.workspace, job_id).log.read_text()
    assert [(one.file_name, one.rows_refused) for one in status.outcomes] == [("usage.csv", 1), ("graph.csv", 0)]
    refused = pl.read_parquet(Job(desk.workspace, job_id).refused)
    assert refused.select("file", "line", "value").rows() == [("usage.csv", 3, "-1")]
    assert desk.answer(LEDGER).select("workload", "mau").rows() == [("EXO", 10), ("TEAMS", 1)]
    assert not any(file.exists() for file in uploaded)
    assert not Job(desk.workspace, job_id).staged.exists()
    assert jobs_of(desk.workspace) == [job_id]
    with pytest.raises(BadInput, match="not waiting to be confirmed"):
        confirm(desk.workspace, job_id)


def test_import_without_preview_and_files_that_are_not_ours_to_remove(desk: Desk) -> None:
    good, bad = desk.file(table(CPOR, cpor())), desk.file("x", "bad.csv")
    status = ended(desk, start(desk.workspace, [good, bad], desk.asked))
    assert [one.is_usable for one in status.outcomes] == [True, False]
    assert status.outcomes[1].sentence.startswith("bad.csv has no header")
    assert good.exists()
    assert len(desk.workspace.publication().imports) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")
def test_a_killed_process_is_told_in_a_sentence(desk: Desk) -> None:
    with desk.workspace.import_lock():
        job_id = start(desk.workspace, [desk.file(table(CPOR, cpor()))], desk.asked)
        until(lambda: Job(desk.workspace, job_id).is_worked_on())
        os.kill(background._children[job_id].pid, signal.SIGKILL)
        status = ended(desk, job_id)
    assert status.state == "failed"
    assert status.sentence == (
        "The import stopped before it was done: its process ended, perhaps for want of memory. Nothing has changed; "
        "try again."
    )
    assert desk.workspace.publication().imports == ()
    give_up(desk.workspace, job_id)
    assert jobs_of(desk.workspace) == []
    with pytest.raises(BadInput, match="no such import job"):
        job_status(desk.workspace, job_id)


def test_a_job_another_process_began_is_known_to_be_dead(desk: Desk) -> None:
    """As after a restart of the dashboard: no child of ours, nobody holds the job's lock."""
    job = Job(desk.workspace, "f00")
    job.folder.mkdir(parents=True)
    job.write_status(Status(state="running", step="Checking usage.csv", share=0.1))
    assert job_status(desk.workspace, "f00").state == "failed"
    job.write_status(Status())
    assert job_status(desk.workspace, "f00").state == "waiting"
    with job.alive():
        job.write_status(Status(state="running", step="Checking usage.csv", share=0.1))
        assert job_status(desk.workspace, "f00").state == "running"


def test_who_may_and_what_is_needed(desk: Desk) -> None:
    asked = Asked(MANAGER, TODAY)
    with pytest.raises(NotAllowed):
        start(desk.workspace, [desk.file("x")], asked)
    with pytest.raises(BadInput, match="at least one file"):
        start(desk.workspace, [], desk.asked)
    with pytest.raises(BadInput, match="no import job"):
        job_status(desk.workspace, "../etc")


def test_an_upload_past_the_limit_leaves_nothing(desk: Desk) -> None:
    settings = desk.settings.model_copy(update={"upload_limit_mb": 1})
    with pytest.raises(BadInput, match="larger than 1 MB"):
        save_upload(desk.workspace, "big.csv", io.BytesIO(b"x" * (2 << 20)), settings)
    assert list(desk.workspace.uploads.iterdir()) == []
