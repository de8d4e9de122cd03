"""Killed at any moment, does an import leave what was served, and nothing in the way of the next one?"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data_access.adoption import LEDGER
from tests.data_access.importing.desk import ADMIN, CPOR, TODAY, Desk, cpor, table

ROOT = Path(__file__).parents[3]
KILLS = 5
BUDGET_SECONDS = 25

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")


def importing(desk: Desk, file: Path) -> "subprocess.Popen[str]":
    """`python -m data_access import`, as a scheduler runs it beside the dashboard."""
    return subprocess.Popen(
        [sys.executable, "-m", "data_access", "import", str(file), "--data", str(desk.workspace.root)],
        cwd=ROOT,
        env={**os.environ, "CPOR_TODAY": TODAY.isoformat(), "CPOR_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_processes_and_kills_at_any_moment(desk: Desk) -> None:
    """This process serves all the while; imports in others are killed, then one is let through."""
    desk.take(desk.file(table(CPOR, cpor()), "served.csv"))
    served, door = desk.workspace.publication(), desk.door()
    before = door.ask(LEDGER, viewer=ADMIN)
    file = desk.file(table(CPOR, cpor(month=20261001, mau=11)), "next.csv")

    began = time.monotonic()
    moments = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        child = importing(desk, file)
        # From the moment the child holds the lock, anywhere in the second or so that it works.
        while not (desk.workspace.root / "import.lock").exists() and child.poll() is None:
            time.sleep(0.01)
        time.sleep(moments.uniform(0.3, 2.5))
        child.kill()
        child.communicate()
        if desk.workspace.publication() != served:
            break
        killed += 1
        assert door.ask(LEDGER, viewer=ADMIN).frame.equals(before.frame)
        if time.monotonic() - began > BUDGET_SECONDS:
            break
    assert killed, "every child was done before it was killed"

    child = importing(desk, file)
    told, complaint = child.communicate()
    assert (child.returncode, complaint) == (0, "")
    assert told.startswith("next.csv: CPOR - Microsoft 365 usage: ")
    after = door.ask(LEDGER, viewer=ADMIN)
    assert after.frame["mau"].to_list() == [10, 11]
    assert after.version != before.version
    door.close()
    left = [path.name for path in desk.workspace.root.iterdir() if path.name.startswith("importing-")]
    assert left == []
    assert [path.name for path in desk.workspace.snapshots.iterdir() if ".partial" in path.name] == []
