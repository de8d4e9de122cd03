"""How fresh is what is on screen, and which source is late?"""

from datetime import date, datetime
from typing import Any

import polars as pl
import streamlit as st

from components.words import html
from domain.wording import day, listed, month

_SOURCES = {
    "cpor": "CPOR usage",
    "usage": "Usage",
    "office": "Office usage",
    "ems": "EMS usage",
    "graph": "Graph",
}
_SOURCES |= {"earnings": "Earnings", "licences": "Licences", "customers": "Customers", "teams": "Teams usage"}
_NAMED = 3


def as_of_line(freshness: pl.DataFrame) -> str:
    """Draw the line and return it in words, for exports.

    Frame: `source` (or `source_name`), `last_month`, `imported_at`, `next_expected_on`, `is_late`; one row per
    source, the leading one first. Late sources turn amber and are named.
    """
    if freshness.is_empty():
        return ""
    rows = freshness.to_dicts()
    late = [source_name(row) for row in rows if row.get("is_late")]
    parts = [_sentence(row) for row in rows[:_NAMED]]
    amber = ""
    if late:
        amber = (
            f'<span class="late">\u26a0 Late: {html(listed(late))}. '
            "Numbers of the months concerned are incomplete.</span> "
        )
    st.html(f'<p class="cpor-asof" role="status">{amber}{" · ".join(map(html, parts))}</p>')
    return "; ".join(parts) + (f". Late: {listed(late)}" if late else "")


def source_name(row: dict[str, Any]) -> str:
    """What a source is called on screen."""
    source = str(row.get("source_name") or row.get("source") or "")
    return _SOURCES.get(source, source.replace("_", " ").capitalize())


def _sentence(row: dict[str, Any]) -> str:
    words = f"{source_name(row)} to {month(row.get('last_month'))}"
    imported = _day(row.get("imported_at"))
    expected = _day(row.get("next_expected_on"))
    words += f", imported {day(imported)}" if imported else ""
    return words + (f", next expected by {day(expected)}" if expected else "")


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
