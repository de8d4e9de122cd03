"""How is one claim laid out, and what did the viewer ask for on it?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from components.claim_moves import Recorded, claim_moves
from components.claim_view import (
    against_microsoft,
    claim_contacts,
    claim_documents,
    claim_facts,
    claim_head,
    claim_history,
    concerns,
)
from components.links import link
from components.panel import panel
from domain.claim_states import State, Transition, Trigger


@dataclass(frozen=True, slots=True)
class ClaimOnFile:
    """Everything kept about one claim. Frames as the questions of `associations/` give them, of this claim alone."""

    row: Mapping[str, Any]
    moves: Sequence[Transition]
    contacts: Mapping[str, Mapping[str, str]]
    documents: pl.DataFrame
    alerts: pl.DataFrame
    records: pl.DataFrame
    events: pl.DataFrame
    refusal: str | None


def claim_sheet(
    claim: ClaimOnFile,
    today: date,
    *,
    content: Callable[[str], bytes],
    pack: Callable[[], bytes],
    record: Callable[[Recorded], None],
    erase: Callable[[str], None] | None,
    write_rival: Callable[[str, str], None],
) -> None:
    """Draw it. What is recorded, erased or noted goes through the functions given; their errors are said in place."""
    row, may_write = claim.row, claim.refusal is None
    claim_head(row)
    left, right = st.columns([3, 2])
    with right, panel("What can be recorded now?", "The product records what happened; it never acts at Microsoft."):
        if not may_write:
            st.info(claim.refusal, icon=":material/visibility:")
        else:
            names = dict(claim.documents.select("sha256", "file_name").iter_rows())
            recorded = claim_moves(claim.moves, today, names, key=row["claim_id"])
            if recorded:
                record(recorded)
    with right, panel("What proves it?"):
        claim_documents(claim.documents, content)
        _next_to_the_proof(claim, pack)
    with right, panel("What happened?"):
        claim_history(claim.events)
    with left, panel("What was claimed?"):
        brought = claim.events.filter(pl.col("trigger") == str(Trigger.BRING_IN)).height > 0
        claim_facts(row, is_brought_in=brought)
        if may_write:
            erased = claim_contacts(claim.contacts, may_erase=erase is not None)
            if erased and erase is not None:
                erase(erased)
    with left, panel("What stands against it?"):
        concerns(claim.alerts)
        if may_write:
            _rival(row, write_rival)
    with left, panel("What does Microsoft's record say?", "Associations as the imported usage files name them."):
        against_microsoft(claim.records)


def _next_to_the_proof(claim: ClaimOnFile, pack: Callable[[], bytes]) -> None:
    if claim.refusal is not None:
        return
    state = State(claim.row["state"])
    takes_proof = state.is_editable or state is State.REJECTED
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Claim pack (ZIP)",
            data=pack,
            file_name=f"{claim.row['claim_id']}.zip",
            mime="application/zip",
            icon=":material/folder_zip:",
            on_click="ignore",
        )
        if takes_proof:
            form = [("form", claim.row["form_id"])]
            link("Proof, comments and changes", "associations/new", form, icon=":material/fact_check:")


def _rival(row: Mapping[str, Any], write_rival: Callable[[str, str], None]) -> None:
    workloads = [code for code in str(row["workloads"] or "").split(",") if code]
    with st.popover("Note a rival", icon=":material/group:", type="tertiary"), st.form("rival", border=False):
        workload = st.selectbox("Workload", workloads)
        partner = st.text_input("Partner known to hold it (empty: none)", max_chars=200)
        if st.form_submit_button("Note"):
            write_rival(str(workload), partner)
