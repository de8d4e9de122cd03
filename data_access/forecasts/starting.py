"""How does a forecast begin after an import without anybody waiting for it? In a process of its own."""

import subprocess
import sys
from pathlib import Path

from data_access.settings import Settings
from data_access.workspace import Workspace

_PROJECT = Path(__file__).resolve().parents[2]
_OWN_GROUP = 0x200 if sys.platform == "win32" else 0
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
        creationflags=_OWN_GROUP,
    )
    _children.append(child)
