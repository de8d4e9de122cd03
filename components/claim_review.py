"""Is the form complete, and does anything stand against it? What will be filed, in Partner Center's order."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.claim_stepper import LABELS, go_to
from components.claim_values import value_of
from components.claim_view import facts
from components.words import plain
from domain.claim_concerns import Alert
from domain.claim_form import STEPS, SolutionArea, problems
from domain.phrases import listed
from domain.workloads import workload_name

_FIELDS = {
    "solution": (("Solution area", "solution_area"), ("Partner role", "role")),
    "details": (
        ("Partner location", "location_id"),
        ("Claim name", "claim_name"),
        ("Customer tenant ID", "tenant_id"),
        ("Customer domain", "domain"),
        ("Opt out of payment", "opts_out_of_payment"),
        ("Agreement signed on", "agreement_on"),
        ("Renews", "renewal_of"),
    ),
    "workloads": (("Workloads", "workloads"), ("Subscriptions", "subscriptions")),
    "contacts": (
        ("Customer contact", "customer_contact.name"),
        ("Title", "customer_contact.title"),
        ("E-mail", "customer_contact.email"),
        ("Partner contact", "partner_contact.name"),
        ("E-mail", "partner_contact.email"),
    ),
}
_OURS = {"agreement_on", "renewal_of"}


def open_steps(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """The steps that are not complete, each with its sentences."""
    found = {step: list(dict.fromkeys(problems(step, dict(values)).values())) for step in STEPS}
    return {step: sentences for step, sentences in found.items() if sentences}


def form_summary(values: Mapping[str, Any], *, can_change: bool) -> None:
    """Every field as it stands, step by step, with what is missing in each."""
    missing = open_steps(values) if can_change else {}
    for step, fields in _FIELDS.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            mark = ":orange[:material/pending: open]" if step in missing else ":green[:material/check: complete]"
            st.markdown(f"**{LABELS[step]}** {mark if can_change else ''}", width="stretch")
            if can_change:
                st.button("Change", key=f"change_{step}", on_click=go_to, args=(step,), type="tertiary")
        facts([(label, _shown(values, name)) for label, name in fields if not _is_idle(values, name)])
        for sentence in missing.get(step, []):
            st.markdown(f":orange[:material/arrow_right: {plain(sentence)}]")


def _is_idle(values: Mapping[str, Any], name: str) -> bool:
    area = values.get("solution_area")
    other = "workloads" if area == SolutionArea.BUSINESS_APPLICATIONS else "subscriptions"
    return name == other or (name in _OURS and not value_of(values, name))


def _shown(values: Mapping[str, Any], name: str) -> str | None:
    value = value_of(values, name)
    if name == "opts_out_of_payment":
        return "Yes" if value else "No"
    if isinstance(value, list | tuple):
        return listed([workload_name(str(each)) for each in value], 99) or None
    return str(value) if value else None


def concerns_before_filing(alerts: Sequence[Alert], sentences: Sequence[str]) -> None:
    """What stands against filing: blocking alerts first; `sentences` are refusals of location and domain."""
    if not alerts and not sentences:
        st.markdown(":green[:material/check: Nothing stands against this form as far as is known.]")
    for sentence in sentences:
        st.markdown(f":red[:material/block: **{plain(sentence)}**]")
    for alert in alerts:
        sign = ":red[:material/block: **Stops filing.**]" if alert.is_blocking else ":orange[:material/warning:]"
        st.markdown(f"{sign} **{plain(alert.sentence)}**  \n{plain(alert.action)}")
