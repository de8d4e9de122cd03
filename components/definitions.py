"""What does each metric mean, and which spellings is a workload known by?"""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.panel import panel
from components.words import html
from domain.metrics import Metric, Unit, known_metrics
from domain.workloads import known_workloads

_UNITS = {Unit.USD: "US dollars", Unit.SHARE: "per cent"}
_ROLL_UPS = {"sum": "sum", "last": "last month of the range", "ratio": "sum over sum"}


def metric_catalogue() -> None:
    """Every metric: label, unit, how it adds up, what it rests on."""
    with panel("What does each number mean?", "The same words stand beside every number and in every export."):
        _text_table(("Metric", "Definition", "Unit", "Adds up as", "Standing"), map(_metric, known_metrics().values()))


def workload_table() -> None:
    """Every workload: code, name, family and the spellings seen in files."""
    with panel("Which names does a workload have?", "Unknown names are kept as they are, never dropped."):
        rows = (
            (one.name, one.code, one.family, ", ".join(one.spellings), "yes" if one.is_listed else "no")
            for one in known_workloads().values()
        )
        _text_table(("Workload", "Code", "Family", "Seen as", "Listed as earning"), rows)


def _metric(one: Metric) -> tuple[str, ...]:
    unit = _UNITS.get(one.unit, one.unit.value)
    return one.label, f"{one.definition} Source: {one.source}.", unit, _ROLL_UPS[one.roll_up], one.standing.value


def _text_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    # A data frame cuts sentences off at the cell's edge; these are here to be read.
    head = "".join(f'<th scope="col">{html(name)}</th>' for name in header)
    body = "".join(f"<tr>{_cells(header, row)}</tr>" for row in rows)
    st.html(f'<table class="cpor-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def _cells(header: Sequence[str], row: Sequence[str]) -> str:
    first = f'<th scope="row">{html(row[0])}</th>'
    rest = zip(header[1:], row[1:], strict=True)
    return first + "".join(f'<td data-label="{html(name)}">{html(told)}</td>' for name, told in rest)
