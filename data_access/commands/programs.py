"""`programs check FILE | list`: is a rule set right, and what is in force when?"""

import argparse
from pathlib import Path

import polars as pl

from data_access.commands.viewing import print_frame
from data_access.home import chosen_workspace
from data_access.programs import check, in_force, rule_sets
from domain.errors import BadInput


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("programs", parents=[data], help="check rule sets, list what is in force")
    command.add_argument("what", choices=("check", "list"))
    command.add_argument("file", nargs="?", type=Path, metavar="FILE")
    command.add_argument("--format", choices=("table", "json", "csv"), default="table")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    workspace = chosen_workspace(options.data)
    if options.what == "check":
        if options.file is None:
            raise BadInput("Name the file to check: python -m data_access programs check FILE")
        print(check(options.file, workspace))
        return 0
    print_frame(pl.DataFrame(in_force(workspace)), options.format)
    for problem in rule_sets(workspace).problems:
        print(problem)
    return 0
