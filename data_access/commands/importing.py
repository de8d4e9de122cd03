"""`import FILE...`: bring export files in, also while the dashboard runs."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

import polars as pl

from data_access.commands.viewing import command_viewer
from data_access.contract import tenant_parameter
from data_access.exporting import defused
from data_access.home import chosen_workspace
from data_access.importing.asked import Asked
from data_access.importing.refusing import REFUSED_SCHEMA
from data_access.importing.run import Outcome, import_files
from data_access.importing.working import work_on
from data_access.settings import current_settings
from domain.errors import BadInput


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("import", parents=[data], help="import export files")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE")
    command.add_argument("--tenant", metavar="GUID", help="the customer of files that name none (Graph reports)")
    command.add_argument("--as-of", metavar="DATE", help="how new the files are; newer wins")
    command.add_argument("--dry-run", action="store_true", help="check and say what would happen, change nothing")
    command.add_argument("--refused", type=Path, metavar="OUT.csv", help="write refused rows here")
    command.add_argument("--json", action="store_true", help="one object a file")
    command.add_argument("--job", help=argparse.SUPPRESS)
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    settings = current_settings()
    workspace = chosen_workspace(options.data)
    if options.job:
        ended = work_on(workspace, options.job, settings)
        return 2 if ended.state == "failed" else 0
    if not options.files:
        raise BadInput("Name at least one file to import: python -m data_access import FILE...")
    asked = Asked(
        viewer=command_viewer(),
        today=workspace.today(settings),
        as_of=_date(options.as_of),
        tenant=tenant_parameter(options.tenant) if options.tenant else None,
    )
    if options.refused:
        _write_refused(options.refused, [])
    outcomes = import_files(workspace, options.files, asked, settings, dry_run=options.dry_run)
    if options.refused:
        _write_refused(options.refused, outcomes)
    for outcome in outcomes:
        _say(outcome, options.json)
    return 0 if all(_usable_files(options.files, outcomes)) else 2


def _write_refused(target: Path, outcomes: list[Outcome]) -> None:
    try:
        frames = [pl.DataFrame(schema={"file": pl.String, **REFUSED_SCHEMA}), *(one.refused() for one in outcomes)]
        defused(pl.concat(frames)).write_csv(target)
    except OSError:
        raise BadInput(f"--refused is “{target}”; expected a file that can be written.") from None


def _usable_files(files: list[Path], outcomes: list[Outcome]) -> list[bool]:
    """Whether each file held something usable: an archive needs one usable member."""
    return [any(outcome.is_usable for outcome in outcomes if outcome.file == file) for file in files]


def _say(outcome: Outcome, as_json: bool) -> None:
    if as_json:
        receipt = outcome.staged.receipt.model_dump(mode="json") if outcome.staged else {}
        known = outcome.staged.is_known if outcome.staged else False
        line = {"file": outcome.file_name, "usable": outcome.is_usable, "known": known, "sentence": outcome.sentence}
        print(json.dumps({**line, **receipt}, ensure_ascii=False))
    else:
        print(f"{outcome.file_name}: {outcome.sentence}", file=sys.stdout if outcome.is_usable else sys.stderr)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadInput(f"--as-of is “{text}”; expected a date such as 2026-11-18.") from None
