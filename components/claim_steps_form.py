"""What does each step of the association form ask, in Partner Center's order?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

import polars as pl
import streamlit as st

from components.claim_pad import Pad
from components.claim_standing import standing_table
from components.words import plain
from domain.claim_form import ROLES, SolutionArea, problems
from domain.wording import counted
from domain.workloads import known_workloads, workload_name

Find = Callable[[str], Sequence[tuple[str, str]]]


def solution_step(pad: Pad) -> None:
    """Solution area and role."""
    wrong = problems("solution", pad.values)
    pad.choose("solution_area", "Solution area", {str(area): str(area) for area in SolutionArea}, wrong)
    area = pad.values.get("solution_area")
    roles = ROLES[SolutionArea(area)] if area in list(SolutionArea) else ()
    pad.choose("role", "Partner role", {role: role for role in roles}, wrong)
    if area == SolutionArea.BUSINESS_APPLICATIONS:
        st.caption("Business Applications claims name subscriptions instead of workloads.")


class Surroundings(Protocol):
    """What is known beside the fields themselves."""

    @property
    def locations(self) -> Mapping[str, str]:
        """PartnerID to what the choice shows."""

    @property
    def location_refusal(self) -> str | None:
        """Why the chosen location cannot file."""

    @property
    def domain_refusal(self) -> str | None:
        """Why domain and tenant do not fit."""

    @property
    def renewable(self) -> Mapping[str, str]:
        """The tenant's approved claims."""

    @property
    def tenant(self) -> str | None:
        """The tenant, once the form names a valid one."""

    @property
    def is_known(self) -> bool:
        """Whether the customers table has it."""


def details_step(
    pad: Pad,
    around: Surroundings,
    *,
    today: date,
    find: Find,
    prefill: Callable[[str], None],
    look_up: Callable[[str], str] | None,
) -> None:
    """Who claims, for which tenant. `prefill` takes a known tenant's ID; `look_up` a domain, None while it is off."""
    wrong = problems("details", pad.values)
    _known_customers(pad, find, prefill)
    left, right = st.columns(2)
    with left:
        pad.text("tenant_id", "Customer tenant ID", wrong, hint="0f2a1c3e-1111-4222-8333-abcdefabcdef")
        pad.text("domain", "Customer domain", wrong, hint="contoso.com")
        if look_up is not None:
            domain = str(pad.values.get("domain") or "")
            st.button(
                "Find the tenant ID by the domain, online",
                on_click=pad.put_found,
                args=("tenant_id", lambda: look_up(domain)),
                icon=":material/travel_explore:",
            )
        if around.domain_refusal:
            st.markdown(f":orange[:material/warning: {plain(around.domain_refusal)}]")
        if around.domain_refusal or pad.values.get("is_domain_confirmed"):
            pad.tick("is_domain_confirmed", "I checked: this domain belongs to the tenant")
        if around.tenant and not around.is_known:
            pad.text("customer_name", "Customer's name", {}, note="As the proof of execution shows it. Ours alone.")
    with right:
        pad.choose("location_id", "Partner location (PartnerID)", around.locations, wrong)
        if not around.locations:
            st.caption("No partner location is known yet: an incentives admin enters them under Our organisation.")
        if around.location_refusal and "location_id" not in wrong:
            st.markdown(f":orange[:material/warning: {plain(around.location_refusal)}]")
        pad.text("claim_name", "Claim name", wrong, hint="Contoso: Teams Phone roll-out")
        pad.tick(
            "opts_out_of_payment",
            "Opt out of the incentive payment",
            note="The claim then counts for recognition only.",
        )
        note = "Ours alone: starts the reminder to file, as Microsoft advises right after the customer signs."
        pad.day("agreement_on", "Agreement signed on (optional)", today, wrong, note=note)
        if around.renewable:
            names = {"": "No, a new claim", **around.renewable}
            pad.choose("renewal_of", "Does it renew the proof of an approved claim?", names, wrong)


def _known_customers(pad: Pad, find: Find, prefill: Callable[[str], None]) -> None:
    typed = st.text_input(
        "Fill in from a known customer",
        key=f"{pad.form_id}/find",
        type="search",
        live="300ms",
        placeholder="Name or domain",
        icon=":material/search:",
        width=360,
    )
    if len((typed or "").strip()) < 2:
        return
    hits = find((typed or "").strip())[:5]
    with st.container(horizontal=True):
        for tenant, label in hits:
            st.button(plain(label), key=f"{pad.form_id}/known/{tenant}", on_click=prefill, args=(tenant,))
    if not hits:
        st.caption("No customer you may see matches.")


def workloads_step(pad: Pad, standing: pl.DataFrame) -> None:
    """What is claimed. Frame: associations/standing of the tenant."""
    wrong = problems("workloads", pad.values)
    if pad.values.get("solution_area") == SolutionArea.BUSINESS_APPLICATIONS:
        pad.lines("subscriptions", "Subscription IDs, one a line", wrong)
        pad.sentence("", wrong)
        return
    open_codes = standing.filter(pl.col("standing") == "not claimed")["workload"].to_list()
    taken = set(standing["workload"].to_list()) - set(open_codes)
    rest = [code for code in known_workloads() if code not in open_codes and code not in taken]
    given = [str(code) for code in pad.values.get("workloads") or ()]
    ordered = [
        *open_codes,
        *rest,
        *sorted(taken),
        *(code for code in given if code not in {*open_codes, *rest, *taken}),
    ]
    pad.choose_some("workloads", "Workloads to claim", {code: workload_name(code) for code in ordered}, wrong)
    pad.sentence("", wrong)
    used = [
        row["workload"]
        for row in standing.filter(pl.col("standing") == "not claimed").iter_rows(named=True)
        if row["headroom_units"] or row["mau"]
    ]
    missing = [code for code in used if code not in given]
    if missing:
        st.button(
            f"Add {counted(len(missing), 'unclaimed workload')} with usage or headroom",
            on_click=pad.put,
            args=({"workloads": [*given, *missing]},),
            icon=":material/playlist_add:",
        )
    standing_table(standing)


def contacts_step(pad: Pad) -> None:
    """Both contacts, every field required."""
    wrong = problems("contacts", pad.values)
    left, right = st.columns(2)
    with left:
        st.markdown("**Customer contact**  \n:small[:gray[Microsoft mails this person: silence is consent.]]")
        pad.text("customer_contact.name", "Name", _own(wrong, "customer_contact"))
        pad.text("customer_contact.title", "Title", _own(wrong, "customer_contact"))
        pad.text("customer_contact.email", "E-mail", _own(wrong, "customer_contact"))
    with right:
        st.markdown("**Partner contact**  \n:small[:gray[Our person, whom the reviewer may ask.]]")
        pad.text("partner_contact.name", "Our person's name", _own(wrong, "partner_contact"))
        pad.text("partner_contact.email", "Our person's e-mail", _own(wrong, "partner_contact"))


def _own(wrong: Mapping[str, str], contact: str) -> Mapping[str, str]:
    """The contact's sentences; a contact nobody began has one for the whole."""
    if contact in wrong:
        return {f"{contact}.name": wrong[contact]}
    return wrong
