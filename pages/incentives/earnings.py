"""What do we earn, does Microsoft's report agree, and what can still be disputed?"""

import streamlit as st

from components import figures
from components.cards import Kpi, kpi_row
from components.dispute_desk import difference_words, raise_form, settle_form
from components.incentive_words import (
    EARNINGS_LABELS,
    causes_in_words,
    families_note,
    money_waterfall,
    units_waterfall,
    usage_month_words,
)
from components.links import link, open_customer
from components.long_table import long_table
from components.money_tables import CAPS, DIFFERENCES, UNMATCHED
from components.panel import panel, show, show_table
from components.rate_desk import adoption_form
from components.reading import summed
from components.target_desk import refused_rows, target_form, target_upload
from components.target_words import TARGET_COLUMNS, TARGET_LABELS, targets_in_words
from components.words import plain
from data_access import catalogue, disputes, incentive_checks, incentives, targets
from data_access.forecasts import questions as forecasts
from data_access.importing.asked import Asked
from data_access.importing.run import rebuild
from data_access.rate_adoption import adopt_rates
from data_access.settings import current_settings
from data_access.targets_file import EXAMPLE, read_targets
from domain.scope import Role, Scope
from domain.wording import counted, exact_money
from pages import session

scope, today = session.scope(), session.today()
is_admin = session.me().role is Role.INCENTIVES_ADMIN
st.title("Earnings", anchor=False)

months = session.ask(incentives.BY_MONTH, within=scope)
reported, estimated = (summed(months.frame, name) for name in ("reported_usd", "estimated_usd"))
kpi_row(
    [
        Kpi("reported_usd", reported, of="by Microsoft, in the months shown"),
        Kpi("payable_usd", estimated, of="by the rules in force"),
        Kpi(
            "difference_usd",
            None if reported is None or estimated is None else reported - estimated,
            of="reported less estimated",
        ),
    ]
)
if months.frame["is_illustrative"].any():
    st.caption(":material/science: Estimates rest on an illustrative rule card. Reported amounts are Microsoft's own.")
note = families_note(session.ask(incentives.RULES).frame)
if note:
    apart = exact_money(summed(months.frame, "milestone_usd"))
    st.caption(f":material/info: {note} In the months shown that is {plain(apart)} (estimate).")

steps = session.ask(incentives.WATERFALL, within=scope)
left, right = st.columns(2)
with left, panel("How many users become eligible units?", "Workload users of the months shown, not people."):
    show(
        session.view(steps, units_waterfall(steps.frame), "units"),
        figures.money_waterfall,
        key="units",
        metric="workload_users",
    )
with right, panel("What do they pay?", "At the rate, within the caps (estimate); adds up to the cent."):
    show(session.view(steps, money_waterfall(steps.frame), "money"), figures.money_waterfall, key="money")

with panel(
    "How do estimate and report develop?",
    "Reported solid, estimated dashed; earnings of a month appear by the 16th of the next.",
):
    show(months, figures.outlook, key="earnings_months", metric="reported_usd", forecast="estimated_usd")

with panel("What is earned, upcoming and paid?", "By payment status, in the original currency and in USD (reported)."):
    show_table(session.ask(incentives.BY_STATUS, within=scope), key="status", labels=EARNINGS_LABELS)


@st.fragment
def differences() -> None:
    with panel(
        "Where do estimate and report differ?",
        "Each difference with its cause; a month can be disputed for 90 days. Unknown customers' earnings stand below.",
    ):
        causes = session.ask(incentive_checks.CAUSES_OF_DIFFERENCES, within=scope)
        show_table(session.view(causes, causes_in_words(causes.frame), "words"), key="causes", labels=EARNINGS_LABELS)
        rows = session.paged(incentive_checks.DIFFERENCES, causes_in_words, within=scope, today=today)
        chosen = long_table(DIFFERENCES, *rows)
        may_dispute = session.me().role is not Role.EXECUTIVE
        if not chosen:
            st.caption(f"Select a row to {'dispute it, or to ' if may_dispute else ''}open its customer.")
            return
        customer = (("tenant", chosen["tenant_id"]),)
        link(difference_words(chosen), "customers/customer", customer, icon=":material/arrow_forward:")
        raised = raise_form(chosen, today) if may_dispute else None
        if raised:
            disputes.raise_dispute(session.desk(), **raised)
            st.rerun()


