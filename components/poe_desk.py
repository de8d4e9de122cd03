"""How does the proof of execution get attached, checked and judged, and what else does the reviewer get?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

import streamlit as st

from components.poe_checklist import checklist
from components.words import plain
from domain.claim_readiness import Gap, is_ready
from domain.claim_submission import Planned
from domain.proof import Checklist, Verdict

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class ProofDoings(Protocol):
    """What can be done with a form's documents. Refusals are raised and said by the panel around."""

    def attach(self, file_name: str, content: bytes, planned: Planned) -> None:
        """Keep an upload and check it."""

    def check(self, sha256: str, planned: Planned) -> None:
        """Check a document again."""

    def detach(self, sha256: str) -> None:
        """Take a document off."""

    def judge(self, sha256: str, key: str, verdict: Verdict, reason: str) -> None:
        """Settle one point by hand."""

    def template(self, planned: Planned) -> bytes:
        """A prefilled DOCX."""


def planned_check(today: date, *, is_known: bool, key: str) -> Planned:
    """When it will be submitted, and what only a person knows."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        on = st.date_input("Planned submission", value=today, min_value=today, key=f"{key}_on", width=190)
        disclosed = st.checkbox("US or Puerto Rico public sector", key=f"{key}_disclosure")
    name = None if is_known else st.text_input("Customer's name, as the document shows it", key=f"{key}_name") or None
    return Planned(on, disclosed, name)


def poe_documents(
    documents: Sequence[Mapping[str, Any]],
    checklists: Mapping[str, Checklist | None],
    planned: Planned,
    doings: ProofDoings,
    *,
    types: Sequence[str],
    most_mb: int,
    may_write: bool,
    key: str,
) -> None:
    """Upload, and every attached document with its checklist. `documents` as associations/documents rows."""
    if may_write:
        st.download_button(
            "Template, prefilled (DOCX)",
            data=lambda: doings.template(planned),
            file_name="proof_of_execution.docx",
            mime=DOCX,
            icon=":material/description:",
            on_click="ignore",
        )
        with st.form(f"{key}_upload", border=False, clear_on_submit=True):
            file = st.file_uploader(
                f"Signed document ({', '.join(types)}; at most {most_mb} MB)",
                key=f"{key}_file",
                max_upload_size=most_mb,
            )
            if st.form_submit_button("Attach and check", type="primary", icon=":material/attach_file:") and file:
                doings.attach(file.name, file.getvalue(), planned)
                st.rerun()
    for row in documents:
        sha256 = str(row["sha256"])
        with st.container(border=True):
            _document(row, planned, doings, may_write)
            found = checklists.get(sha256)
            judged = checklist(found, key=sha256[:12], may_judge=may_write) if found else None
            if judged:
                doings.judge(sha256, judged.key, judged.verdict, judged.reason)
                st.rerun()


def _document(row: Mapping[str, Any], planned: Planned, doings: ProofDoings, may_write: bool) -> None:
    sha256 = str(row["sha256"])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/draft: **{plain(row['file_name'])}**", width="stretch")
        if may_write:
            if st.button("Check again", key=f"check_{sha256[:12]}", type="tertiary", icon=":material/refresh:"):
                doings.check(sha256, planned)
                st.rerun()
            if st.button("Remove", key=f"detach_{sha256[:12]}", type="tertiary", icon=":material/delete:"):
                doings.detach(sha256)
                st.rerun()
    if row["also_used_for"]:
        st.markdown(
            f":orange[:material/warning: The same document is used for {plain(row['also_used_for'])}.]"
            " A reviewer expects one that names this claim's work."
        )


def comments_and_ticks(
    comments: str, is_acknowledged: bool, complete: Callable[[str, bool], None], *, may_write: bool, key: str
) -> None:
    """The comments to the reviewer and the acknowledgements, kept by `complete` as they change."""
    text_key, tick_key = f"{key}_comments", f"{key}_acknowledged"
    st.session_state.setdefault(text_key, comments)
    st.session_state.setdefault(tick_key, is_acknowledged)
    st.text_area(
        "Comments, the only channel to the reviewer (optional)", key=text_key, max_chars=4000, disabled=not may_write
    )
    st.checkbox(
        "I have read Partner Center's acknowledgements and they hold for this claim",
        key=tick_key,
        disabled=not may_write,
    )
    typed, ticked = (st.session_state[text_key] or "").strip(), bool(st.session_state[tick_key])
    if may_write and (typed != comments or ticked != is_acknowledged):
        complete(typed, ticked)
        st.rerun()


def readiness(gaps: Sequence[Gap]) -> None:
    """Ready or not, and what is left. A warning may be submitted with; the rest may not."""
    if not gaps:
        st.success("Ready: submit it in Partner Center, then record the submission.", icon=":material/task_alt:")
    elif is_ready(tuple(gaps)):
        st.warning("Ready but for points a reviewer may ask about.", icon=":material/rule:")
    else:
        st.info("Not ready yet.", icon=":material/pending_actions:")
    for gap in gaps:
        sign = ":orange[:material/warning:]" if gap.is_warning else ":red[:material/arrow_right:]"
        st.markdown(f"{sign} {plain(gap.sentence)}")
