"""What does one line of the opportunity list show, and what does it say as a CSV?"""

from collections.abc import Mapping
from typing import Any

import polars as pl
from streamlit import column_config as cc

from components.export import as_csv
from components.provenance import remembered
from domain.metrics import explained
from domain.signal_reasons import in_words, titles
from domain.signals import signal
from domain.workloads import workload_name


def listed(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns in sight of a frame of signals/opportunities."""
    rows = frame.to_dicts()
    said = in_words(rows)
    return pl.DataFrame(
        {
            "place": frame["place"],
            "customer": frame["name"],
            "expected": frame["expected_usd"],
            "workload": [workload_name(row["workload"]) for row in rows],
            "signal": [_named(row) for row in rows],
            "value": frame["value_usd"].cast(pl.Float64),
            "odds": [words["odds"] for words in said],
            "why": [words["why"] for words in said],
            "next": [words["next_action"] for words in said],
            "since": frame["since_on"],
            "owner": [_owner(row) for row in rows],
            "status": [f"{row['status']} (back)" if row["is_back"] else row["status"] for row in rows],
        }
    )


def _named(row: Mapping[str, Any]) -> str:
    others = len(titles(row["signals"])) - 1
    title = signal(row["signal"]).title
    return f"{title} (+{others})" if others else title


def _owner(row: Mapping[str, Any]) -> str | None:
    found = row["account_manager"] if row["owner"] == row["account_manager_id"] else row["owner"]
    return None if found is None else str(found)


def opportunity_csv(frame: pl.DataFrame) -> bytes:
    """Every column of signals/opportunities with its words, under the filters of this run."""
    words = pl.DataFrame(in_words(frame.to_dicts()), schema=dict.fromkeys(_WORDS, pl.String))
    kept = frame.drop("facts", "facts_key", "total_count", "closed_signals", "closed_mau", "closed_pau")
    return as_csv(
        kept.hstack(words), remembered().lines("Opportunities, best first (values are estimates)", kept.columns)
    )


_WORDS = ("why", "odds", "rests_on", "next_action", "back")
COLUMNS = {
    "place": cc.NumberColumn("#", width=44),
    "customer": cc.TextColumn("Customer", width=165),
    "expected": cc.NumberColumn("Expected", format="dollar", width=95, help=explained("expected_value_usd")),
    "workload": cc.TextColumn("Workload", width=125),
    "signal": cc.TextColumn("Signal", width=170),
    "value": cc.NumberColumn(
        "Value, estimate",
        format="dollar",
        width=110,
        help="What the step or milestone pays by the rules in force, at most what the cap has left. Empty: the rules"
        " name no amount.",
    ),
    "odds": cc.TextColumn(
        "Odds", width=95, help="Share of past cases that stood like it and worked out in six months."
    ),
    "why": cc.TextColumn("Why", width=330),
    "next": cc.TextColumn("Next action", width=300),
    "since": cc.DateColumn("Since", format="MMM YYYY", width=85),
    "owner": cc.TextColumn("Owner", width=130),
    "status": cc.TextColumn("Status", width=110),
}
