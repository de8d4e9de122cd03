"""How does the ranked list of opportunities read? One line each: what, worth, odds, why, next, who."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from components.columns import UNKNOWN
from components.export import file_name
from components.opportunity_rows import COLUMNS, listed, opportunity_csv
from domain.opportunities import Status
from domain.signals import known_signals
from domain.wording import exact

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
            "Worth at least, $",
            min_value=0.0,
            step=100.0,
            format="%g",
            key=f"{key}_value",
            on_change=back_to_start,
            width=150,
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
        key=f"{key}_rows_{_lines(frame)}",
        column_config=COLUMNS,
        hide_index=True,
        placeholder=UNKNOWN,
        row_height=36,
        height=min(36 * frame.height + 40, 600),
        on_select="rerun",
        selection_mode="single-row",
        alt=f"Opportunities {filters.skip_rows + 1} to {filters.skip_rows + frame.height} of {total}, best first.",
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        first = filters.skip_rows + 1
        st.caption(
            f"{exact(first)} to {exact(first + frame.height - 1)} of {exact(total)}; select a line to work on it."
        )
        pages = -(-total // filters.page_size)
        if pages > 1:
            st.pagination(pages, key=f"{key}_page", max_visible_pages=5)
        st.download_button(
            "Download all as CSV",
            data=lambda: opportunity_csv(export()),
            file_name=file_name("opportunities"),
            mime="text/csv",
            key=f"{key}_csv",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
    chosen = event["selection"]["rows"]
    return frame.row(chosen[0], named=True) if chosen and chosen[0] < frame.height else None


def _lines(frame: pl.DataFrame) -> str:
    """Which lines are shown. A selection is a place in the table: it must not pass to another line when they change."""
    named = "/".join(f"{tenant}:{workload}" for tenant, workload in frame.select("tenant_id", "workload").iter_rows())
    return hashlib.sha256(named.encode()).hexdigest()[:16]
