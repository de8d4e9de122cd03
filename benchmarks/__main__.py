"""`python -m benchmarks`: how fast is it, in ratios taken within this run?"""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.ahead_speed import ahead_findings
from benchmarks.browser_speed import browser_findings
from benchmarks.findings import Finding, as_json, as_table
from benchmarks.ground import Ground
from benchmarks.import_speed import import_findings
from benchmarks.machine import machine_facts
from benchmarks.page_speed import page_findings
from benchmarks.question_speed import question_findings
from benchmarks.session_speed import session_findings

SECTIONS = ("import", "questions", "pages", "browser", "sessions")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--customers", type=int, default=5000, metavar="N", help="ten workloads each")
    parser.add_argument("--months", type=int, default=36, metavar="M")
    parser.add_argument("--only", choices=SECTIONS, action="append", default=[], help="repeatable")
    parser.add_argument("--times-ten", action="store_true", help="also measure ten times the customers (takes long)")
    parser.add_argument("--rounds", type=int, default=7, metavar="R", help="of which medians are taken")
    parser.add_argument("--import-rounds", type=int, default=3, metavar="R")
    parser.add_argument("--session-seconds", type=float, default=40.0, metavar="S", help="for each of the two pages")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep the generated data here and use it again")
    parser.add_argument("--json", action="store_true")
    return parser


def main(words: list[str] | None = None) -> int:
    """Run the command line; 1 when a budget is passed or something failed."""
    given = _arguments().parse_args(words)
    machine = machine_facts()
    # A run that is ended takes its servers along: blocks are left in order.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with _folder(given.work) as folder:
        ground = Ground(folder, given.customers, given.months)
        findings = [found for section in _chosen(given.only) for found in _measure(section, ground, given)]
    print(as_json(findings, machine) if given.json else as_table(findings, machine))
    return int(any(found.verdict in ("OVER", "FAILED") for found in findings))


def _measure(section: str, ground: Ground, given: argparse.Namespace) -> list[Finding]:
    print(f"Measuring {section} ...", file=sys.stderr, flush=True)
    measures: dict[str, Callable[[], list[Finding]]] = {
        "import": lambda: import_findings(ground, given.import_rounds),
        "questions": lambda: [
            found
            for one in ([ground, ground.times_ten()] if given.times_ten else [ground])
            for found in question_findings(one, given.rounds)
        ],
        "pages": lambda: [
            *page_findings(ground, given.rounds, with_times_ten=given.times_ten),
            *ahead_findings(ground, given.rounds),
        ],
        "browser": lambda: browser_findings(ground, given.rounds),
        "sessions": lambda: session_findings(ground, given.session_seconds),
    }
    return measures[section]()


def _chosen(only: list[str]) -> list[str]:
    return [section for section in SECTIONS if not only or section in only]


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept is None:
        with tempfile.TemporaryDirectory(prefix="benchmarks-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
        return
    kept.mkdir(parents=True, exist_ok=True)
    yield kept.resolve()


if __name__ == "__main__":
    sys.exit(main())
