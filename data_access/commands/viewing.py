"""Who is at the command line, and how is a frame printed for a person, a script or a spreadsheet?"""

import json
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl

from data_access.exporting import defused
from data_access.importing.updating import bring_up_to_date
from data_access.settings import current_settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.scope import Viewer


def command_viewer() -> Viewer:
    """The viewer CPOR_USER, CPOR_ROLE and CPOR_TEAM name."""
    settings = current_settings()
    return Viewer(settings.user, settings.role, settings.team)


def door_of(workspace: Workspace) -> Warehouse:
    """The workspace's door; what another version of this program built is built anew first."""
    bring_up_to_date(workspace, current_settings())
    return Warehouse(workspace)


def print_frame(frame: pl.DataFrame, form: str) -> None:
    """Print as `table`, `json` (one object a line) or `csv` (spreadsheet formulas defused)."""
    if form == "json":
        for row in frame.iter_rows(named=True):
            print(json.dumps(row, default=_plain, ensure_ascii=False))
    elif form == "csv":
        sys.stdout.write(defused(frame).write_csv())
    else:
        with pl.Config(
            tbl_rows=-1, tbl_cols=-1, tbl_hide_dataframe_shape=True, tbl_width_chars=1000, fmt_str_lengths=48
        ):
            print(frame)


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value)
