"""Which points does a document show, where exactly, and where does a person know better?"""

from dataclasses import dataclass

import streamlit as st

from components.words import plain
from domain.proof import Checklist, Finding, Verdict
from domain.workloads import workload_name

_SIGNS = {
    Verdict.FOUND: ":green[:material/check_circle: found]",
    Verdict.NOT_FOUND: ":red[:material/cancel: not found]",
    Verdict.UNSURE: ":orange[:material/help: unsure]",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person decided about one point."""

    key: str
    verdict: Verdict
    reason: str


def checklist(found: Checklist, *, key: str, may_judge: bool) -> Judged | None:
    """Every point with its evidence; what a person judged once they say so."""
    if not found.can_be_read:
        st.info("This file holds no text that can be read: confirm each point by eye.", icon=":material/visibility:")
    left = len(found.open_findings)
    st.markdown(f"**{len(found.findings) - left} of {len(found.findings)} points are settled.**")
    for finding in found.findings:
        _point(found, finding)
    return _judgement(found, key) if may_judge and found.findings else None


def _point(found: Checklist, finding: Finding) -> None:
    lines = [f"{_SIGNS[found.verdict(finding)]} **{plain(_label(finding))}** :gray[{plain(finding.why)}]"]
    if finding.quote:
        page = f", page {finding.page}" if finding.page else ""
        lines.append(f":small[“{plain(finding.quote)}”{page}]")
    for judged in found.overrides:
        if judged.key == finding.key:
            said = f"{judged.by} decided “{judged.verdict}”: {judged.reason}"
            lines.append(f":small[:material/person: {plain(said)}]")
    st.markdown("  \n".join(lines))


def _label(finding: Finding) -> str:
    named = f"Workload {workload_name(finding.workload)}" if finding.workload else str(finding.item)
    return named[:1].upper() + named[1:]


def _judgement(found: Checklist, key: str) -> Judged | None:
    ordered = [*found.open_findings, *(each for each in found.findings if each not in found.open_findings)]
    labels = {each.key: f"{_label(each)} ({found.verdict(each)})" for each in ordered}
    with (
        st.expander("Decide a point by eye", icon=":material/visibility:", expanded=not found.can_be_read),
        st.form(f"judge_{key}", border=False, clear_on_submit=True),
    ):
        point = st.selectbox("Point", list(labels), format_func=lambda code: labels[code])
        verdict = st.radio("It is", [Verdict.FOUND, Verdict.NOT_FOUND], horizontal=True, format_func=str)
        reason = st.text_input("Reason, kept with the checklist", max_chars=500)
        if st.form_submit_button("Keep the decision"):
            return Judged(str(point), Verdict(verdict), reason)
    return None