differences()

with panel("What did we dispute?", "Kept beside the imports: a new export changes nothing here."):
    known = session.ask(disputes.DISPUTES, within=scope)
    show_table(known, key="disputes", empty="Nothing was disputed in these months.")
    if session.me().role is not Role.EXECUTIVE:
        settled = settle_form(known.frame, today)
        if settled:
            disputes.settle_dispute(session.desk(), **settled)
            st.rerun()

with panel("How near are the targets?", "Per fiscal quarter: the whole partner, a team or an account manager."):
    reached = session.ask(forecasts.TARGETS, within=Scope(start=scope.start))
    show_table(
        session.view(reached, targets_in_words(reached.frame), "words"),
        key="targets",
        columns=TARGET_COLUMNS,
        labels=TARGET_LABELS,
        empty="No target is set for these months or later ones.",
    )
    if is_admin:
        people = session.ask(catalogue.PEOPLE).frame
        wanted = target_form(people, targets.KINDS, today)
        if wanted:
            targets.save_targets(session.desk(), [targets.Target(**wanted)])
            st.rerun()
        content = target_upload(EXAMPLE)
        if content is not None:
            owners = {str(kind): rows["value"].to_list() for (kind,), rows in people.group_by("kind")}
            read = read_targets(content, owners.get("account_manager", ()), owners.get("team", ()))
            targets.save_targets(session.desk(), read.targets)
            st.session_state["targets_refused"] = read.refused
            st.toast(f"{counted(len(read.targets), 'target')} taken over.")
            st.rerun()
        refused_rows(st.session_state.pop("targets_refused", ()))


@st.fragment
def caps() -> None:
    chosen = None
    with panel(
        "Which caps are nearly used?",
        "Balance = cap less what was earned under it (estimate). Select a row to open its customer.",
    ):
        chosen = long_table(CAPS, *session.paged(incentives.CAPS, within=scope))
    if chosen:
        open_customer(chosen["tenant_id"])


caps()

with panel(
    "Do the rates of our own export agree with the rule card?",
    "Rate per workload and month, as seen in the earnings export.",
):
    derived = session.ask(incentive_checks.DERIVED_RATES, within=scope)
    show_table(derived, key="rates", labels=EARNINGS_LABELS, empty="No earnings export with rates was imported yet.")
    terms = adoption_form() if is_admin and derived.frame.height else None
    if terms:
        adopt_rates(session.workspace(), session.ask(incentive_checks.DERIVED_RATES).frame, **terms)
        rebuild(session.workspace(), Asked(session.me(), today), current_settings())
        st.rerun()

left, right = st.columns(2)
with left, panel("Does the total reconcile?", "Reported total = sum of distinct earnings in the files, to the cent."):
    show_table(session.ask(incentive_checks.RECONCILE, within=scope), key="reconcile", labels=EARNINGS_LABELS)
with (
    right,
    panel("Which date of an earning is its usage month?", "Found by the users both files count, earning by earning."),
):
    dates = session.ask(incentive_checks.USAGE_MONTH, within=scope)
    st.markdown(usage_month_words(dates.frame, current_settings().earnings_month_column))
    show_table(dates, key="usage_month", empty="No earnings export with users was imported yet.")


@st.fragment
def unmatched() -> None:
    chosen = None
    with panel(
        "Which earnings match nothing we know?",
        "Unknown claim or tenant: kept, listed, counted in the total. Select a row to open its customer, if there is one.",
    ):
        chosen = long_table(UNMATCHED, *session.paged(incentive_checks.UNMATCHED, within=scope))
        if chosen and chosen["unmatched_by"] == "tenant":
            st.caption("No usage file knows this customer: there is nothing to open.")
    if chosen and chosen["unmatched_by"] == "claim":
        open_customer(chosen["tenant_id"])


unmatched()
