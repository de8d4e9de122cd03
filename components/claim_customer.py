"""What do a customer's associations ask for, what could be claimed next, and what happened so far?"""

from typing import NoReturn

import polars as pl
import streamlit as st

from components.claim_words import clock_line, state_icon, workload_words
from components.links import link
from components.words import plain
from domain.phrases import listed
from domain.wording import day, exact
from domain.workloads import workload_name

_SHOWN_HAPPENINGS = 25
_KINDS = {"claim": ":material/assignment:", "document": ":material/draft:", "note": ":material/sticky_note_2:"}


def claims_with_clocks(claims: pl.DataFrame) -> None:
    """Each claim with its state and clock. Frame: associations/register with clocks, of one customer."""
    if claims.is_empty():
        st.caption("No claim of this customer is in the register.")
    for row in claims.sort("days_left", "claim_id", nulls_last=True).iter_rows(named=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            label = f"{row['claim_id']}: {workload_words(row['workloads'])}"
            link(label, "associations/register", [("claim", row["claim_id"])], icon=state_icon(row["state"]))
            st.markdown(f"**{row['state']}** since {day(row['state_since_on'])} · {clock_line(row)}", width="stretch")


def only_in_the_files(workloads: pl.DataFrame, claims: pl.DataFrame) -> list[str]:
    """Claims that Microsoft's files name for this customer and our register does not hold.

    Frames of portfolio/workloads and associations/register, both of one customer.
    """
    ours = {*claims["claim_id"], *claims["claim_number"]}
    return [one for one in workloads["claim_id"].drop_nulls().unique(maintain_order=True) if one not in ours]


def claims_elsewhere(numbers: list[str]) -> None:
    """Say which claims the usage rests on without our having them: the register's silence alone would mislead."""
    if not numbers:
        return
    one = len(numbers) == 1
    st.markdown(
        f":material/info: Microsoft's files name {'claim' if one else 'claims'} {plain(listed(numbers))}, which "
        f"{'is' if one else 'are'} not in the register."
    )
    link("Open the register, which can bring claims in", "associations/register", icon=":material/assignment:")


def claim_next(standing: pl.DataFrame) -> str | None:
    """The workload somebody chose to claim. Frame: associations/standing of one customer."""
    is_used = (pl.col("mau") > 0) | (pl.col("headroom_units") > 0)
    unclaimed = standing.filter((pl.col("standing") == "not claimed") & is_used)
    if unclaimed.is_empty():
        st.caption("Every workload with usage or headroom is claimed, as far as the files show.")
        return None
    st.markdown("**Not claimed yet:** start a form for one of these workloads.")
    chosen = None
    with st.container(horizontal=True):
        for row in unclaimed.iter_rows(named=True):
            room = f", {exact(row['headroom_units'])} seats never used" if row["headroom_units"] else ""
            label = f"Claim {workload_name(row['workload'])}{room}"
            if st.button(plain(label), key=f"claim_{row['workload']}", icon=":material/add_task:"):
                chosen = row["workload"]
    return chosen


def open_form(form_id: str) -> NoReturn:
    """Go to a form of the association wizard."""
    st.switch_page("pages/associations/new.py", query_params={"form": form_id})


def timeline(happened: pl.DataFrame) -> None:
    """What happened, newest first. Frame: associations/timeline of one customer."""
    if happened.is_empty():
        st.caption("Nothing is recorded yet.")
    for row in happened.head(_SHOWN_HAPPENINGS).iter_rows(named=True):
        st.markdown(f"{_KINDS[row['kind']]} {_said(row)} :gray[{plain(row['who'])}, {day(row['happened_on'])}]")
    if happened.height > _SHOWN_HAPPENINGS:
        st.caption(f"The newest {_SHOWN_HAPPENINGS} of {happened.height}.")


def _said(row: dict[str, str]) -> str:
    detail = plain(row["detail"] or "")
    match row["kind"]:
        case "claim":
            return f"**{row['claim_id']}** became **{row['what']}**{f': {detail}' if detail else ''}"
        case "document":
            return f"**{row['claim_id']}** got the document {plain(row['what'])}"
        case _:
            about = f"**{plain(workload_name(row['what']))}:** " if row["what"] else ""
            return f"{about}{detail}"


def note_form() -> str | None:
    """A note to keep with the customer; it carries who wrote it and when."""
    with st.form("note", border=False, clear_on_submit=True):
        text = st.text_area("Note", max_chars=4000, height=90, placeholder="What should the next reader know?")
        if st.form_submit_button("Keep the note", icon=":material/sticky_note_2:"):
            return text
    return None
