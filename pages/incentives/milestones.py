"""Which step is next for every customer's workload, what is it worth, and what stands in the way?"""

import polars as pl
import streamlit as st

from components import figures
from components.incentive_words import STEP_GROUPS, blockers_in_words, funnel_rows
from components.panel import panel, show, show_table
from components.what_if import scenario_form
from data_access import incentive_ladder, incentives
from pages import session

LADDER = (
    "name",
    "workload",
    "mau",
    "pau",
    "usage_share",
    "step_reached",
    "next_step",
    "users_to_next",
    "next_value_usd",
    "band",
    "milestone_blocked_by",
    "account_manager",
    "milestone_rule_set",
)
HEADROOM = (
    "name",
    "workload",
    "mau",
    "pau",
    "usage_share",
    "prior_hwm",
    "starting_hwm",
    "opportunity_units",
    "rate",
    "max_compensable_units",
    "potential_usd",
    "cap_balance_usd",
    "growth_blocked_by",
    "claim_id",
    "rule_set",
)

scope = session.scope()
st.title("Milestones and headroom", anchor=False)

rules = session.ask(incentives.RULES)
if rules.frame.filter(pl.col("is_illustrative")).height:
    st.caption(
        ":material/science: Amounts rest on an illustrative rule card: Microsoft's rates are not public. "
        "Adopt the rates of your own earnings export on the earnings page, or add a rule set of your own."
    )

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

with panel("Who is next?", "Users to the next step and what it would pay (estimate)."):
    group = st.segmented_control(
        "Group",
        list(STEP_GROUPS),
        default="within_10_percent",
        required=True,
        format_func=lambda code: STEP_GROUPS[code],
        key="group",
    )
    nearest = session.ask(incentive_ladder.LADDER, within=scope, step_group=group)
    show_table(
        session.view(nearest, blockers_in_words(nearest.frame), "words"),
        key="ladder",
        columns=LADDER,
        empty="No workload is in this group.",
    )

with panel(
    "Where is headroom under growth rules?",
    "Potential = opportunity units x rate (estimate); the cap's balance limits what is paid.",
):
    ladder = session.ask(incentive_ladder.LADDER, within=scope)
    open_rows = ladder.frame.filter(pl.col("is_current") & (pl.col("potential_usd") > 0)).sort(
        "potential_usd", descending=True
    )
    show_table(session.view(ladder, blockers_in_words(open_rows), "headroom"), key="headroom", columns=HEADROOM)

with panel("What if?", "Change the rate, the cap, a step, or add users; nothing is saved."):
    scenario = scenario_form(session.scope_options().workloads)
    growth = session.ask(incentive_ladder.WHAT_IF, within=scope, **scenario.growth_parameters())
    steps = session.ask(incentive_ladder.WHAT_IF_STEPS, within=scope, **scenario.step_parameters())
    st.markdown(f"**{scenario.name}**")
    for label, answer in (("Growth rules, all customers", growth), ("Milestone rules, all customers", steps)):
        st.caption(label)
        show_table(answer, key=f"if_{label[:6]}", columns=("scenario", "base_usd", "scenario_usd", "change_usd"))
    by_customer = session.ask(
        incentive_ladder.WHAT_IF, within=scope, **scenario.growth_parameters(), slice_by="customer"
    )
    changed = by_customer.frame.filter(pl.col("change_usd") != 0).sort("change_usd", descending=True)
    if changed.height:
        st.caption("Growth rules, customers that change")
        show_table(
            session.view(by_customer, changed, "changed"),
            key="if_customers",
            columns=("scenario", "name", "base_usd", "scenario_usd", "change_usd"),
        )

with panel(
    "Which rules apply, and since when?",
    "Dated rule sets with their sources; own sets go into the data folder's programs.",
):
    show_table(rules, key="rules")
