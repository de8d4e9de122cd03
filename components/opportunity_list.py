"""How does the ranked list of opportunities read? One line each: what, worth, odds, why, next, who."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st
from streamlit import column_config as cc

from components.export import as_csv, file_name
from components.provenance import remembered
from domain.metrics import explained
from domain.opportunities import Status
from domain.signal_reasons import in_words, titles
from domain.signals import known_signals, signal
from domain.wording import exact
from domain.workloads import workload_name

PAGE_SIZES = (25, 50, 100)
_STATUSES = {"Open": "open", "Everything": "all", **{status.capitalize(): str(status) for status in Status}}
_ANY = "Any"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; None means no narrowing."""

    search: str | None
    signal: str | None
    owner: str | None
    status: str
    min_value: float | None
    page_size: int
    skip_rows: int


def opportunity_filters(owners: Mapping[str, str], *, key: str) -> Filters:
    """Draw the filters. Signal and status go into the address; owners, who are people, do not."""

    def back_to_start() -> None:
        st.session_state[f"{key}_page"] = 1

    kinds = {one.title: code for code, one in known_signals().items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}_filters"):
        search = st.text_input(
            "Customer", key=f"{key}_search", max_chars=80, placeholder="By name", on_change=back_to_start, width=180
        )
        kind = st.selectbox(
            "Signal", [_ANY, *kinds], key="signal", bind="query-params", on_change=back_to_start, width=210
        )
        status = st.selectbox(
            "Status", list(_STATUSES), key="status", bind="query-params", on_change=back_to_start, width=140
        )
        owner = st.selectbox(
            "Owner",
            ["", *owners],
            format_func=lambda code: owners.get(code, "Anybody"),
            key=f"{key}_owner",
            on_change=back_to_start,
            width=170,
        )
        least = st.number_input(
            "Worth at least, $", min_value=0.0, step=100.0, key=f"{key}_value", on_change=back_to_start, width=150
        )
        size = st.selectbox("Rows", PAGE_SIZES, key=f"{key}_size", on_change=back_to_start, width=90)
    page = max(int(st.session_state.get(f"{key}_page", 1)), 1)
    return Filters(
        search=(search or "").strip() or None,
        signal=kinds.get(kind or _ANY),
        owner=owner or None,
        status=_STATUSES[status or "Open"],
        min_value=least or None,
        page_size=size,
        skip_rows=(page - 1) * size,
    )


def opportunity_list(
    frame: pl.DataFrame, filters: Filters, export: Callable[[], pl.DataFrame], *, key: str
) -> dict[str, Any] | None:
    """Draw one page of signals/opportunities; the row that is selected. `export` is asked for every row on download."""
    if frame.is_empty():
        st.info(
            "No opportunity matches. Clear a filter here or in the bar above; after the first import with usage the"
            " list fills by itself.",
            icon=":material/filter_alt_off:",
        )
        return None
    total = int(frame.item(0, "total_count"))
    event = st.dataframe(
        listed(frame),
        key=f"{key}_rows_{filters.skip_rows}_{filters.page_size}_{filters.signal}_{filters.status}",
        column_config=_COLUMNS,
        hide_index=True,
        row_height=36,
        height=min(36 * frame.height + 40, 600),
        on_select="rerun",
        selection_mode="single-row",
        alt=f"Opportunities {filters.skip_rows + 1} to {filters.skip_rows + frame.height} of {total}, best first.",
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        first = filters.skip_rows + 1
        st.caption(f"{exact(first)} to {exact(first + frame.height - 1)} of {exact(total)}; select a line to work on it.")
        pages = -(-total // filters.page_size)
        if pages > 1:
            st.pagination(pages, key=f"{key}_page", max_visible_pages=5)
        st.download_button(
            "Download all as CSV",
            data=lambda: _csv(export()),
            file_name=file_name("opportunities"),
            mime="text/csv",
            key=f"{key}_csv",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
    chosen = event["selection"]["rows"]
    return frame.row(chosen[0], named=True) if chosen and chosen[0] < frame.height else None


def listed(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns in sight of a frame of signals/opportunities."""
    rows = frame.to_dicts()
    said = in_words(rows)
    return pl.DataFrame(
        {
            "place": frame["place"],
            "customer": frame["name"],
            "workload": [workload_name(row["workload"]) for row in rows],
            "signal": [_named(row) for row in rows],
            "value": frame["value_usd"].cast(pl.Float64),
            "odds": [words["odds"] for words in said],
            "expected": frame["expected_usd"],
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
    is_theirs = row["owner"] == row["account_manager_id"]
    return row["account_manager"] if is_theirs else row["owner"]


def _csv(frame: pl.DataFrame) -> bytes:
    words = pl.DataFrame(in_words(frame.to_dicts()), schema=dict.fromkeys(_WORDS, pl.String))
    kept = frame.drop("facts", "facts_key", "total_count", "closed_signals", "closed_mau", "closed_pau")
    return as_csv(kept.hstack(words), remembered().lines("Opportunities, best first (values are estimates)", kept.columns))


_WORDS = ("why", "odds", "rests_on", "next_action", "back")
_COLUMNS = {
    "place": cc.NumberColumn("#", width=44),
    "customer": cc.TextColumn("Customer", width=190),
    "workload": cc.TextColumn("Workload", width=130),
    "signal": cc.TextColumn("Signal", width=170),
    "value": cc.NumberColumn(
        "Value, estimate",
        format="dollar",
        width=110,
        help="What the step or milestone pays by the rules in force, at most what the cap has left. Empty: the rules"
        " name no amount.",
    ),
    "odds": cc.TextColumn("Odds", width=95, help="Share of past cases that stood like it and worked out in six months."),
    "expected": cc.NumberColumn("Expected", format="dollar", width=95, help=explained("expected_value_usd")),
    "why": cc.TextColumn("Why", width=380),
    "next": cc.TextColumn("Next action", width=300),
    "since": cc.DateColumn("Since", format="MMM YYYY", width=85),
    "owner": cc.TextColumn("Owner", width=130),
    "status": cc.TextColumn("Status", width=110),
}
