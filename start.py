"""How does CPOR Insights start, or test itself, on a machine that has only Python?

python start.py [--data DIR] [--port N] [--no-browser]   install what is missing, open the dashboard
python start.py test [PYTEST ARGUMENTS]                  install what tests need, run them
python start.py lint                                     style, types, import contracts, SQL
python start.py lock [UV ARGUMENTS]                      renew the lock files; --upgrade for newer versions
"""

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said in words, before anything newer fails to run
    sys.exit(f"CPOR Insights needs Python 3.11 or later; {sys.executable} is {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# Named by version: packages of one Python are no use to the next.
INSTALLED = VENV / "installed-{}.{}.txt".format(*sys.version_info)
RUN_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"
NEXT_DUCKDB_LOCK = "requirements-duckdb-next.lock"

# Until st.navigation has run once in a process, Streamlit takes pages/ for its older convention of flat files and meets
# the first deep link after a restart with a "Page not found" dialog. The server is told before it starts.
SERVE = (
    "from streamlit.runtime.pages_manager import PagesManager; PagesManager.uses_pages_directory = False; "
    "from streamlit.web.cli import main; main()"
)

CHECKS = {
    "style": ("-m", "ruff", "check", "."),
    "layout": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
    "SQL": ("-m", "sqlfluff", "lint", "--disable-progress-bar", "data_access/sql"),
}
LOCKS = (
    (RUN_LOCK, "pyproject.toml"),
    (TEST_LOCK, "pyproject.toml", "--extra", "test", "--constraint", RUN_LOCK),
    (NEXT_DUCKDB_LOCK, "--group", "duckdb-next"),
)


def fingerprint(lock: str) -> str:
    """One line that changes whenever the lock file does, however git ended its lines."""
    content = (ROOT / lock).read_bytes().replace(b"\r", b"")
    return f"{lock} {hashlib.sha256(content).hexdigest()}"


def install(lock: str) -> None:
    """Make .venv hold what the lock names; a second call costs one small file read."""
    usable = PYTHON.exists() and INSTALLED.exists()
    if usable and fingerprint(lock) in INSTALLED.read_text(encoding="utf-8").splitlines():
        return
    print(f"Installing the packages of {lock} into {VENV} (once; a minute or two) ...", flush=True)
    if not usable:
        try:
            venv.create(VENV, clear=True, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit(
                f"Python could not make a virtual environment in {VENV}: {error}\n"
                "On Debian and Ubuntu this needs the package python3-venv; elsewhere, check that the folder "
                "may be written to and that the disk is not full."
            )
    asked = ("install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", lock)
    if python("-m", "pip", *asked) != 0:
        sys.exit(
            "The packages could not be installed; pip's own words are above. The first start needs a "
            "connection to a Python package index (behind a proxy: set HTTPS_PROXY), or a folder of wheels "
            "named by PIP_FIND_LINKS with PIP_NO_INDEX=1. Then run the same command again."
        )
    # Every package of the first lock stands in the test lock too, in the same version.
    held = (RUN_LOCK, TEST_LOCK) if lock == TEST_LOCK else (lock,)
    INSTALLED.write_text("".join(f"{fingerprint(name)}\n" for name in held), encoding="utf-8")


def python(*arguments: str, **variables: str) -> int:
    """Run the environment's Python in the project's folder; its exit code."""
    try:
        return subprocess.call([str(PYTHON), *arguments], cwd=ROOT, env={**os.environ, **variables})
    except KeyboardInterrupt:
        return 130


def open_dashboard(arguments: list[str]) -> int:
    """Open the dashboard in the browser; what is not known here goes to Streamlit."""
    parser = argparse.ArgumentParser(
        prog="python start.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="the workspace to show (else CPOR_DATA_DIR)")
    parser.add_argument("--port", type=int, help="the port to listen on (else 8501, or the next free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    options, others = parser.parse_known_args(arguments)
    if options.data and options.data.exists() and not options.data.is_dir():
        sys.exit(f"--data expects a folder; {options.data} is a file.")
    install(RUN_LOCK)
    asked = ["--server.port", str(options.port)] if options.port else []
    asked += ["--server.headless", "true"] if options.no_browser else []
    where = {"CPOR_DATA_DIR": str(options.data.resolve())} if options.data else {}
    return python("-c", SERVE, "run", "app.py", *asked, *others, **where)


def test(arguments: list[str]) -> int:
    """Run the tests: all of them on two processes, or as pytest is told."""
    install(TEST_LOCK)
    return python("-m", "pytest", *(arguments or ["-n", "2", "--dist", "loadfile"]))


def lint(_: list[str]) -> int:
    """Run every check, so that one run tells everything that is to be mended."""
    install(TEST_LOCK)
    failed = [name for name, check in CHECKS.items() if python(*check) != 0]
    print(f"To be mended: {', '.join(failed)}." if failed else f"{', '.join(CHECKS)}: nothing to mend.")
    return len(failed)


def lock(arguments: list[str]) -> int:
    """Write the lock files anew from pyproject.toml, for every platform, with hashes and no host."""
    install(TEST_LOCK)
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]
    options += ["--annotation-style", "line", *arguments]
    return max(python("-m", "uv", "pip", "compile", *wanted, "-o", name, *options) for name, *wanted in LOCKS)


def main(arguments: list[str]) -> int:
    """The command the arguments name; without a name, the dashboard."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends the child too, see subprocess.call
    commands: dict[str, Callable[[list[str]], int]] = {"test": test, "lint": lint, "lock": lock}
    if not arguments or arguments[0].startswith("-"):
        return open_dashboard(arguments)
    if arguments[0] not in commands:
        sys.exit(f"{arguments[0]!r} is no command; expected {', '.join(commands)}, or none to open the dashboard.")
    return commands[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
