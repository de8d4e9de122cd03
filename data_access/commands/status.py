"""`status`: what is being served, how far it reaches, and what is late."""

import argparse
import json
from typing import Any

from data_access import imports
from data_access.commands.viewing import command_viewer, door_of
from data_access.home import chosen_workspace
from domain.sources import source_name


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("status", parents=[data], help="what is served, and is it fresh")
    command.add_argument("--json", action="store_true", help="one object")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    workspace = chosen_workspace(options.data)
    served = workspace.publication()
    status: dict[str, Any] = {
        "workspace": str(workspace.root),
        "is_sample": workspace.is_sample,
        "version": served.version,
        "imports": len(served.imports),
        "sources": [],
    }
    if served.snapshot:
        frame = door_of(workspace).ask(imports.FRESHNESS, viewer=command_viewer()).frame
        status["sources"] = frame.to_dicts()
    if options.json:
        print(json.dumps(status, default=str))
        return 0
    print(f"Workspace {status['workspace']}, version {served.version}, {len(served.imports)} imports in force.")
    if not served.snapshot:
        print("Nothing has been imported yet.")
    for row in status["sources"]:
        is_due = row["next_expected_on"] < workspace.today()
        state = "stopped" if row["is_stopped"] else "late" if row["is_late"] or is_due else "on time"
        print(
            f"{source_name(row['source'])}: usage to {row['last_month']:%b %Y}, next expected {row['next_expected_on']}, {state}."
        )
    return 0
