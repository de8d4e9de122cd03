"""How fresh is what is on screen, and which source is late?"""

from datetime import date, datetime
from typing import Any

import polars as pl
import streamlit as st

from components.words import html
from domain.phrases import listed
from domain.sources import source_name
from domain.wording import day, month


def as_of_line(freshness: pl.DataFrame) -> str:
    """Draw the line and return it in words, for exports.

    Frame: `source`, `last_month`, `imported_at`, `next_expected_on`, `is_late`; one row per
    source, the leading one first. Sources that stand alike share a sentence; late ones turn amber and are named.
    """
    if freshness.is_empty():
        return ""
    rows = freshness.to_dicts()
    late = [source_name(str(row["source"])) for row in rows if row.get("is_late")]
    parts = _sentences(rows)
    amber = ""
    if late:
        amber = (
            f'<span class="late">\u26a0 Late: {html(listed(late))}. '
            "Numbers of the months concerned are incomplete.</span> "
        )
    st.html(f'<p class="cpor-asof" role="status">{amber}{" · ".join(map(html, parts))}</p>')
    return "; ".join(parts) + (f". Late: {listed(late)}" if late else "")


def _sentences(rows: list[dict[str, Any]]) -> list[str]:
    alike: dict[str, list[str]] = {}
    for row in rows:
        alike.setdefault(_standing(row), []).append(source_name(str(row["source"])))
    return [f"{listed(sources)} {standing}" for standing, sources in alike.items()]


def _standing(row: dict[str, Any]) -> str:
    imported = _day(row.get("imported_at"))
    expected = _day(row.get("next_expected_on"))
    words = f"to {month(row.get('last_month'))}"
    words += f", imported {day(imported)}" if imported else ""
    return words + (f", next expected by {day(expected)}" if expected else "")


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
