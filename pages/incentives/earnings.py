"""What do we earn, does Microsoft's report agree, and what can still be disputed?"""

import streamlit as st

from components import figures
from components.cards import Kpi, kpi_row
from components.dispute_desk import raise_form, settle_form
from components.incentive_words import causes_in_words, money_waterfall, units_waterfall
from components.panel import panel, show, show_table
from components.reading import summed
from components.target_desk import target_form
from data_access import disputes, incentive_checks, incentives, targets
from data_access.importing.asked import Asked
from data_access.importing.run import rebuild
from data_access.rate_adoption import adopt_rates
from data_access.settings import current_settings
from domain.scope import Role
from pages import session

DIFFERENCES = (
    "name",
    "workload",
    "month",
    "expected_usd",
    "reported_usd",
    "difference_usd",
    "cause",
    "refusal_codes",
    "days_left",
    "claim_id",
    "account_manager",
)

scope, today = session.scope(), session.today()
is_admin = session.me().role is Role.INCENTIVES_ADMIN
st.title("Earnings", anchor=False)

months = session.ask(incentives.BY_MONTH, within=scope)
differences = session.ask(incentive_checks.DIFFERENCES, within=scope, today=today)
kpi_row(
    [
        Kpi("reported_usd", summed(months.frame, "reported_usd"), of="by Microsoft, in the months shown"),
        Kpi("payable_usd", summed(months.frame, "estimated_usd"), of="by the rules in force"),
        Kpi("difference_usd", summed(differences.frame, "difference_usd"), of="reported less expected"),
    ]
)
if months.frame["is_illustrative"].any():
    st.caption(":material/science: Estimates rest on an illustrative rule card. Reported amounts are Microsoft's own.")

steps = session.ask(incentives.WATERFALL, within=scope)
left, right = st.columns(2)
with left, panel("How many users become eligible units?", "Workload users of the months shown, not people."):
    show(
        session.view(steps, units_waterfall(steps.frame), "units"),
        figures.money_waterfall,
        key="units",
        metric="new_units",
    )
with right, panel("What do they pay?", "At the rate, within the caps (estimate); adds up to the cent."):
    show(session.view(steps, money_waterfall(steps.frame), "money"), figures.money_waterfall, key="money")

with panel(
    "How do estimate and report develop?",
    "Reported solid, estimated dashed; earnings of a month appear by the 16th of the next.",
):
    show(months, figures.outlook, key="earnings_months", metric="reported_usd", forecast="estimated_usd")

with panel("What is earned, upcoming and paid?", "By payment status, in the original currency and in USD (reported)."):
    show_table(session.ask(incentives.BY_STATUS, within=scope), key="status")

with panel(
    "Where do estimate and report differ?", "Each difference with its cause; a month can be disputed for 90 days."
):
    causes = session.ask(incentive_checks.CAUSES_OF_DIFFERENCES, within=scope)
    show_table(session.view(causes, causes_in_words(causes.frame), "words"), key="causes")
    show_table(
        session.view(differences, causes_in_words(differences.frame), "words"), key="differences", columns=DIFFERENCES
    )

with panel("What did we dispute?", "Kept beside the imports: a new export changes nothing here."):
    known = session.ask(disputes.DISPUTES, within=scope)
    show_table(known, key="disputes", empty="Nothing was disputed in these months.")
    if session.me().role is not Role.EXECUTIVE:
        raised = raise_form(differences.frame, today)
        if raised:
            disputes.raise_dispute(session.desk(), **raised)
            st.rerun()
        settled = settle_form(known.frame, today)
        if settled:
            disputes.settle_dispute(session.desk(), **settled)
            st.rerun()

with panel("How near are the targets?", "Per fiscal quarter: the whole partner, a team or an account manager."):
    show_table(
        session.ask(targets.AGAINST_TARGETS, within=scope), key="targets", empty="No target is set for these months."
    )
    wanted = target_form(session.scope_options().managers, targets.KINDS, today) if is_admin else None
    if wanted:
        targets.save_targets(session.desk(), [targets.Target(**wanted)])
        st.rerun()

with panel("Which caps are nearly used?", "Balance = cap less what was earned under it (estimate)."):
    show_table(session.ask(incentives.CAPS, within=scope), key="caps")

with panel(
    "Do the rates of our own export agree with the rule card?",
    "Rate per workload and month, as seen in the earnings export.",
):
    derived = session.ask(incentive_checks.DERIVED_RATES, within=scope)
    show_table(derived, key="rates", empty="No earnings export with rates was imported yet.")
    if is_admin and derived.frame.height and st.button("Adopt the export's rates", icon=":material/price_check:"):
        adopt_rates(session.workspace(), session.ask(incentive_checks.DERIVED_RATES).frame)
        rebuild(session.workspace(), Asked(session.me(), today), current_settings())
        st.rerun()

left, right = st.columns(2)
with left, panel("Does the total reconcile?", "Reported total = sum of distinct earnings in the files, to the cent."):
    show_table(session.ask(incentive_checks.RECONCILE, within=scope), key="reconcile")
with (
    right,
    panel("Which earnings match nothing we know?", "Unknown claim or tenant: kept, listed, counted in the total."),
):
    show_table(session.ask(incentive_checks.UNMATCHED, within=scope), key="unmatched", empty="Every earning matches.")
