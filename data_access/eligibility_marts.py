"""What do customers bring to the programs' scores? The rules as tables, then the marts, at import."""

from collections.abc import Sequence

import duckdb
import polars as pl

from data_access.contract import Columns
from data_access.engine import build, store
from domain.eligibility_rules import ScoreProgram

MARTS = (
    "score_months",
    "score_lines",
    "score_customers",
    "score_tracks",
    "score_counted",
    "score_facts",
    "score_claims",
    "score_fresh",
    "score_parts",
    "score_sums",
    "score_tenants",
    "score_groups",
    "book_scores",
    "score_steps",
    "book_providers",
)
"""In the order they are built; each needs only those before it, the rules, and ledger, customers, months, available."""

_PERIOD: Columns = {"effective_from": pl.Date, "effective_until": pl.Date}

_RULES: Columns = {
    **dict.fromkeys(("program", "program_name", "track", "track_name", "metric", "metric_name"), pl.String),
    **dict.fromkeys(("category", "counts", "unit"), pl.String),
    **dict.fromkeys(("max_points", "line_points"), pl.Decimal(9, 4)),
    **dict.fromkeys(("min_licences", "max_licences"), pl.Int32),
    "keeps_promoted": pl.Boolean,
    **dict.fromkeys(("active_percent", "position"), pl.Int32),
    **_PERIOD,
}

_OPTIONS: Columns = {
    **dict.fromkeys(("program", "track", "metric", "association_type"), pl.String),
    "threshold": pl.Decimal(18, 4),
    "entry": pl.String,
    "position": pl.Int32,
    "effective_from": pl.Date,
}

_WORKLOADS: Columns = {"program": pl.String, "workload": pl.String, "counts_for_adds": pl.Boolean, **_PERIOD}


def build_score_marts(
    connection: duckdb.DuckDBPyConnection, programs: Sequence[ScoreProgram], usage_complete_day: int = 20
) -> None:
    """Write the rules (`score_rules`, `score_options`, `score_workloads`) and compute every score mart."""
    store(connection, "score_rules", rule_frame(programs))
    store(connection, "score_options", option_frame(programs))
    store(connection, "score_workloads", workload_frame(programs))
    for mart in MARTS:
        build(connection, f"marts_eligibility/{mart}", {"usage_complete_day": usage_complete_day})


def rule_frame(programs: Sequence[ScoreProgram]) -> pl.DataFrame:
    """One row per program x track x metric, with the period it is in force."""
    rows = [
        {
            "program": program.program,
            "program_name": program.name,
            "track": track.track,
            "track_name": track.name,
            "metric": metric.metric,
            "metric_name": metric.name,
            "category": metric.category,
            "counts": metric.counts,
            "unit": metric.unit,
            "max_points": metric.max_points,
            "line_points": program.line_points,
            "min_licences": track.min_licences,
            "max_licences": track.max_licences,
            "keeps_promoted": track.keeps_promoted,
            "active_percent": metric.active_percent,
            "position": position,
            "effective_from": program.effective_from,
            "effective_until": program.effective_until,
        }
        for program in programs
        for track in program.tracks
        for position, metric in enumerate(track.metrics)
    ]
    return pl.DataFrame(rows, schema=_RULES)


def option_frame(programs: Sequence[ScoreProgram]) -> pl.DataFrame:
    """One row per program x track x metric x association type; `entry` names the hand entry of its actual."""
    rows = [
        {
            "program": program.program,
            "track": track.track,
            "metric": metric.metric,
            "association_type": option.association_type,
            "threshold": option.threshold,
            "entry": option.entry or metric.metric,
            "position": position,
            "effective_from": program.effective_from,
        }
        for program in programs
        for track in program.tracks
        for metric in track.metrics
        for position, option in enumerate(metric.options)
    ]
    return pl.DataFrame(rows, schema=_OPTIONS)


def workload_frame(programs: Sequence[ScoreProgram]) -> pl.DataFrame:
    """One row per program x workload that counts towards it; `counts_for_adds`: it makes a customer, too."""
    rows = [
        {
            "program": program.program,
            "workload": workload,
            "counts_for_adds": workload in program.workloads,
            "effective_from": program.effective_from,
            "effective_until": program.effective_until,
        }
        for program in programs
        for workload in (*program.workloads, *program.usage_only_workloads)
    ]
    return pl.DataFrame(rows, schema=_WORKLOADS)
