"""Who is on screen? Name, tenant, domain, size and the person who looks after the customer."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from components.cards import Kpi
from components.words import html, plain
from domain.metrics import Unit
from domain.wording import NO_DATA, counted, exact, month, short

_THRESHOLDS = (11, 150, 300)
_NEAR_SHARE = 0.1


def customer_head(row: Mapping[str, Any]) -> None:
    """Draw the head. A row of portfolio/customer."""
    st.title(plain(row["name"]), anchor=False)
    facts = {
        "Domain": row["domain"] or "unknown",
        "Segment": row["segment"] or "unknown",
        "Country": row["country"] or "unknown",
        "Licences": _licences(row["licences_count"], row["size_band"]),
        "Account manager": row["account_manager"] or "nobody named",
    }
    pairs = "".join(f"<div><dt>{html(label)}</dt><dd>{html(str(told))}</dd></div>" for label, told in facts.items())
    with st.container(horizontal=True, gap="medium", vertical_alignment="center", key="customer_head"):
        st.html(f'<dl class="cpor-facts">{pairs}</dl>', width="content")
        # A code block brings the button that copies.
        st.code(row["tenant_id"], language=None, width="content")
    near = near_threshold(row["licences_count"])
    if near:
        st.caption(f":material/info: {near}")


def customer_cards(rows: pl.DataFrame) -> list[Kpi]:
    """The customer in numbers, at the latest month. The one row of portfolio/customer."""
    if rows.is_empty():
        return []
    row = rows.row(0, named=True)
    paid = f"of {short(row['pau'], Unit.USERS)} paid units" if row["pau"] is not None else ""
    when = f", {month(row['month'])}" if paid and row["month"] else ""
    available = row["available_count"]
    return [
        Kpi(
            "associated_workloads",
            row["associated_count"],
            of=f"of {available} available" if available is not None else "available: no licence file yet",
        ),
        Kpi("workload_users", row["mau"], of=paid + when, trend=row["trend"] or ()),
        Kpi("usage_share", row["usage_share"], of=paid + when),
        Kpi("opportunity_units", row["opportunity_units"], of=paid + when),
    ]


def _licences(count: int | None, band: str | None) -> str:
    if count is None:
        return NO_DATA
    return f"{exact(count)} ({band.casefold()})" if band else exact(count)


def near_threshold(licences: int | None) -> str | None:
    """A sentence when a size line of Microsoft's programs is within a tenth.

    >>> near_threshold(145)
    "5 licences short of 150, a line of Microsoft's programs."
    >>> near_threshold(300)
    "Exactly at 300 licences, a line of Microsoft's programs."
    >>> near_threshold(500) is None
    True
    """
    if licences is None:
        return None
    for line in _THRESHOLDS:
        if licences == line:
            return f"Exactly at {line} licences, a line of Microsoft's programs."
        if line * (1 - _NEAR_SHARE) <= licences < line:
            return f"{counted(line - licences, 'licence')} short of {line}, a line of Microsoft's programs."
        if line < licences <= line * (1 + _NEAR_SHARE):
            return f"{counted(licences - line, 'licence')} above {line}, a line of Microsoft's programs."
    return None
