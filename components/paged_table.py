"""How does one walk a table too long to send? Search, sort and page become parameters of the question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
import streamlit as st

from components.answer import Answer
from components.columns import UNKNOWN, column_config, displayed
from components.export import as_csv, file_name
from components.provenance import remembered
from domain.wording import exact

PAGE_SIZES = (25, 50, 100)
_WITHOUT_SCROLLING = 20


@dataclass(frozen=True, slots=True)
class TablePage:
    """One page of a table: what the question needs to know."""

    search: str | None
    sort: str
    is_descending: bool
    limit: int
    offset: int


def paged_table(
    ask: Callable[[TablePage], Answer],
    *,
    key: str,
    sorts: Mapping[str, str],
    columns: Sequence[str],
    labels: Mapping[str, str] | None = None,
    export: Callable[[TablePage], pl.DataFrame] | None = None,
    search_in: str = "name or domain",
    empty: str = "No customer matches. Search for less, or clear a filter in the bar above.",
) -> str | None:
    """Draw one page of rows and return the tenant whose row was clicked.

    The frame carries `total_count` (rows of all pages) and `tenant_id` in each row. `sorts` maps column to label,
    first is the default; a label with "↓" sorts descending. `export` is asked for all rows when, and only when,
    somebody downloads them. Call it inside a fragment, so that typing redraws the table alone.
    """
    search, sort, size = _controls(key, sorts, search_in)
    number = max(int(st.session_state.get(f"{key}_page", 1)), 1)
    page = TablePage(search, sort, "↓" in sorts[sort], size, (number - 1) * size)
    frame = ask(page).frame
    if frame.is_empty() and number > 1:
        number, page = 1, TablePage(search, sort, page.is_descending, size, 0)
        st.session_state[f"{key}_page"] = 1
        frame = ask(page).frame
    if frame.is_empty():
        st.info(empty, icon=":material/search_off:")
        return None
    total = int(frame.item(0, "total_count"))
    table = f"{key}_rows_{number}_{sort}_{size}_{search or ''}"

    def sort_by_header() -> None:
        clicked = st.session_state[table]["selection"]["columns"]
        if clicked and clicked[0] in sorts:
            st.session_state["sort"], st.session_state[f"{key}_page"] = clicked[0], 1

    with st.container(key=f"{key}_paged"):
        event = st.dataframe(
            displayed(frame),
            key=table,
            column_config=column_config(frame, labels=labels),
            column_order=list(columns),
            hide_index=True,
            placeholder=UNKNOWN,
            height="content" if frame.height <= _WITHOUT_SCROLLING else 720,
            on_select=sort_by_header,
            # Columns that can be selected cannot be sorted in the browser, which would order this page alone.
            selection_mode=["single-row", "single-column"],
            alt=f"Customers {page.offset + 1} to {page.offset + frame.height} of {total}. Select a row to open one.",
        )
    _foot(key, page, total, frame.height, export)
    chosen = event["selection"]["rows"]
    return str(frame.item(chosen[0], "tenant_id")) if chosen else None


def _controls(key: str, sorts: Mapping[str, str], search_in: str) -> tuple[str | None, str, int]:
    def back_to_start() -> None:
        st.session_state[f"{key}_page"] = 1

    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}_controls"):
        search = st.text_input(
            "Search",
            key="search",
            bind="query-params",
            type="search",
            live="300ms",
            max_chars=80,
            placeholder=f"By {search_in}",
            on_change=back_to_start,
            width=280,
        )
        sort = st.selectbox(
            "Sorted by",
            list(sorts),
            format_func=lambda column: sorts[column],
            key="sort",
            bind="query-params",
            on_change=back_to_start,
            width=220,
        )
        size = st.selectbox("Rows", PAGE_SIZES, key="rows", bind="query-params", on_change=back_to_start, width=90)
    return (search or "").strip() or None, sort, size


def _foot(
    key: str, page: TablePage, total: int, shown: int, export: Callable[[TablePage], pl.DataFrame] | None
) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(f"{exact(page.offset + 1)} to {exact(page.offset + shown)} of {exact(total)}")
        pages = -(-total // page.limit)
        if pages > 1:
            st.pagination(pages, key=f"{key}_page", max_visible_pages=5)
        if export is not None:
            st.download_button(
                "Download all as CSV",
                data=lambda: as_csv(found := export(page), remembered_head(key, found)),
                file_name=file_name(key),
                mime="text/csv",
                key=f"{key}_csv",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
            )


def remembered_head(title: str, frame: pl.DataFrame) -> tuple[str, ...]:
    """The head of the export under the filters of this run."""
    return remembered().lines(title, frame.columns)
