"""How does a forecast begin after an import without anybody waiting for it? In a process of its own."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from data_access.settings import Settings
from data_access.workspace import Workspace

_PROJECT = Path(__file__).resolve().parents[2]
# A group of its own, below normal priority; elsewhere the priority is set once the process is there.
_WINDOWS_FLAGS = 0x200 | 0x4000 if sys.platform == "win32" else 0
_LOWEST_PRIORITY = 19
_children: list["subprocess.Popen[bytes]"] = []
"""Begun by this process; kept so that the system can be told that an ended one was seen."""


def start_forecast(workspace: Workspace, settings: Settings) -> None:
    """Begin `python -m data_access forecast` in the background; one at a time per workspace."""
    if not settings.forecast_after_import:
        return
    _children[:] = [child for child in _children if child.poll() is None]
    child = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
        [sys.executable, "-m", "data_access", "forecast", "--data", str(workspace.root), "--quiet"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=_PROJECT,
        start_new_session=sys.platform != "win32",
        creationflags=_WINDOWS_FLAGS,
    )
    if sys.platform != "win32":
        # At once, and not by the process itself: what it loads first takes seconds that pages should have.
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, child.pid, _LOWEST_PRIORITY)
    _children.append(child)
