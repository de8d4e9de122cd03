"""How does an answer become a block of a page? Title, figure, table, and every state that is not normal, once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import polars as pl
import streamlit as st

from components.answer import Answer, Draw
from components.columns import UNKNOWN, column_config, displayed
from components.export import as_csv, file_name
from components.failure import show_failure
from components.figure_cache import picture
from components.provenance import remembered
from components.words import html

NOTHING_HERE = "Nothing to show for these filters. Choose more months, or clear a filter in the bar above."
_PLOT_CONFIG = {"displayModeBar": False, "responsive": True}
_title: ContextVar[str] = ContextVar("title_of_open_panel", default="")


@contextmanager
def panel(title: str, note: str | None = None, *, stale: str | None = None, bordered: bool = True) -> Iterator[None]:
    """A block with a sentence-like title. What fails inside is said inside; the other blocks stand.

    `note` is one quiet line (denominator, rule, caveat); `stale` an amber one (which source is late).
    """
    with st.container(border=bordered, gap="xsmall", height="stretch"):
        st.html(_head(title, note, stale))
        token = _title.set(title)
        try:
            yield
        except Exception as error:  # noqa: BLE001 - one failing block must not take the page with it
            show_failure(error, what=title)
        finally:
            _title.reset(token)


def open_title() -> str:
    """The title of the panel that is being drawn; empty outside of any."""
    return _title.get()


def _head(title: str, note: str | None, stale: str | None) -> str:
    quiet = f"<p>{html(note)}</p>" if note else ""
    amber = f'<p class="late">\u26a0 {html(stale)}</p>' if stale else ""
    return f'<div class="cpor-head"><h2>{html(title)}</h2>{quiet}{amber}</div>'


def show(
    answer: Answer | Callable[[], Answer],
    figure: Draw,
    *,
    key: str,
    empty: str = NOTHING_HERE,
    at_least: int = 1,
    not_enough: str = "Not enough data yet to say something reliable.",
    has_table: bool = True,
    pick: int | None = None,
    on_pick: Callable[[str], None] | None = None,
    **options: Any,
) -> str | None:
    """Draw the figure of an answer and, folded below it, the same frame as a table with its CSV.

    `options` go to the figure function. Fewer than `at_least` rows show `not_enough` instead. With `pick`, a click
    on a mark returns that place of its customdata (0 is the tenant in figures of customers), or calls `on_pick`
    with it before the page runs again.
    """
    given = answer() if callable(answer) else answer
    if given.frame.is_empty():
        st.info(empty, icon=":material/filter_alt_off:")
        return None
    if given.frame.height < at_least:
        st.info(not_enough, icon=":material/hourglass_empty:")
        return None
    title = _title.get()
    drawn = picture(given, figure, title, options)
    place = 0 if pick is None else pick

    def picked() -> None:
        chosen = _picked(st.session_state.get(key), place)
        if chosen is not None and on_pick is not None:
            on_pick(chosen)

    chosen = None
    if pick is None and on_pick is None:
        st.plotly_chart(drawn.figure, key=key, config=_PLOT_CONFIG, alt=drawn.alt)
    else:
        event = st.plotly_chart(
            drawn.figure,
            key=key,
            config=_PLOT_CONFIG,
            alt=drawn.alt,
            on_select=picked if on_pick else "rerun",
            selection_mode="points",
        )
        chosen = _picked(event, place)
    if has_table:
        _folded_table(given.frame, key, title)
    return chosen


def show_table(
    answer: Answer | Callable[[], Answer],
    *,
    key: str,
    empty: str = NOTHING_HERE,
    columns: tuple[str, ...] | None = None,
    labels: Mapping[str, str] | None = None,
) -> None:
    """Draw an answer as a table with its CSV, in the open panel; `labels` replace the catalogue's."""
    given = answer() if callable(answer) else answer
    if given.frame.is_empty():
        st.info(empty, icon=":material/filter_alt_off:")
        return
    _table(given.frame, key, _title.get(), columns, labels)


@st.fragment
def _folded_table(frame: pl.DataFrame, key: str, title: str) -> None:
    # Only an open fold costs anything: closed, no row is sent.
    with st.expander("Table and CSV", key=f"{key}_table", type="compact", on_change="rerun") as fold:
        if fold.open:
            _table(frame, f"{key}_rows", title)


def _table(
    frame: pl.DataFrame,
    key: str,
    title: str,
    columns: tuple[str, ...] | None = None,
    labels: Mapping[str, str] | None = None,
) -> None:
    shown = displayed(frame)
    st.dataframe(
        shown,
        key=f"{key}_frame",
        column_config=column_config(frame, labels=labels),
        column_order=columns,
        hide_index=True,
        placeholder=UNKNOWN,
        alt=f"{title} The numbers.",
    )
    head = remembered().lines(title, frame.columns)
    st.download_button(
        "Download CSV",
        data=lambda: as_csv(frame, head),
        file_name=file_name(title or key),
        mime="text/csv",
        key=f"{key}_csv",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def _picked(event: object, place: int) -> str | None:
    """The chosen mark's customdata at this place, whatever shape the browser sent it in."""
    try:
        data = event["selection"]["points"][0]["customdata"]  # type: ignore[index]
    except (KeyError, IndexError, TypeError):
        return None
    if isinstance(data, list | tuple):
        return str(data[place]) if place < len(data) else None
    if isinstance(data, dict):
        found = data.get(str(place))
        return None if found is None else str(found)
    return str(data)
