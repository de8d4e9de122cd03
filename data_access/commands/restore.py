"""`restore FILE`: put a backup in the registry's place; what it replaces is kept beside it once."""

import argparse
from pathlib import Path

from data_access.home import chosen_workspace
from data_access.registry.backup import restore


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("restore", parents=[data], help="bring back a backup of claims, documents and notes")
    command.add_argument("file", type=Path, metavar="FILE")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    documents = restore(chosen_workspace(options.data), options.file)
    print(f"The registry and {documents} documents are back from {options.file}.")
    return 0
