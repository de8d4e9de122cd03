"""`python -m sample_data`: write the export files of a fictional book of business."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sample_data.constants import LAST_MONTH, READY_CUSTOMERS, READY_MONTHS, READY_SEED
from sample_data.ready import make_ready
from sample_data.recipe import Recipe
from sample_data.writing import SINGLE, TABLES, write


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no month; expected one like 2026-10") from None


def _whole(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} will not do; expected a whole number of {least} to {most}")
        return int(text)

    return number


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    parser.add_argument("--customers", type=_whole(1, 1_000_000), default=READY_CUSTOMERS, metavar="N")
    parser.add_argument("--months", type=_whole(1, 120), default=READY_MONTHS, metavar="M")
    parser.add_argument("--seed", type=_whole(0, 2**63), default=READY_SEED, metavar="S")
    parser.add_argument("--last-month", type=_month, default=LAST_MONTH, metavar="YYYY-MM")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to write into")
    parser.add_argument("--only", choices=[*TABLES, *SINGLE], action="append", default=[], help="repeatable")
    parser.add_argument(
        "--dense",
        action="store_true",
        help="every customer has ten claimed workloads in every month: exactly N x M x 10 usage rows",
    )
    parser.add_argument("--ready", action="store_true", help="make sample_data/ready.zip anew, nothing else")
    return parser


def main(words: list[str] | None = None) -> int:
    """Run the command line; answers the exit code."""
    parser = _arguments()
    given = parser.parse_args(words)
    if given.ready:
        print(make_ready())
        return 0
    if given.out is None:
        parser.error("--out DIR is needed: the folder the files are written into")
    recipe = Recipe(given.customers, given.months, given.seed, given.last_month, given.dense)
    for path in write(recipe, given.out, given.only):
        print(f"{path.stat().st_size:>12,}  {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
