"""`backup FILE`: everything people entered, in one ZIP, while the dashboard runs."""

import argparse
from pathlib import Path

from data_access.home import chosen_workspace
from data_access.registry.backup import backup
from domain.errors import BadInput


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("backup", parents=[data], help="keep claims, documents and notes in one file")
    command.add_argument("file", type=Path, metavar="FILE")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    try:
        documents = backup(chosen_workspace(options.data), options.file)
    except OSError as failed:
        raise BadInput(f"{options.file} could not be written: {failed.strerror}.") from failed
    print(f"The registry and {documents} documents are in {options.file}.")
    return 0
