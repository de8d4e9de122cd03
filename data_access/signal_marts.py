"""How do months of usage become signals with a value and a probability, when a snapshot is built?"""

import duckdb
import polars as pl

from data_access.contract import Columns
from data_access.engine import build, store
from data_access.signal_settings import SignalSettings, signal_settings
from data_access.workspace import Publication, Workspace
from domain.signals import known_signals

USAGE_SIGNALS = (
    "unclaimed",
    "headroom",
    "near_milestone",
    "near_mark",
    "falling",
    "seats_grew",
    "size_line",
    "cap_nearly_used",
)
"""Read from facts alone, when a snapshot is built; signals of claims are read when asked."""

MARTS = (
    "signal_series",
    "signal_months",
    "signal_probes",
    "signal_windows",
    "signal_caps",
    "signal_records",
    "signal_ladder",
    "signal_states",
    "signal_cases",
    *USAGE_SIGNALS,
    "signal_facts",
    "signal_known",
    "signal_customers",
    "signal_bases",
    "signal_rates",
    "signal_backtest",
    "signal_calibration",
    "signal_lift",
    "signal_since",
    "opportunity_worth",
    "opportunity_reasons",
    "opportunity_lines",
    "opportunity_sums",
    "claim_rates",
    "signal_claims_unseen",
    "signal_filed",
    "signal_claims_open",
    "signal_claim_lines",
    "signal_claim_reasons",
)
"""In the order they are built; each needs only those before it, the ledger's marts and the incentive marts."""


_BEFORE: Columns = {
    "tenant_id": pl.String,
    "workload": pl.String,
    "signal": pl.String,
    "mau": pl.Int64,
    "pau": pl.Int64,
    "value_usd": pl.Decimal(18, 2),
}


def build_signal_marts(
    connection: duckdb.DuckDBPyConnection,
    settings: SignalSettings | None = None,
    before: pl.DataFrame | None = None,
) -> None:
    """Compute every signal mart in this connection's database, after the incentive marts.

    `before`: the reasons of the list before the last change of imports (`reasons_before`), for "what changed".
    """
    values = (settings or signal_settings()).model_dump()
    store(connection, "signal_definitions", definition_frame())
    store(connection, "signal_before", before if before is not None else pl.DataFrame(schema=_BEFORE))
    store(connection, "signal_comparison", pl.DataFrame({"has_before": [before is not None]}))
    for mart in MARTS:
        build(connection, f"marts_signals/{mart}", values)


def definition_frame() -> pl.DataFrame:
    """One row a signal, in the order equal ones are named in; `position` counts from 1."""
    rows = [
        {"signal": one.code, "position": position, "kind": one.kind, "prior_share": one.prior_share}
        for position, one in enumerate(known_signals().values(), start=1)
    ]
    schema = {"signal": pl.String, "position": pl.Int32, "kind": pl.String, "prior_share": pl.Float64}
    return pl.DataFrame(rows, schema=schema)


def reasons_before(workspace: Workspace, wanted: Publication) -> pl.DataFrame | None:
    """The reasons of the snapshot served before `wanted`; None where there is none, or it had no list.

    Where the imports are the same (a rebuild), what that snapshot itself compared with stays.
    """
    served = workspace.publication()
    if served.snapshot is None:
        return None
    file = workspace.snapshots / served.snapshot
    name = "signal_before" if served.imports == wanted.imports else "opportunity_reasons"
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            kept = _stored(connection, name)
            is_known = name == "opportunity_reasons" or bool(_stored(connection, "signal_comparison").item())
    except duckdb.Error:
        # No such snapshot any more, or one from before there was a list: there is nothing to compare with.
        return None
    return kept.select(*_BEFORE) if is_known else None


def _stored(connection: duckdb.DuckDBPyConnection, table: str) -> pl.DataFrame:
    return connection.table(table).pl()
