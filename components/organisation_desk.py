"""Who are we to Microsoft? Legal names, locations with their enrolment, and what makes a location eligible."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from components.claim_dates import day_columns
from components.columns import UNKNOWN
from components.words import plain
from domain.organisation import REQUIREMENTS, WHAT_TO_DO, EnrolmentStatus, Location
from domain.wording import day

_NEW = "A new location"


def legal_names(names: tuple[str, ...]) -> list[str] | None:
    """The names, one a line; the new ones once saved."""
    with st.form("legal_names", border=False):
        typed = st.text_area(
            "Legal names, one a line",
            value="\n".join(names),
            help="The proof-of-execution check looks for any of them; templates use the first.",
        )
        if st.form_submit_button("Save names", type="primary"):
            return [line.strip() for line in typed.splitlines() if line.strip()]
    return None


def location_table(locations: tuple[Location, ...]) -> None:
    """Every location with its enrolment, and what to do where it cannot file."""
    if not locations:
        st.info("No location is known yet. Nothing can be filed before one is entered and enrolled.")
        return
    rows = [
        {
            "Name": each.name,
            "Enrolment": f"{'✓ ' if each.status is EnrolmentStatus.ENROLLED else '! '}{each.status}",
            "PartnerID": each.location_id,
            "Country": each.country,
            "Currency": each.currency,
            "Enrolled": each.enrolled_on,
            "No longer from": each.enrolled_before,
            "Checked": each.checked_on,
        }
        for each in locations
    ]
    schema = dict.fromkeys(("Enrolled", "No longer from", "Checked"), pl.Date)
    shown = pl.DataFrame(rows, schema_overrides=schema)
    st.dataframe(
        shown,
        hide_index=True,
        key="locations",
        placeholder=UNKNOWN,
        column_config=day_columns(shown),
        alt="Our locations.",
    )
    for each in locations:
        if each.status is not EnrolmentStatus.ENROLLED:
            said = f"{each.name} ({each.location_id}) cannot file: its enrolment is “{each.status}”."
            st.markdown(f":orange[:material/warning: **{plain(said)}**] {plain(WHAT_TO_DO[each.status])}")


def location_form(locations: tuple[Location, ...]) -> dict[str, Any] | None:
    """The fields of one location, new or known, once saved; they are checked by whoever saves them."""
    known: dict[str, Location] = {each.location_id: each for each in locations}
    chosen = st.selectbox(
        "Location to enter or change",
        ["", *known],
        format_func=lambda code: f"{known[code].name} ({code})" if code else _NEW,
        key="location_to_change",
        width=360,
    )
    one = known.get(str(chosen))
    with st.form(f"location_{chosen}", border=False):
        with st.container(horizontal=True):
            location_id = st.text_input("PartnerID", value=one.location_id if one else "", disabled=one is not None)
            name = st.text_input("Name", value=one.name if one else "")
            country = st.text_input("Country (two letters)", value=one.country if one else "", max_chars=2)
            currency = st.text_input("Currency (three letters)", value=one.currency if one else "", max_chars=3)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            states = list(EnrolmentStatus)
            at = states.index(one.status) if one else 0
            status = st.selectbox("Enrolment in Microsoft Commerce Incentives", states, index=at, format_func=str)
            enrolled_on = st.date_input("Enrolled on", value=one.enrolled_on if one else None)
            enrolled_before = st.date_input("No longer from", value=one.enrolled_before if one else None)
        if not st.form_submit_button("Save location", type="primary"):
            return None
    return {
        "location_id": one.location_id if one else location_id,
        "name": name,
        "country": country,
        "currency": currency,
        "status": status,
        "enrolled_on": enrolled_on,
        "enrolled_before": enrolled_before,
    }


def removal(locations: tuple[Location, ...]) -> str | None:
    """The location to take off, once confirmed."""
    with st.popover("Remove a location", icon=":material/delete:", type="tertiary"):
        chosen = st.selectbox("Location", [each.location_id for each in locations], index=None)
        if st.button("Remove it", disabled=chosen is None) and chosen:
            return str(chosen)
    return None


def requirements(location: Location, met: Mapping[str, tuple[bool, str]]) -> tuple[str, bool, str] | None:
    """The eligibility checklist of one location, each line with its source; what was just ticked or noted."""
    asked = None
    if location.checked_on:
        st.caption(f"Enrolment last checked on {day(location.checked_on)}.")
    for one in REQUIREMENTS:
        was_met, note = met.get(one.key, (False, ""))
        key = f"{location.location_id}_{one.key}"
        with st.container(horizontal=True, vertical_alignment="center"):
            is_met = st.checkbox(one.label, value=was_met, key=f"met_{key}", width="stretch")
            written = st.text_input(
                "Note", value=note, key=f"note_{key}", label_visibility="collapsed", placeholder="Note", width=220
            )
        st.markdown(f":small[:gray[Source: {plain(one.source)}]]")
        if (is_met, written.strip()) != (was_met, note):
            asked = (one.key, is_met, written)
    return asked
