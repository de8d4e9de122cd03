"""What would go in? Format, columns, conventions, refused rows and changes of each dropped table, before it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
import streamlit as st

from components.columns import column_label
from components.export import as_csv
from components.table_to_import import Preview
from components.words import plain
from domain.metrics import Unit
from domain.periods import plus_months
from domain.phrases import listed
from domain.wording import counted, day, month_range, short

_REFUSED = {"line": pl.Int64, "column": pl.String, "value": pl.String, "reason": pl.String}
_LEAVE_OUT = "not in this file"


@dataclass(frozen=True, slots=True)
class Answered:
    """What the person said of one table: whose it is, how its columns are read, or how they map to ours."""

    tenant: str | None = None
    conventions: tuple[tuple[str, str], ...] = ()
    target: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


def table_preview(
    one: Preview,
    *,
    find: Callable[[str], Sequence[tuple[str, str]]],
    wanted: Mapping[str, Sequence[str]],
    key: str,
) -> Answered:
    """Draw one table's preview and return what was answered. `wanted`: by target of a mapping, our columns."""
    with st.container(border=True):
        st.markdown(f"{_mark(one)} **{plain(one.file_name)}**  \n{plain(one.sentence)}")
        if one.is_usable and not one.is_known:
            st.caption(_changes_in_words(one))
        answered = Answered()
        if one.needs == "tenant":
            answered = Answered(tenant=_whose(find, key))
        elif one.needs == "mapping":
            answered = _mapped(one, wanted, key)
        elif one.conventions:
            answered = Answered(conventions=_conventions(one, key))
        if one.rows_refused:
            _refused_rows(one, key)
        if one.first_rows and one.header:
            with st.expander("First rows", key=f"{key}_first", type="compact"):
                names = [f"{name or 'column'} ({at})" for at, name in enumerate(one.header, start=1)]
                frame = pl.DataFrame(
                    [(*row, *[""] * len(names))[: len(names)] for row in one.first_rows], schema=names, orient="row"
                )
                st.dataframe(frame, hide_index=True, key=f"{key}_rows", alt=f"First rows of {one.file_name}")
        return answered


def _mark(one: Preview) -> str:
    if one.needs:
        return ":material/help: "
    return ":material/check_circle:" if one.is_usable else ":material/error:"


def _changes_in_words(one: Preview) -> str:
    said = []
    if one.confidence_share:
        said.append(f"{short(one.confidence_share, Unit.SHARE)} of its columns are known")
    if one.changes:
        said.append(f"+{counted(one.changes.new_customers_count, 'customer')}")
        said.append(f"{counted(len(one.changes.new_months), 'new month')}")
        if one.changes.unknown_workloads:
            said.append(f"unknown workloads: {listed([plain(name) for name in one.changes.unknown_workloads])}")
    if one.first_month and one.last_month:
        said.append(month_range(one.first_month, plus_months(one.last_month, 1)))
    if one.as_of_on:
        said.append(f"as of {day(one.as_of_on)} ({one.as_of_basis})")
    return " · ".join(said)


def _whose(find: Callable[[str], Sequence[tuple[str, str]]], key: str) -> str | None:
    typed = st.text_input(
        "Whose report is this?", key=f"{key}_who", placeholder="Name, domain or tenant ID", max_chars=80
    )
    wanted = typed.strip()
    if len(wanted) < 2:
        return None
    hits = dict(find(wanted))
    if hits:
        return st.selectbox("Customer", list(hits), format_func=lambda code: hits[code], key=f"{key}_tenant")
    return wanted


def _conventions(one: Preview, key: str) -> tuple[tuple[str, str], ...]:
    chosen = []
    doubtful = [how for how in one.conventions if how.is_ambiguous]
    if doubtful:
        st.caption("These columns can be read in more than one way:")
    for how in doubtful:
        pick = st.segmented_control(
            plain(how.spelled),
            list(how.choices),
            default=how.chosen,
            required=True,
            key=f"{key}_{how.column}",
        )
        if pick and pick != how.chosen:
            chosen.append((how.column, str(pick)))
    return tuple(chosen)


def _mapped(one: Preview, wanted: Mapping[str, Sequence[str]], key: str) -> Answered:
    target = st.selectbox(
        "What is in this table?", list(wanted), format_func=str.capitalize, key=f"{key}_target", width=280
    )
    suggested = one.suggestions.get(target, {})
    columns = []
    cells = [_LEAVE_OUT, *dict.fromkeys(cell for cell in one.header if cell)]
    with st.container(horizontal=True):
        for name in wanted[target]:
            at = cells.index(suggested[name]) if suggested.get(name) in cells else 0
            cell = st.selectbox(column_label(name), cells, index=at, key=f"{key}_{target}_{name}", width=190)
            if cell != _LEAVE_OUT:
                columns.append((name, cell))
    return Answered(target=target, columns=tuple(columns))


def _refused_rows(one: Preview, key: str) -> None:
    frame = pl.DataFrame(list(one.refused), schema=_REFUSED, orient="row")
    with st.expander(
        f"{counted(one.rows_refused, 'refused row')}: the first of them", key=f"{key}_bad", type="compact"
    ):
        st.dataframe(frame, hide_index=True, key=f"{key}_refused", alt=f"Refused rows of {one.file_name}")


def refused_download(frame: pl.DataFrame, key: str) -> None:
    """Every refused row of an import as CSV: file, line, column, value, reason."""
    if frame.height:
        st.download_button(
            f"Download {counted(frame.height, 'refused row')}",
            data=lambda: as_csv(frame, ()),
            file_name="refused_rows.csv",
            mime="text/csv",
            key=key,
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
