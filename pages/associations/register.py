"""Which claims do we have, what waits for us, and what happened to this one?"""

import polars as pl
import streamlit as st

from components.claim_board import claim_board
from components.claim_filters import claim_filters, narrowed
from components.claim_moves import Recorded
from components.claim_sheet import ClaimOnFile, claim_sheet
from components.claim_table import claim_table
from components.links import link
from components.panel import panel, show_table
from data_access import associations, claim_case, claim_watch, claimable
from data_access.claim_pack import claim_pack
from data_access.claims_list import bring_in_listed
from data_access.documents import DocumentStore
from data_access.registry.contacts import erase_contact
from data_access.registry.entries import note_rival
from data_access.registry.life import record_step
from data_access.registry.settings import claim_settings
from domain.claim_steps import Step
from domain.scope import Role
from domain.wording import counted
from pages import session

CLAIM = "claim"
NO_CLAIM_YET = "There is no claim yet. File a new association, or import the claims list of Partner Center."
NONE_MATCHES = "No claim matches. Clear a filter, or file a new association."
ALERT_COLUMNS = ("customer_name", "concern", "sentence", "action", "workload")
desk, today, windows = session.desk(), session.today(), claim_settings()
is_admin = session.me().role is Role.INCENTIVES_ADMIN
alerts = claim_watch.alerts(session.door(), session.me(), today, windows)


def open_claim(claim_id: str) -> None:
    st.query_params[CLAIM] = claim_id


def close_claim() -> None:
    st.query_params.pop(CLAIM, None)


def one_claim(row: dict[str, object]) -> None:
    claim_id, form_id, tenant_id = (str(row[name]) for name in ("claim_id", "form_id", "tenant_id"))
    case, store = claim_case.case_of(desk, claim_id, form_id), DocumentStore.of(desk.workspace)

    def record(given: Recorded) -> None:
        step = Step(given.trigger, given.on, given.reason, given.document, given.claim_number)
        record_step(desk, claim_id, step)
        st.rerun()

    def erase(kind: str) -> None:
        erase_contact(desk, form_id, kind)
        st.rerun()

    def write_rival(workload: str, partner: str) -> None:
        note_rival(desk, tenant_id, workload, partner)
        st.rerun()

    claim_sheet(
        ClaimOnFile(
            row,
            case.moves,
            case.contacts,
            session.ask(associations.DOCUMENTS, claim_id=claim_id).frame,
            claim_case.alerts_of(alerts.frame, row),
            session.ask(associations.AGAINST_USAGE).frame.filter(pl.col("claim_id") == claim_id),
            session.ask(associations.EVENTS, claim_id=claim_id).frame,
            case.refusal,
        ),
        today,
        content=store.read,
        pack=lambda: claim_pack(desk, claim_id, store),
        record=record,
        erase=erase if is_admin else None,
        write_rival=write_rival,
    )


def bring_in_button() -> None:
    count = session.ask(claimable.LISTED_COUNT).frame.item()
    if not count:
        return
    with panel("What does your imported claims list hold?"):
        st.markdown(f"{counted(count, 'claim')} of the imported claims list are not in the register.")
        if st.button("Bring them in", icon=":material/playlist_add:"):
            waiting = session.ask(claimable.LISTED).frame
            refused = [one.sentence for one in bring_in_listed(desk, waiting) if one.claim_id is None]
            st.session_state["brought_in"] = (waiting.height - len(refused), refused[:20])
            st.rerun()


claims = claim_watch.with_clocks(session.ask(associations.REGISTER), today, windows)
chosen = claims.frame.filter(pl.col("claim_id") == st.query_params.get(CLAIM, ""))
if chosen.height:
    st.button("All claims", on_click=close_claim, icon=":material/arrow_back:", type="tertiary")
    one_claim(chosen.row(0, named=True))
    st.stop()

st.title("Claims register", anchor=False)
if CLAIM in st.query_params:
    st.info("There is no such claim among those you may see.", icon=":material/search_off:")
overdue = claims.frame.filter("is_overdue").height
st.markdown(
    f"{counted(claims.frame.height, 'claim')}, {counted(claims.frame.filter('needs_us').height, 'needs', 'need')} us,"
    f" {overdue} overdue. Business days follow the calendar of {windows.country}; Microsoft's own is not public."
)
link("File a new association", "associations/new", icon=":material/add:")
wanted = claim_filters(dict(claims.frame.select("location_id", "location_name").unique().fill_null("").iter_rows()))
shown = narrowed(claims.frame, wanted).sort("days_left", "claim_id", nulls_last=True)
if shown.is_empty():
    st.info(NONE_MATCHES if claims.frame.height else NO_CLAIM_YET, icon=":material/filter_alt_off:")
elif wanted.view == "board":
    claim_board(shown, open_claim)
else:
    opened = claim_table(shown, claim_case.concerns_by_claim(alerts.frame, shown), key="claims")
    if opened:
        open_claim(opened)
        st.rerun()

with panel("What does the radar see?", "Conflicts, ageing proofs and small tenants, over all claims you may see."):
    show_table(alerts, key="alerts", columns=ALERT_COLUMNS, empty="Nothing stands against any claim.")
if is_admin:
    bring_in_button()
