"""How well do the opportunity list's odds and order hold up, by rolling origin, and what does the list cost to build?

    python -m benchmarks.signals [--customers N] [--months M] [--seed S] [--data DIR] [--json]

Without --data a fictional book is generated and imported first. Said against happened, per band of a tenth and per
signal: each past case judged with what was known on its day. Lift: of what growth paid in the six months after each
origin, the share in the top tenth of the list, against a list by largest headroom first. Brier: mean squared error of
the odds, against always saying the signal's own share.
"""

import argparse
import json
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.incentive_marts import build_incentive_marts
from data_access.programs import rule_sets
from data_access.settings import current_settings
from data_access.signal_marts import build_signal_marts
from data_access.workspace import Workspace
from domain.scope import Role, Viewer
from sample_data.constants import LAST_MONTH
from sample_data.recipe import Recipe
from sample_data.writing import write

_BANDS = """
select band, sum(cases_count)::bigint as cases, sum(predicted_sum) / sum(cases_count) as said,
       (sum(reached_count) / sum(cases_count))::double as happened
from signal_calibration group by band order by band
"""
_SIGNALS = """
with own as (
    select signal, sum(cases_count)::bigint as cases, sum(predicted_sum) / sum(cases_count) as said,
           (sum(reached_count) / sum(cases_count))::double as happened,
           sum(squared_error_sum) / sum(cases_count) as brier
    from signal_calibration group by signal
)
select *, happened * (1 - happened) as brier_of_share from own order by cases desc
"""
_LIFT = """
select month::varchar as origin, listed_count as listed, our_cents / nullif(realised_cents, 0)::double as ours,
       headroom_cents / nullif(realised_cents, 0)::double as headroom,
       our_cents / nullif(headroom_cents, 0)::double as lift
from signal_lift order by month
"""
_SIZE = "select (select count(*) from ledger) as ledger, (select count(*) from opportunity_reasons) as reasons"


def main() -> None:
    """Print the tables, or JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--customers", type=int, default=500)
    options.add_argument("--months", type=int, default=36)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--data", type=Path, help="a workspace with imports, instead of a generated book")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(asked.data) if asked.data else _generated(Path(folder), asked)
        answer = judged(workspace, Path(folder))
    if asked.json:
        print(json.dumps(answer))
        return
    for name, table in answer.items():
        print(f"\n{name}")
        _print(table)


def judged(workspace: Workspace, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Build the signals anew on a copy of what is served, and read how they did."""
    copy = folder / "copy.duckdb"
    shutil.copyfile(workspace.snapshot_file(), copy)
    with duckdb.connect(str(copy), config={"threads": current_settings().threads}) as connection:
        built = {name for (name,) in connection.sql("select table_name from duckdb_tables()").fetchall()}
        for name in built:
            if name.startswith(("signal_", "opportunity_")) or name == "claim_rates":
                connection.execute(f'drop table "{name}"')
        if "incentive_position" not in built:
            build_incentive_marts(connection, rule_sets(workspace).book)
        started = time.process_time()
        build_signal_marts(connection)
        spent = time.process_time() - started
        (size,) = _rows(connection, _SIZE)
        return {
            "build": [{**size, "cpu_seconds": spent}],
            "bands": _rows(connection, _BANDS),
            "signals": _rows(connection, _SIGNALS),
            "lift": _rows(connection, _LIFT),
        }


def _generated(folder: Path, asked: argparse.Namespace) -> Workspace:
    recipe = Recipe(asked.customers, asked.months, asked.seed, LAST_MONTH)
    files = [file for file in write(recipe, folder / "files") if file.suffix == ".csv"]
    workspace = Workspace(folder / "workspace")
    settings = current_settings()
    asked_by = Asked(Viewer("benchmark", Role.INCENTIVES_ADMIN), workspace.today(settings))
    import_files(workspace, files, asked_by, settings)
    return workspace


def _rows(connection: duckdb.DuckDBPyConnection, text: str) -> list[dict[str, Any]]:
    return connection.sql(text).pl().to_dicts()


def _print(table: list[dict[str, Any]]) -> None:
    if not table:
        print("no past case can be judged: it takes half a year of outcomes after a history to learn from")
        return
    print("".join(f"{name:>18}" for name in table[0]))
    for row in table:
        print("".join(f"{_shown(value):>18}" for value in row.values()))


def _shown(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
