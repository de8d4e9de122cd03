"""What may still be changed on a filed claim, in Draft or Partner action required? Only what Partner Center lets one."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.claim_values import value_of
from domain.claim_form import SolutionArea
from domain.workloads import known_workloads, workload_name

_PEOPLE = {
    "customer_contact": (("Name", "name"), ("Title", "title"), ("E-mail", "email")),
    "partner_contact": (("Our person's name", "name"), ("Our person's e-mail", "email")),
}


def changes_form(
    row: Mapping[str, Any], values: Mapping[str, Any], locations: Mapping[str, str], *, key: str
) -> dict[str, Any] | None:
    """The fields that were changed, once sent. `row` of associations/register; `values` hold the contacts."""
    held = [code for code in str(row["workloads"] or "").split(",") if code]
    is_subscription = row["solution_area"] == SolutionArea.BUSINESS_APPLICATIONS
    with (
        st.expander("Change what Partner Center still lets one change", icon=":material/edit:"),
        st.form(f"{key}_changes", border=False),
    ):
        wanted: dict[str, Any] = {"claim_name": st.text_input("Claim name", value=row["claim_name"], max_chars=200)}
        places = list(dict.fromkeys([row["location_id"], *locations]))
        wanted["location_id"] = st.selectbox(
            "Partner location", places, format_func=lambda code: locations.get(code, code)
        )
        if is_subscription:
            typed = st.text_area("Subscription IDs, one a line", value="\n".join(held))
            wanted["subscriptions"] = [line.strip() for line in typed.splitlines() if line.strip()]
        else:
            codes = list(dict.fromkeys([*held, *known_workloads()]))
            wanted["workloads"] = st.multiselect("Workloads", codes, default=held, format_func=workload_name)
        for contact, fields in _PEOPLE.items():
            with st.container(horizontal=True):
                wanted[contact] = {
                    name: st.text_input(
                        label, value=str(value_of(values, f"{contact}.{name}") or ""), key=f"{key}_{contact}_{name}"
                    )
                    for label, name in fields
                }
        if not st.form_submit_button("Keep the changes"):
            return None
    before = {
        "claim_name": row["claim_name"],
        "location_id": row["location_id"],
        ("subscriptions" if is_subscription else "workloads"): held,
        **{
            contact: {name: str(value_of(values, f"{contact}.{name}") or "") for _, name in fields}
            for contact, fields in _PEOPLE.items()
        },
    }
    changed = {name: value for name, value in wanted.items() if value != before[name]}
    return changed or None
