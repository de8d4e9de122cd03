"""Under which cap are the rates of our own export adopted? An export carries rates and no caps."""

from decimal import Decimal
from typing import Any

import streamlit as st


def adoption_form() -> dict[str, Any] | None:
    """The terms the rates are adopted under, once asked for; both may stay open."""
    with st.form("adopt", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        cap = st.number_input(
            "Cap per customer's workload (USD)", value=None, min_value=0.0, step=500.0, placeholder="none known"
        )
        months = st.number_input(
            "Time cap (months)", value=None, min_value=1, max_value=120, step=1, placeholder="none known"
        )
        sent = st.form_submit_button("Adopt the export's rates", icon=":material/price_check:")
    if not sent:
        return None
    return {
        "cap_usd": None if cap is None else Decimal(str(cap)).quantize(Decimal("0.01")),
        "time_cap_months": months,
    }
