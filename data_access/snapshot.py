"""How do facts become the tables that pages read? Staging, then marts, in one new file that is then published.

The file is built beside the one being served; a reader never meets a half-built table, and an import killed at
any moment leaves the old snapshot serving.
"""

from collections.abc import Callable, Mapping

import duckdb

from data_access.book_marts import build_book_marts
from data_access.eligibility_marts import build_score_marts
from data_access.eligibility_rules import keep_last_good_scores, score_programs
from data_access.engine import build, building
from data_access.fact_staging import stage_facts
from data_access.incentive_marts import build_incentive_marts
from data_access.layout import layout
from data_access.portfolio_marts import build_portfolio_marts
from data_access.programs import keep_last_good, rule_sets
from data_access.settings import Settings
from data_access.signal_marts import build_signal_marts, reasons_before
from data_access.workspace import Publication, Workspace

Progress = Callable[[str, float], None]

MARTS = (
    "marts/tenants",
    "marts/usage",
    "marts/source_months",
    "marts/import_deliveries",
    "marts/freshness",
    "marts/months",
    "marts/earnings_baselines",
    "marts/association_starts",
    "marts/ledger",
    "marts/lost",
    "marts/attributions",
    "marts/available",
    "marts/series",
    "marts/customers",
    "marts/customer_months",
    "marts/groups",
    "marts/by_group",
    "marts/group_options",
    "marts/bridge_by_group",
    "marts/earnings",
    "marts/ineligible",
    "marts/claim_list",
    "marts/listed_claims",
    "marts/unclaimed_workloads",
    "marts/import_log",
    "marts/other_usage",
)
"""In the order they are built; each needs only those before it."""


def nothing_said(step: str, share: float) -> None:
    """Progress for callers that do not show any."""


def build_snapshot(
    workspace: Workspace,
    publication: Publication,
    settings: Settings,
    progress: Progress = nothing_said,
    named_workloads: Mapping[str, str] | None = None,
) -> Publication:
    """Build the next snapshot from `publication.imports` and return the publication that would serve it.

    Nothing is served before `Workspace.publish`. `named_workloads` maps further spellings to workload codes.
    """
    version = publication.version + 1
    workspace.snapshots.mkdir(parents=True, exist_ok=True)
    name = f"snapshot_{version}.duckdb"
    partial = workspace.snapshots / f"{name}.partial"
    partial.unlink(missing_ok=True)
    partial.with_name(f"{partial.name}.wal").unlink(missing_ok=True)
    with building(settings, workspace.snapshots / "spill", partial) as connection:
        progress("Reading facts", 0.05)
        stage_facts(connection, workspace, publication, named_workloads or {})
        _build_marts(connection, settings, progress)
        build_book_marts(connection)
        progress("Working out incentives", 0.8)
        rules = rule_sets(workspace)
        keep_last_good(workspace, rules)
        build_incentive_marts(
            connection, rules.book, settings.earnings_month_column, settings.first_paying_month_offset
        )
        progress("Reading signals", 0.88)
        build_signal_marts(connection, before=reasons_before(workspace, publication))
        build_portfolio_marts(connection)
        progress("Counting program scores", 0.95)
        keep_last_good_scores(workspace.programs)
        build_score_marts(connection, score_programs(workspace.programs).programs, settings.usage_complete_day)
        connection.execute("checkpoint")
    partial.replace(workspace.snapshots / name)
    return Publication(version, name, publication.imports, publication.undone, layout())


def _build_marts(connection: duckdb.DuckDBPyConnection, settings: Settings, progress: Progress) -> None:
    values = settings.model_dump()
    for number, mart in enumerate(MARTS):
        progress(f"Building {mart.removeprefix('marts/').replace('_', ' ')}", 0.1 + 0.7 * number / len(MARTS))
        build(connection, mart, values)
    build(connection, "staging/drop_views")
