"""How does a new association begin: blank, from a form in progress, or many at once from what nobody claims?"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from components.claim_values import as_day
from components.claim_words import clock_words
from components.words import plain
from domain.claim_clocks import Clock
from domain.wording import counted, exact

_SHOWN_FORMS = 12
_MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Customers to draft a form for, each with its unclaimed workloads, and the location that claims."""

    tenants: tuple[tuple[str, tuple[str, ...]], ...]
    location_id: str | None


def forms_in_progress(
    forms: pl.DataFrame,
    on_open: Callable[[str], None],
    on_discard: Callable[[str], None] | None,
    file_by: Callable[[date], Clock],
) -> None:
    """Every unfiled form, the last saved first. Frame: associations/forms.

    Without `on_discard` they are to look at. `file_by`: the reminder that runs from the day on which the customer signed.
    """
    if forms.is_empty():
        st.caption("No form is being filled in.")
    for row in forms.head(_SHOWN_FORMS).iter_rows(named=True):
        form = json.loads(row["form"])
        name = form.get("claim_name") or "Not named yet"
        signed_on = as_day(form.get("agreement_on"), date.max)
        customer = row["customer_name"] or "No known customer yet"
        # Names given in bulk begin with the customer's.
        about = name.removeprefix(f"{customer}: ")
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(
                f"**{plain(customer)}** {plain(about) if about != customer else ''}  \n"
                f":small[:gray[Saved by {plain(row['saved_by'])} on {row['saved_at']:%d %b %Y, %H:%M} UTC]]"
                f"{_reminder(file_by(signed_on)) if signed_on else ''}",
                width="stretch",
            )
            label = "Go on" if on_discard else "Open"
            st.button(label, key=f"go_{row['form_id']}", on_click=on_open, args=(row["form_id"],), type="primary")
            if on_discard is None:
                continue
            with st.popover("Discard", key=f"discard_{row['form_id']}", type="tertiary"):
                st.markdown("The form and its contacts are put away.")
                st.button("Discard it", key=f"no_{row['form_id']}", on_click=on_discard, args=(row["form_id"],))
    if forms.height > _SHOWN_FORMS:
        st.caption(f"and {counted(forms.height - _SHOWN_FORMS, 'older form')}")


def _reminder(running: Clock) -> str:
    words = clock_words(running.days_left, running.is_business_days, running.last_on)
    said = f"The customer has signed. {words}"
    return f"  \n:red[:material/warning: **{said}**]" if running.is_overdue else f"  \n:material/schedule: {said}"


def many_drafts(unclaimed: pl.DataFrame, locations: Mapping[str, str]) -> Wanted | None:
    """Choose customers whose workloads nobody claims. Frame: associations/unclaimed."""
    if unclaimed.is_empty():
        st.caption("The files show no workload with usage or headroom that nobody claims.")
        return None
    codes = {row["tenant_id"]: tuple(row["workloads"].split(",")) for row in unclaimed.iter_rows(named=True)}
    labels = {
        row["tenant_id"]: f"{row['customer_name'] or row['tenant_id']}:"
        f" {counted(len(codes[row['tenant_id']]), 'workload')}, {exact(row['headroom_units'])} units of headroom"
        for row in unclaimed.iter_rows(named=True)
    }
    in_all = int(unclaimed.item(0, "customers_count"))
    offered = f" Below are the {exact(len(codes))} with most headroom." if in_all > len(codes) else ""
    st.markdown(f"{counted(in_all, 'customer')} with delivered or paid workloads that are not claimed.{offered}")
    with st.form("many_drafts", border=False, clear_on_submit=True):
        chosen = st.multiselect(
            "Customers, most headroom first",
            list(codes),
            format_func=lambda tenant: labels[tenant],
            max_selections=_MOST_AT_ONCE,
            placeholder="Choose",
        )
        location = st.selectbox(
            "Partner location",
            list(locations),
            index=None,
            format_func=lambda code: locations[code],
            placeholder="Choose, or leave it to each form",
        )
        if st.form_submit_button("Start a form for each", icon=":material/library_add:") and chosen:
            return Wanted(tuple((tenant, codes[tenant]) for tenant in chosen), location)
    return None
