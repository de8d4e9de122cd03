"""How is an app brought up for measuring? In a process of its own, on the loopback, until the block ends."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks import ROOT
from benchmarks.ground import Ground, environment

BARE_APP = ROOT / "benchmarks" / "bare_app.py"
# What the bare page is served with too: nothing watched, nothing opened, nobody told.
_QUIET = {"server.headless": "true", "server.fileWatcherType": "none", "browser.gatherUsageStats": "false"}
_START_SECONDS, _STOP_SECONDS = 60.0, 10.0


@dataclass(frozen=True, slots=True)
class Served:
    """A running server. `log` is where what it said stands."""

    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"


@contextmanager
def served(kind: str, ground: Ground, frames: Path | None = None) -> Iterator[Served]:
    """Serve "ours", "ahead" or "ready" on the ground's book, or "bare" on `frames`; the process ends with the block.

    "ahead" is ours with answers made in the background after a publication, which no other is measured with.
    Ours runs with the project's settings, as `python start.py` runs it; the bare page with Streamlit's own, from a
    folder without any, as somebody's first page does.
    """
    port = _free_port()
    log = ground.folder / f"served_{kind}_{port}.log"
    folder = frames or ground.book.root
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *_command(kind, port, folder)],
            cwd=frames or ROOT,
            env=environment(ground) | ({"CPOR_ANSWERS_AHEAD": "200"} if kind == "ahead" else {}),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(process, port, log)
            yield Served(port, log)
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(_STOP_SECONDS)


def _command(kind: str, port: int, folder: Path) -> list[str]:
    if kind == "ready":
        return ["benchmarks.serving", str(port), str(folder)]
    app, words = (BARE_APP, [str(folder)]) if kind == "bare" else (ROOT / "app.py", ["--data", str(folder)])
    options = {**_QUIET, "server.port": port, "server.address": "127.0.0.1"}
    return ["streamlit", "run", str(app), *(f"--{name}={value}" for name, value in options.items()), "--", *words]


def _wait_until_healthy(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not come up:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
