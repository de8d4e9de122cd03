"""How is a target entered?"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from components.columns import column_label
from components.words import plain
from domain.periods import fiscal_quarter, plus_months


def target_form(managers: Mapping[str, str], kinds: Sequence[str], today: date) -> dict[str, Any] | None:
    """One target: quarter, what it counts, for whom, how much; its values once sent."""
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    quarters = [plus_months(first, 3 * ahead) for ahead in range(-4, 5)]
    with st.form("target", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        quarter = st.selectbox("Quarter", quarters, index=4, format_func=fiscal_quarter)
        kind = st.selectbox("Counts", list(kinds), format_func=column_label)
        manager = st.selectbox(
            "For",
            ["", *managers],
            format_func=lambda code: plain(managers[code]) if code else "The whole partner",
        )
        amount = st.number_input("Target", min_value=0.0, step=100.0)
        sent = st.form_submit_button("Set the target")
    if not sent:
        return None
    return {
        "quarter": quarter,
        "kind": kind,
        "amount": Decimal(str(amount)).quantize(Decimal("0.01")),
        "account_manager_id": manager,
    }
