"""Which claims match, in one table to sort, open and take along?"""

import polars as pl
import streamlit as st

from components.claim_dates import day_columns
from components.claim_words import clock_words, customer_words, workload_words
from components.columns import UNKNOWN
from components.export import as_csv, file_name
from components.provenance import remembered

_TITLE = "Claims register"
_WITHOUT_SCROLLING = 15
_WIDTHS: dict[str, int] = {"Customer": 190, "State": 165, "Clock": 280, "Workloads": 220}


def claim_table(claims: pl.DataFrame, concerns: dict[str, int], *, key: str) -> str | None:
    """Draw the table; the claim whose row was clicked. Frame: associations/register with clocks.

    `concerns`: claim ID to the number of alerts.
    """
    shown = _shown(claims, concerns)
    event = st.dataframe(
        shown,
        key=key,
        hide_index=True,
        height="content" if shown.height <= _WITHOUT_SCROLLING else 560,
        on_select="rerun",
        selection_mode="single-row",
        placeholder=UNKNOWN,
        column_config={
            **day_columns(shown),
            **{name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
        },
        alt=f"{shown.height} claims. Select a row to open one.",
    )
    st.download_button(
        "Download CSV",
        data=lambda: as_csv(shown, remembered().lines(_TITLE, shown.columns)),
        file_name=file_name(_TITLE),
        mime="text/csv",
        key=f"{key}_csv",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )
    chosen = event["selection"]["rows"]
    return str(claims.item(chosen[0], "claim_id")) if chosen else None


def _shown(claims: pl.DataFrame, concerns: dict[str, int]) -> pl.DataFrame:
    rows = [
        {
            "Customer": customer_words(row),
            "State": row["state"],
            "Claim": row["claim_id"],
            "Clock": clock_words(row["days_left"], bool(row["is_business_days"]), row["clock_last_on"]) or None,
            "Days left": row["days_left"],
            "Workloads": workload_words(row["workloads"], 99),
            "Location": row["location_id"],
            "POE signed": row["poe_acknowledged_on"],
            "Concerns": concerns.get(row["claim_id"], 0),
            "Payment": "Opted out" if row["opts_out_of_payment"] else "Paid",
            "Account manager": row["account_manager"],
            "Microsoft's number": row["claim_number"],
        }
        for row in claims.iter_rows(named=True)
    ]
    schema = {"Days left": pl.Int64, "POE signed": pl.Date, "Concerns": pl.Int64}
    return pl.DataFrame(rows, schema_overrides=schema)
