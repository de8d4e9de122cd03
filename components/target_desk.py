"""How are targets entered: one in a form, or many from a file?"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import streamlit as st

from components.columns import column_label
from components.words import plain
from domain.periods import fiscal_quarter, plus_months

_ALL = ("", "")


def target_form(people: pl.DataFrame, kinds: Sequence[str], today: date) -> dict[str, Any] | None:
    """One target: quarter, what it counts, for whom, how much; its values once sent. Frame of catalogue/people."""
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    quarters = [plus_months(first, 3 * ahead) for ahead in range(-4, 5)]
    owners = _owners(people)
    with st.form("target", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        quarter = st.selectbox("Quarter", quarters, index=4, format_func=fiscal_quarter)
        kind = st.selectbox("Counts", list(kinds), format_func=column_label)
        owner = st.selectbox("For", list(owners), format_func=owners.__getitem__)
        amount = st.number_input("Target", min_value=0.0, step=100.0)
        sent = st.form_submit_button("Set the target")
    if not sent:
        return None
    who, name = owner
    return {
        "quarter": quarter,
        "kind": kind,
        "amount": Decimal(str(amount)).quantize(Decimal("0.01")),
        "account_manager_id": name if who == "account_manager" else "",
        "team": name if who == "team" else "",
    }


def target_upload(example: str) -> bytes | None:
    """The bytes of a targets file once it is sent; an example to download."""
    with st.expander("Many targets from a file", type="compact"):
        with st.form("targets_file", border=False, clear_on_submit=True):
            file = st.file_uploader("Targets file (.csv)", type=["csv"], max_upload_size=1)
            sent = st.form_submit_button("Take it over")
        st.download_button("Example file", data=example, file_name="targets.csv", mime="text/csv", type="tertiary")
    return file.getvalue() if sent and file else None


def refused_rows(sentences: Sequence[str]) -> None:
    """The rows of a file that were not taken, each with what was expected."""
    if sentences:
        said = "\n".join(f"- {plain(sentence)}" for sentence in sentences)
        st.warning(f"Not taken over:\n{said}", icon=":material/rule:")


def _owners(people: pl.DataFrame) -> Mapping[tuple[str, str], str]:
    """(kind, code) to label: all, then teams, then account managers."""
    named = {
        (kind, value): f"Team {label}" if kind == "team" else label
        for kind, value, label in people.select("kind", "value", "label").iter_rows()
    }
    return {_ALL: "The whole partner", **named}
