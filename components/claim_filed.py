"""What became of a filed form: its receipt, its proof, and the submission to record?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

import streamlit as st

from components.claim_changes import changes_form
from components.claim_review import form_summary
from components.claim_stepper import step_buttons, stepper
from components.links import link
from components.panel import panel
from components.poe_advice import poe_advice
from components.poe_desk import ProofDoings, comments_and_ticks, planned_check, poe_documents, readiness
from components.words import plain
from domain.claim_form import STEPS
from domain.claim_readiness import Gap, is_ready
from domain.claim_states import State
from domain.claim_submission import Submission
from domain.proof import Checklist
from domain.wording import day


class FiledDoings(ProofDoings, Protocol):
    """What can be done with a filed form. Refusals are raised and said by the panel around."""

    def complete(self, comments: str, is_acknowledged: bool) -> None:
        """Keep comments and acknowledgements."""

    def amend(self, changes: dict[str, Any]) -> None:
        """Change fields of the claim."""

    def pack(self) -> bytes:
        """Everything to copy into Partner Center, as a ZIP."""

    def submitted(self, given: Submission) -> None:
        """Record the submission."""


@dataclass(frozen=True, slots=True)
class FiledForm:
    """A filed form as it stands. `claim`: its row of associations/register; `documents` of associations/documents."""

    claim: Mapping[str, Any]
    values: Mapping[str, Any]
    documents: Sequence[Mapping[str, Any]]
    checklists: Mapping[str, Checklist | None]
    gaps: tuple[Gap, ...]
    locations: Mapping[str, str]
    types: Sequence[str]
    most_mb: int

    @property
    def is_editable(self) -> bool:
        return State(self.claim["state"]).is_editable


def filed_form(form: FiledForm, doings: FiledDoings, today: date) -> None:
    """The steps after filing; those before it are shown as they were frozen."""
    claim = form.claim
    was_submitted = claim["submitted_on"] is not None
    done = {**dict.fromkeys((*STEPS, "review"), True), "proof": not form.gaps, "submit": was_submitted}
    step = stepper(done, str(claim["form_id"]), "proof")
    if step == "proof":
        _proof(form, doings, today)
    elif step == "submit":
        with panel("Was it submitted in Partner Center?"):
            _submission(form, doings, today)
    else:
        with panel("What was filed?"):
            frozen = {name: claim[name] for name in ("location_id", "claim_name", "tenant_id", "domain")}
            form_summary({**form.values, **frozen, **_claimed(form)}, can_change=False)
            changes = (
                changes_form(claim, form.values, form.locations, key=claim["claim_id"]) if form.is_editable else None
            )
            if changes:
                doings.amend(changes)
                st.rerun()
    step_buttons(step, "submit")


def receipt_line(receipt_id: str, claim_id: str, filed_by: str, filed_at: datetime) -> None:
    """The receipt; the same one on every reload."""
    st.success(
        f"Filed as **{claim_id}**, once. Receipt **{receipt_id}**, by {plain(filed_by)} on {filed_at:%d %b %Y, %H:%M} UTC."
        " Nothing has been sent to Microsoft.",
        icon=":material/receipt_long:",
    )
    _to_the_register(claim_id)


def brought_in_line(claim_id: str, by: str, at: datetime) -> None:
    """Where a claim came from that was not filed here."""
    st.info(
        f"Brought in from a list as **{claim_id}**, by {plain(by)} on {at:%d %b %Y, %H:%M} UTC. Documents attached here"
        " stay here.",
        icon=":material/playlist_add_check:",
    )
    _to_the_register(claim_id)


def _to_the_register(claim_id: str) -> None:
    link("Open the claim in the register", "associations/register", [("claim", claim_id)], icon=":material/assignment:")


def _claimed(form: FiledForm) -> dict[str, list[str]]:
    held = str(form.claim["workloads"] or "").split(",")
    return {("subscriptions" if form.values.get("subscriptions") else "workloads"): held}


def _proof(form: FiledForm, doings: FiledDoings, today: date) -> None:
    claim, key = form.claim, str(form.claim["claim_id"])
    takes_documents = form.is_editable or claim["state"] == State.REJECTED
    left, right = st.columns([5, 3])
    with left, panel("Does the document show what a reviewer looks for?"):
        if not takes_documents:
            st.caption(f"In state “{claim['state']}” Partner Center takes no other document.")
        planned = planned_check(today, is_known=bool(claim["customer_name"]), key=key)
        poe_documents(
            form.documents,
            form.checklists,
            planned,
            doings,
            types=form.types,
            most_mb=form.most_mb,
            may_write=takes_documents,
            key=key,
        )
    with right, panel("What passes review?"):
        poe_advice()
    with left, panel("What else does the reviewer get?"):
        comments_and_ticks(
            claim["comments"] or "",
            bool(claim["is_acknowledged"]),
            doings.complete,
            may_write=form.is_editable,
            key=key,
        )
    with right, panel("Is it ready to be submitted?"):
        readiness(form.gaps)


def _submission(form: FiledForm, doings: FiledDoings, today: date) -> None:
    claim = form.claim
    st.download_button(
        "Claim pack (ZIP)",
        data=doings.pack,
        file_name=f"{claim['claim_id']}.zip",
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
    )
    if claim["state"] != State.DRAFT:
        when = (
            f" on {day(claim['submitted_on'])} as {plain(claim['claim_number'] or '')}" if claim["submitted_on"] else ""
        )
        st.markdown(f"Submitted{when}. It is now **{claim['state']}**; what happens next is recorded in the register.")
        return
    readiness(form.gaps)
    st.markdown(
        "1. Take the claim pack: the fields in the wizard's order, the proof, its checklist.\n"
        "2. Submit the claim in Partner Center.\n"
        "3. Record here when you did, and the number it got. The product never submits anything itself."
    )
    if not is_ready(form.gaps):
        st.caption("The submission can be recorded once nothing but warnings is left.")
        return
    with st.form("submission", border=False, enter_to_submit=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            on = st.date_input("Submitted on", value=today, max_value=today, width=180)
            number = st.text_input("Microsoft's claim number", max_chars=60, width=260)
        if st.form_submit_button("Record submission", type="primary"):
            doings.submitted(Submission(on, number))
            st.rerun()
