"""What does the next claim say, will a reviewer accept it, and was it filed?"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.claim_filed import FiledForm, brought_in_line, filed_form, receipt_line
from components.claim_pad import Pad, said_of_saving
from components.claim_review import concerns_before_filing, form_summary, open_steps
from components.claim_start import forms_in_progress, many_drafts
from components.claim_stepper import LABELS, step_buttons, stepper
from components.claim_steps_form import contacts_step, details_step, solution_step, workloads_step
from components.failure import guarded
from components.frame import last_resort
from components.panel import panel
from components.poe_advice import poe_advice
from data_access import associations, claim_case, claimable
from data_access.claim_workbench import BLANK, Workbench, location_names, prefilled, workbench
from data_access.documents import DocumentStore
from data_access.proof_desk import ProofDesk
from data_access.registry import drafts
from data_access.registry.filing import Receipt, file_claim
from data_access.registry.settings import lookup_settings
from data_access.tenant_lookup import tenant_of_domain
from domain.claim_clocks import filing_clock
from domain.claim_form import STEPS
from domain.scope import Role
from pages import session

FORM = "form"
desk, today = session.desk(), session.today()
may_write = session.me().role is not Role.EXECUTIVE


def open_form(form_id: str) -> None:
    st.query_params[FORM] = form_id


def close_form() -> None:
    for name in (FORM, "step"):
        st.query_params.pop(name, None)


def start() -> None:
    with panel("Which customer is next?", "Saved as you go: a reload, a crash or another browser lose nothing."):
        desk.check_may_write(None)
        if st.button("Start a new form", type="primary", icon=":material/add:"):
            open_form(drafts.save_draft(desk, drafts.new_form_id(), BLANK).form_id)
            st.rerun()
    with panel("Which forms are being filled in?"):
        forms_in_progress(
            session.ask(associations.FORMS).frame,
            open_form,
            guarded(lambda one: drafts.discard_draft(desk, one)) if may_write else None,
            lambda signed_on: filing_clock(signed_on, today, desk.windows),
        )
    with panel("Which delivered workloads does nobody claim?", "Used or paid for, and in no claim of ours."):
        desk.check_may_write(None)
        wanted = many_drafts(session.ask(claimable.UNCLAIMED).frame, location_names(desk))
        if wanted:
            drafts.start_drafts(desk, wanted.tenants, {"location_id": wanted.location_id})
            st.rerun()


def fill(draft: drafts.Draft) -> None:
    def save(values: Mapping[str, Any], revision: int) -> int:
        return drafts.save_draft(desk, draft.form_id, values, revision=revision).revision

    pad = Pad(draft.form_id, draft.values, draft.revision, save)
    around = workbench(desk, session.door(), draft.form_id, pad.values)
    missing = open_steps(pad.values)
    step = stepper({one: one not in missing for one in STEPS}, draft.form_id, "solution")
    said_of_saving(pad, draft.saved_by, draft.saved_at)
    with panel(LABELS[step][2:]):
        match step:
            case "solution":
                solution_step(pad)
            case "details":
                details(pad, around)
            case "workloads":
                workloads_step(pad, around.standing)
            case "contacts":
                contacts_step(pad)
            case "review":
                review(pad, around, can_file=not missing)
            case _:
                st.info("The proof is added once the form is filed as a draft.", icon=":material/hourglass_empty:")
                poe_advice()
    step_buttons(step, "review")


def details(pad: Pad, around: Workbench) -> None:
    details_step(
        pad,
        around,
        today=today,
        find=session.find_customers,
        prefill=guarded(lambda tenant: pad.put(prefilled(desk, tenant, pad.values))),
        look_up=tenant_of_domain if lookup_settings().is_on else None,
    )


def review(pad: Pad, around: Workbench, *, can_file: bool) -> None:
    form_summary(pad.values, can_change=True)
    concerns_before_filing(around.alerts, around.refusals)
    is_stopped = bool(around.refusals) or any(alert.is_blocking for alert in around.alerts) or pad.is_behind
    if not can_file or is_stopped:
        st.caption("It can be filed as a draft once the points above are settled.")
    elif st.button("File as draft", type="primary", icon=":material/inventory:"):
        file_claim(desk, pad.form_id)
        st.rerun()


def filed(draft: drafts.Draft, claim_id: str, receipt: Receipt | None) -> None:
    claim = session.ask(associations.REGISTER, claim_id=claim_id).frame.row(0, named=True)
    documents = session.ask(associations.DOCUMENTS, claim_id=claim_id).frame
    store = DocumentStore.of(desk.workspace)
    proof = ProofDesk(desk, draft.form_id, claim_id, store)
    checked = proof.checklists(documents)
    if receipt:
        receipt_line(receipt.receipt_id, claim_id, receipt.filed_by, receipt.filed_at)
    else:
        brought_in_line(claim_id, draft.saved_by, draft.saved_at)
    form = FiledForm(
        claim,
        draft.values,
        documents.to_dicts(),
        checked,
        proof.gaps(claim, checked),
        location_names(desk),
        store.settings.types,
        store.settings.max_mb,
    )
    filed_form(form, proof, today)


st.title("New association", anchor=False)
form_id = st.query_params.get(FORM)
if form_id is None:
    start()
else:
    st.button("All forms", on_click=close_form, icon=":material/arrow_back:", type="tertiary")
    with last_resort("The form"):
        draft = drafts.draft_of(desk, form_id)
        if draft.filed_claim_id:
            filed(draft, draft.filed_claim_id, claim_case.receipt_for(desk, form_id))
        else:
            fill(draft)
