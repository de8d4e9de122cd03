"""Which step is next for every customer's workload, what is it worth, and what stands in the way?"""

import polars as pl
import streamlit as st

from components import figures
from components.forecast_words import TRACK_LABELS, expected, forecast_state
from components.incentive_words import STEP_GROUPS, blockers_in_words, families_note, funnel_rows
from components.links import open_customer
from components.long_table import long_table
from components.money_tables import HEADROOM, LADDER
from components.paged_table import to_first_page
from components.panel import panel, show, show_table
from components.what_if import CHANGE_COLUMNS, CHANGE_LABELS, changed_customers, scenario_form, whole_change
from components.words import plain
from data_access import incentive_ladder, incentives, portfolio
from data_access.forecasts import questions as forecasts
from pages import session

MOST_CUSTOMERS = 1000

scope = session.scope()
st.title("Milestones and headroom", anchor=False)

rules = session.ask(incentives.RULES)
if rules.frame.filter(pl.col("is_illustrative")).height:
    st.caption(
        ":material/science: Amounts rest on an illustrative rule card: Microsoft's rates are not public. "
        "Adopt the rates of your own earnings export on the earnings page, or add a rule set of your own."
    )
note = families_note(rules.frame)
if note:
    st.caption(f":material/info: {note}")

funnel = session.ask(incentive_ladder.FUNNEL, within=scope)
with panel(
    "How many workloads stand on, just under and far from each step?",
    "Customer workloads under milestone rules, by step in % of PAU.",
):
    show(
        session.view(funnel, funnel_rows(funnel.frame), "bars"),
        figures.state_bars,
        key="funnel",
        count="workloads_count",
    )


def nearest_in_words(frame: pl.DataFrame) -> pl.DataFrame:
    return expected(blockers_in_words(frame))


@st.fragment
def nearest() -> None:
    chosen = None
    with panel(
        "Who is next, and when?",
        "Users to the next step and what it would pay (estimate); the month it is expected, with its 10-90 % range. "
        "Select a row to open its customer.",
    ):
        forecast_state(session.forecast_state)
        group = st.segmented_control(
            "Group",
            list(STEP_GROUPS),
            default="within_10_percent",
            required=True,
            format_func=lambda code: STEP_GROUPS[code],
            key="group",
            on_change=to_first_page,
            args=("ladder",),
        )
        rows = session.paged(forecasts.LADDER, nearest_in_words, within=scope, step_group=group)
        chosen = long_table(LADDER, *rows)
    if chosen:
        open_customer(chosen["tenant_id"])


nearest()


@st.fragment
def headroom() -> None:
    chosen = None
    with panel(
        "Where is headroom under growth rules?",
        "Potential = opportunity units x rate (estimate); the cap's balance limits what is paid. "
        "Select a row to open its customer.",
    ):
        rows = session.paged(incentive_ladder.LADDER, blockers_in_words, within=scope, with_headroom=True)
        chosen = long_table(HEADROOM, *rows)
    if chosen:
        open_customer(chosen["tenant_id"])


headroom()


@st.fragment
def what_if() -> None:
    """The panel alone runs again when a change is tried out."""
    with panel("What if?", "Change rate, cap, steps and users together; nothing is saved. All amounts are estimates."):
        most = session.ask(portfolio.HEADROOM, within=scope, most=MOST_CUSTOMERS)
        customers = dict(most.frame.select("tenant_id", "name").iter_rows())
        now = session.ask(incentives.STEPS).frame.group_by("position").agg(pl.col("step").min()).sort("position")
        scenario = scenario_form(session.scope_options().workloads, customers, now["step"].to_list())
        st.markdown(f"**{plain(scenario.name)}**")
        if not scenario.changes:
            st.caption("Change something, and all customers stand here before and after, with those that gain or lose.")
            return
        for label, question, changes in (
            ("Growth rules", incentive_ladder.WHAT_IF, scenario.growth_parameters()),
            ("Milestone rules", incentive_ladder.WHAT_IF_STEPS, scenario.step_parameters()),
        ):
            answer = session.ask(question, within=scope, **changes, slice_by="customer")
            shown = {f"{label}, all customers": whole_change(answer.frame)}
            changed = changed_customers(answer.frame)
            if changed.height:
                shown[f"{label}, customers that change"] = changed
            for caption, frame in shown.items():
                st.caption(caption)
                show_table(
                    session.view(answer, frame, caption),
                    key=f"if_{caption}",
                    columns=CHANGE_COLUMNS,
                    labels=CHANGE_LABELS,
                    empty="These rules are in force for none of the workloads shown.",
                )


what_if()

with panel(
    "Which rules apply, and since when?",
    "Dated rule sets with their sources; own sets go into the data folder's programs.",
):
    show_table(rules, key="rules")

with panel(
    "How well did earlier forecasts do?",
    "Outcomes inside the 80 % band, and errors in points of paid units, beside those of “as last month”; sums of 20 too.",
):
    show_table(
        session.ask(forecasts.TRACK),
        key="track",
        labels=TRACK_LABELS,
        empty="No earlier forecast can be judged yet: it takes a year of outcomes.",
    )
