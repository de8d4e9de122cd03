"""Do a forecast's workers end with the process that asked them, however it ends?"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKER = """
import os, time
from forecasting.workers import workers

if __name__ == "__main__":
    pool = workers(1)
    print(pool.submit(os.getpid).result(), *pool.map(abs, [-3, 2, -1]), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for a process in the POSIX way")
def test_a_killed_process_leaves_no_workers_behind(tmp_path: Path) -> None:
    script = tmp_path / "asker.py"
    script.write_text(ASKER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment) as asker:
        assert asker.stdout is not None
        worker, *computed = map(int, asker.stdout.readline().split())
        assert computed == [3, 2, 1]
        assert _is_there(worker)
        asker.kill()
    until = time.monotonic() + 10
    while _is_there(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_there(worker)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
