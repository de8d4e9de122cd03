"""How does one walk a table too long to send? Search, sort and page become parameters of the question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from components.answer import Answer
from components.columns import UNKNOWN, column_config, displayed
from components.export import as_csv, file_name
from components.panel import open_title
from components.provenance import remembered
from domain.wording import exact

PAGE_SIZES = (25, 50, 100)
NO_MATCH = "No customer matches. Search for less, or clear a filter in the bar above."


@dataclass(frozen=True, slots=True)
class TablePage:
    """One page of a table: what the question needs to know."""

    search: str | None
    sort: str
    is_descending: bool
    limit: int
    offset: int

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters by which questions with pages are asked for these rows."""
        return {**self.asked_whole, "skip_rows": self.offset, "page_size": self.limit}

    @property
    def asked_whole(self) -> dict[str, Any]:
        """Those for the rows of all pages."""
        return {"search": self.search, "sort_by": self.sort}


def paged_table(
    ask: Callable[[TablePage], Answer],
    *,
    key: str,
    sorts: Mapping[str, str],
    columns: Sequence[str],
    labels: Mapping[str, str] | None = None,
    export: Callable[[TablePage], pl.DataFrame] | None = None,
    search_in: str = "name or domain",
    empty: str = NO_MATCH,
    in_address: str = "",
    rows_are: str = "Customers",
    tallest: int = 720,
) -> dict[str, Any] | None:
    """Draw one page of rows and return the row that is selected.

    The frame carries `total_count` (rows of all pages) in each row. `sorts` maps column to label, first is the
    default; a label with "↓" sorts descending. `export` is asked for all rows when, and only when, somebody downloads
    them. `empty` is said where there is nothing without a search either. `in_address` goes before what this table
    keeps in the address, so that a page may have several. Call it inside a fragment, so that typing redraws the table
    alone.
    """
    search, sort, size = _controls(key, sorts, search_in, in_address)
    number = max(int(st.session_state.get(f"{key}_page", 1)), 1)
    page = TablePage(search, sort, "↓" in sorts[sort], size, (number - 1) * size)
    answer = ask(page)
    if answer.frame.is_empty() and number > 1:
        page = TablePage(search, sort, page.is_descending, size, 0)
        to_first_page(key)
        answer = ask(page)
    frame = answer.frame
    if frame.is_empty():
        st.info(NO_MATCH if search else empty, icon=":material/search_off:")
        return None
    total = int(frame.item(0, "total_count"))
    # A selection is a place in the table: it must not pass to another row when the rows are others.
    table = f"{key}_rows_{answer.key}"

    def sort_by_header() -> None:
        clicked = st.session_state[table]["selection"]["columns"]
        if clicked and clicked[0] in sorts:
            st.session_state[f"{in_address}sort"] = clicked[0]
            to_first_page(key)

    with st.container(key=f"{key}_paged"):
        event = st.dataframe(
            displayed(frame),
            key=table,
            column_config=column_config(frame, labels=labels),
            column_order=list(columns),
            hide_index=True,
            placeholder=UNKNOWN,
            height="content" if 38 * frame.height + 40 <= tallest else tallest,
            on_select=sort_by_header,
            # Columns that can be selected cannot be sorted in the browser, which would order this page alone.
            selection_mode=["single-row", "single-column"],
            alt=f"{rows_are} {page.offset + 1} to {page.offset + frame.height} of {total}. Select a row to open one.",
        )
    _foot(key, page, total, frame.height, export)
    chosen = event["selection"]["rows"]
    return frame.row(chosen[0], named=True) if chosen and chosen[0] < frame.height else None


def to_first_page(key: str) -> None:
    """Begin this table again at its first page; call it where something else narrows its rows."""
    st.session_state[f"{key}_page"] = 1


def _controls(key: str, sorts: Mapping[str, str], search_in: str, in_address: str) -> tuple[str | None, str, int]:
    def back_to_start() -> None:
        to_first_page(key)

    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}_controls"):
        search = st.text_input(
            "Search",
            key=f"{in_address}search",
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
            key=f"{in_address}sort",
            bind="query-params",
            on_change=back_to_start,
            width=220,
        )
        size = st.selectbox(
            "Rows", PAGE_SIZES, key=f"{in_address}rows", bind="query-params", on_change=back_to_start, width=90
        )
    return (search or "").strip() or None, sort, size


def _foot(
    key: str, page: TablePage, total: int, shown: int, export: Callable[[TablePage], pl.DataFrame] | None
) -> None:
    title = open_title() or key
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(f"{exact(page.offset + 1)} to {exact(page.offset + shown)} of {exact(total)}")
        pages = -(-total // page.limit)
        if pages > 1:
            st.pagination(pages, key=f"{key}_page", max_visible_pages=5)
        if export is not None:
            st.download_button(
                "Download all as CSV",
                data=lambda: as_csv(found := export(page), remembered_head(title, found)),
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
