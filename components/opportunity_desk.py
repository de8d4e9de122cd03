"""What is known of one opportunity, and how does one write down what is done about it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from components.links import link
from components.words import html, plain
from domain.metrics import Unit
from domain.opportunities import LONGEST_TEXT, Status
from domain.phrases import listed
from domain.signal_reasons import back_because, evidence, odds, reasons, titles
from domain.signals import signal
from domain.wording import exact, exact_money, month, short
from domain.workloads import workload_name

_EARNINGS = ("What it earns, and what the cap has left", "incentives/earnings", ":material/payments:")
_CLAIM = ("Open the register", "associations/register", ":material/assignment:")
_PROOF = {
    "near_milestone": ("The ladder, and when the step is expected", "incentives/milestones", ":material/stairs:"),
    "size_line": ("What size means for the scores", "incentives/eligibility", ":material/workspace_premium:"),
    "headroom": _EARNINGS,
    "near_mark": _EARNINGS,
    "falling": _EARNINGS,
    "seats_grew": _EARNINGS,
    "cap_nearly_used": _EARNINGS,
    "poe_ageing": _CLAIM,
    "claim_overdue": _CLAIM,
    "claim_without_usage": _CLAIM,
}


@dataclass(frozen=True, slots=True)
class Written:
    """What the viewer sent from the form."""

    status: str
    owner: str | None
    reason: str
    note: str


def opportunity_detail(row: Mapping[str, Any]) -> None:
    """Draw a row of signals/opportunities: reasons, odds and what they rest on, next action."""
    st.subheader(f"{plain(row['name'])}: {plain(workload_name(row['workload']))}", anchor=False)
    st.caption(plain(f"{listed(titles(row['signals']))}. {signal(row['signal']).meaning}"))
    returned = back_because(row)
    if returned:
        st.info(plain(returned), icon=":material/undo:")
    facts = [
        ("Value, estimate", "the rules name no amount" if row["value_usd"] is None else exact_money(row["value_usd"])),
        ("Odds", odds(row) + (f", confidence {row['confidence']}" if row["confidence"] else "")),
        ("Expected value", "unknown" if row["expected_usd"] is None else exact_money(round(row["expected_usd"], 2))),
        ("Since", month(row["since_on"])),
        ("Users of seats", f"{short(row['mau'], Unit.COUNT)} of {short(row['pau'], Unit.COUNT)}"),
        ("High-water mark", short(row["mark"], Unit.COUNT)),
    ]
    if row["target_users"] is not None:
        facts.append(("To get to", f"{exact(row['target_users'])} users"))
    st.html(
        '<dl class="cpor-facts">'
        + "".join(f"<div><dt>{html(name)}</dt><dd>{html(value)}</dd></div>" for name, value in facts)
        + "</dl>"
    )
    st.markdown("**Why**")
    for one in reasons(row):
        colour = "green" if one.sign == "+" else "red"
        st.markdown(f":{colour}[**{one.sign}**] {plain(one.words)}")
    st.caption(plain(evidence(row)))
    if row["is_illustrative"]:
        st.caption("The rates behind the value are illustrative: derive yours from an earnings export.")
    st.markdown(f"**Next** {plain(signal(row['signal']).action)}")
    link("Open the customer", "customers/customer", (("tenant", row["tenant_id"]),), icon=":material/domain:")
    for label, path, icon in dict.fromkeys(_PROOF[code] for code in row["signals"].split("+") if code in _PROOF):
        link(label, path, icon=icon)


def wants_claim(row: Mapping[str, Any], *, key: str) -> bool:
    """Whether the association form of an unclaimed workload is asked for."""
    if "unclaimed" not in row["signals"].split("+"):
        return False
    return st.button("Start its association", key=f"{key}_claim", icon=":material/add_task:")


def opportunity_form(row: Mapping[str, Any], owners: Mapping[str, str], *, key: str) -> Written | None:
    """The form for owner, status, reason and note; what was sent, once."""
    people = dict(owners)
    if row["owner"] and row["owner"] not in people:
        people[row["owner"]] = row["account_manager"] if row["owner"] == row["account_manager_id"] else row["owner"]
    choices = ["", *people]
    with st.form(f"{key}_{row['tenant_id']}_{row['workload']}", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            status = st.selectbox(
                "Status",
                list(Status),
                index=list(Status).index(Status(row["status"])),
                format_func=lambda one: str(one).capitalize(),
                width=160,
            )
            owner = st.selectbox(
                "Owner",
                choices,
                index=choices.index(row["owner"] or ""),
                format_func=lambda code: people.get(code, "Nobody"),
                width=200,
            )
        reason = st.text_input(
            "Reason", value=row["closed_because"] or "", max_chars=LONGEST_TEXT, help="Needed when it is dismissed."
        )
        note = st.text_area("Note", value=row["note"] or "", max_chars=LONGEST_TEXT, height=90)
        if not st.form_submit_button("Save", type="primary", icon=":material/save:"):
            return None
    return Written(str(status), owner or None, reason, note)


def opportunity_history(history: pl.DataFrame) -> None:
    """Who changed what, newest first. Frame of signals/work_history for one workload."""
    for entry in history.iter_rows(named=True):
        said = f"{entry['changed_at']:%d %b %Y, %H:%M} · {entry['changed_by']} · {entry['status']}"
        said += f" · {entry['closed_because']}" if entry["closed_because"] else ""
        said += f" · {entry['note']}" if entry["note"] else ""
        st.caption(plain(said))
