"""What is there to know about one claim? Its clock, fields, workloads beside Microsoft's record, history, documents."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from components.claim_dates import day_columns
from components.claim_words import claim_title, clock_line, happened, state_icon, workload_words
from components.columns import UNKNOWN
from components.links import link
from components.words import html, plain
from domain.wording import counted, day
from domain.workloads import workload_name

_UNKNOWN = "not given"


def claim_head(row: Mapping[str, Any]) -> None:
    """Which claim, in which state, with which clock. Frame row of associations/register with clocks."""
    st.title(plain(claim_title(row)), anchor=False)
    st.markdown(
        f"{state_icon(row['state'])} **{row['state']}** since {day(row['state_since_on'])}"
        f" :gray[·] {row['claim_id']} :gray[·] {clock_line(row)}"
    )
    if row["customer_name"]:
        link("Open the customer", "customers/customer", [("tenant", row["tenant_id"])], icon=":material/domain:")
    if row["action"]:
        st.markdown(f":small[:gray[What to do: {plain(row['action'])}]]")


def facts(pairs: Sequence[tuple[str, str | None]], optional: Sequence[str] = ()) -> None:
    """Labels and values, as many beside each other as fit; `optional` ones only where they are known."""
    cells = "".join(
        f"<div><dt>{html(label)}</dt><dd>{html(value or _UNKNOWN)}</dd></div>"
        for label, value in pairs
        if value or label not in optional
    )
    st.html(f'<dl class="cpor-facts">{cells}</dl>')


def claim_facts(row: Mapping[str, Any], *, is_brought_in: bool = False) -> None:
    """The fields in the order Partner Center asks for them. A claim brought in from a list was filed elsewhere."""
    location = f"{row['location_name'] or ''} ({row['location_id']})".strip() if row["location_id"] else None
    facts(
        [
            ("Solution area", row["solution_area"]),
            ("Partner role", row["role"]),
            ("Partner location", location),
            ("Microsoft's claim number", row["claim_number"]),
            ("Customer tenant ID", row["tenant_id"]),
            ("Customer domain", row["domain"] or None),
            ("Incentive payment", "Opted out: recognition only" if row["opts_out_of_payment"] else "Wanted"),
            ("Workloads", workload_words(row["workloads"], 99)),
            ("Agreement signed", _day(row["agreement_on"])),
            ("Brought in" if is_brought_in else "Filed here", f"{day(row['filed_on'])} by {row['filed_by']}"),
            ("Submitted", _day(row["submitted_on"])),
            ("Approved", _day(row["approved_on"])),
            ("POE signed", _day(row["poe_acknowledged_on"])),
            ("Renews", row["renewal_of"]),
            ("Comments to the reviewer", row["comments"] or None),
        ],
        optional=("Approved", "Renews", "Agreement signed", "Comments to the reviewer"),
    )


def claim_contacts(contacts: Mapping[str, Mapping[str, str]], *, may_erase: bool) -> str | None:
    """The people named, to those who may see them; the kind ("customer", "partner") somebody chose to erase."""
    erased = None
    if not contacts:
        st.caption("No contact is kept: none was entered, or it was erased.")
    for kind, person in contacts.items():
        short = kind.removesuffix("_contact")
        line = ", ".join(plain(person[name]) for name in ("name", "title", "email") if person.get(name))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{short.capitalize()} contact:** {line}", width="stretch")
            if may_erase:
                with st.popover("Erase", icon=":material/person_remove:", key=f"erase_{short}", type="tertiary"):
                    st.markdown("The person is removed for good, also from what the checks quoted.")
                    if st.button(f"Erase the {short} contact", type="primary"):
                        erased = short
    return erased


def concerns(alerts: pl.DataFrame) -> None:
    """What the radar sees, and what to do about each. Frame: `sentence`, `action`, `concern`."""
    if alerts.is_empty():
        st.caption(":material/check: Nothing stands against this claim as far as is known.")
    for row in alerts.iter_rows(named=True):
        st.markdown(f":orange[:material/warning:] **{plain(row['sentence'])}**  \n{plain(row['action'])}")


def against_microsoft(records: pl.DataFrame) -> None:
    """Our record beside Microsoft's, where usage files name the association. Frame: associations/against_usage."""
    known = records.filter(pl.col("matched_by").is_not_null())
    if known.is_empty():
        st.caption("No usage file names these workloads with a claim yet.")
        return
    different = known.filter("is_different").height
    if different:
        st.markdown(
            f":orange[:material/compare_arrows: **{different} of {known.height} differ.**] Microsoft's record wins."
        )
    rows = [
        {
            "Workload": workload_name(row["workload"]),
            "Claim, ours": row["claim_number"],
            "Claim, Microsoft's": row["recorded_number"],
            "Location, ours": row["location_id"],
            "Location, Microsoft's": row["recorded_location_id"],
            "Approved, ours": row["approved_on"],
            "Associated, Microsoft's": row["recorded_on"],
            "Differs": "Differs" if row["is_different"] else "Same",
        }
        for row in known.iter_rows(named=True)
    ]
    shown = pl.DataFrame(rows)
    st.dataframe(
        shown,
        hide_index=True,
        key="against_usage",
        placeholder=UNKNOWN,
        column_config=day_columns(shown),
        alt="Our record beside Microsoft's.",
    )


def claim_history(events: pl.DataFrame) -> None:
    """What happened, newest first. Frame: associations/events of one claim."""
    for row in events.sort("number", descending=True).iter_rows(named=True):
        source = f"{row['source']} → " if row["source"] else ""
        why = f"  \n{plain(row['reason'])}" if row["reason"] else ""
        number = f" · number {plain(row['claim_number'])}" if row["claim_number"] else ""
        st.markdown(
            f"**{day(row['happened_on'])}** {source}{row['target']} :gray[· {happened(row['trigger'])}{number} · recorded"
            f" by {plain(row['recorded_by'])}]{why}"
        )


def claim_documents(documents: pl.DataFrame, content: Callable[[str], bytes]) -> None:
    """The documents attached, each to download, never shown inline. Frame: associations/documents of one claim."""
    if documents.is_empty():
        st.caption("No proof of execution is attached.")
    for row in documents.iter_rows(named=True):
        state = "not checked" if row["checked_at"] is None else f"{counted(row['open_findings_count'], 'point')} open"
        used = f" · :orange[also used for {plain(row['also_used_for'])}]" if row["also_used_for"] else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"**{plain(row['file_name'])}** :gray[· {row['kind']}, {row['size_bytes'] / 1024:,.0f} KB · {state}]{used}",
                width="stretch",
            )
            st.download_button(
                "Download",
                data=partial(content, row["sha256"]),
                file_name=row["file_name"],
                key=f"document_{row['sha256'][:12]}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
            )


def _day(on: Any) -> str | None:
    return day(on) if on else None
