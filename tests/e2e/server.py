"""How is the dashboard run for a browser: its own process, port and data?"""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

from start import SERVE

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Dashboard:
    """The dashboard on the workspaces under `home`; settings by name, such as `CPOR_ROLE="executive"`."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = home / "dashboard.log"
        machine = {name: value for name, value in os.environ.items() if not name.startswith("CPOR_")}
        # No forecast in the background: two busy cores would make every click wait for it.
        quiet = {"CPOR_HOME": str(home), "CPOR_FORECAST_AFTER_IMPORT": "0"}
        self.environment = {**machine, **quiet, **settings}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Return when the server answers; start again on the same port after `stop`."""
        options = {
            "server.port": str(self.port),
            "server.address": "localhost",
            "server.headless": "true",
            "server.fileWatcherType": "none",
            "browser.gatherUsageStats": "false",
        }
        command = [sys.executable, "-c", SERVE, "run", "app.py"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *(f"--{name}={value}" for name, value in options.items())],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + START_SECONDS
        while not self._is_healthy():
            if self._process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError(f"The dashboard did not start:\n{self.log.read_text(errors='replace')[-4000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _is_healthy(self) -> bool:
        try:
            with urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:  # noqa: S310 - our own localhost
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False
