"""The command line, one module a command. Exit codes: 0 done, 2 unusable input with a sentence of what was expected."""

import argparse
import sys
from pathlib import Path

from data_access.commands import asking, backup, brief, forecast, importing, programs, questions, restore, status
from domain.errors import InsightsError

_COMMANDS = (importing, asking, questions, status, brief, forecast, programs, backup, restore)


def run(arguments: list[str]) -> int:
    """Run one command; sentences go to standard error, answers to standard output."""
    parser = argparse.ArgumentParser(prog="python -m data_access", description="CPOR Insights on the command line.")
    chosen = parser.add_subparsers(dest="command", required=True)
    for command in _COMMANDS:
        command.add_to(chosen, _data_option())
    options, further = parser.parse_known_args(arguments)
    # `ask QUESTION --format json name=value`: argparse takes positionals only before the first option.
    if options.command == "ask" and all("=" in text and not text.startswith("-") for text in further):
        options.parameters += further
    elif further:
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    try:
        return int(options.act(options))
    except InsightsError as failure:
        print(failure.sentence, file=sys.stderr)
        return 2


def _data_option() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data", type=Path, metavar="DIR", help="the workspace folder (default: CPOR_DATA_DIR, else the real one)"
    )
    return shared
