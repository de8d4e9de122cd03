"""Who is on screen? Name, tenant, domain, size and the person who looks after the customer."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.words import plain
from domain.metrics import Unit
from domain.wording import short

_THRESHOLDS = (11, 150, 300)
_NEAR_SHARE = 0.1


def customer_head(row: Mapping[str, Any]) -> None:
    """Draw the head. Frame row of portfolio/customer."""
    st.title(plain(row["name"]), anchor=False)
    facts = [
        ("Tenant", f"`{row['tenant_id']}`"),
        ("Domain", plain(row["domain"] or "unknown")),
        ("Segment", plain(row["segment"])),
        ("Country", plain(row["country"])),
        ("Licences", f"{short(row['licences_count'], Unit.COUNT)} ({row['size_band']})"),
        ("Account manager", plain(row["account_manager"] or "nobody named")),
    ]
    with st.container(horizontal=True, gap="medium"):
        for label, value in facts:
            st.markdown(f":small[:gray[{label}]]  \n{value}", width="content")
    near = near_threshold(row["licences_count"])
    if near:
        st.caption(f":material/info: {near}")


def near_threshold(licences: int | None) -> str | None:
    """A sentence when a size line of Microsoft's programs is within a tenth.

    >>> near_threshold(145)
    '5 licences short of 150, a line of Microsoft\\'s programs.'
    >>> near_threshold(500) is None
    True
    """
    if licences is None:
        return None
    for line in _THRESHOLDS:
        if line * (1 - _NEAR_SHARE) <= licences < line:
            return f"{line - licences} licences short of {line}, a line of Microsoft's programs."
        if line <= licences <= line * (1 + _NEAR_SHARE):
            return f"{licences - line} licences above {line}, a line of Microsoft's programs."
    return None
