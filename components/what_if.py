"""What would change, if the rules or the users were others? A form whose every answer carries the scenario's name."""

from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st

from domain.incentive_scenarios import MOST_STEPS, Scenario

CHANGE_COLUMNS = ("scenario", "name", "base_usd", "scenario_usd", "change_usd")
CHANGE_LABELS = {
    "base_usd": "By the rules (estimate)",
    "scenario_usd": "In the scenario (estimate)",
    "change_usd": "Change (estimate)",
}


def scenario_form(workloads: Mapping[str, str], customers: Mapping[str, str], steps: Sequence[int]) -> Scenario:
    """Rate, cap, every step, more users, all at once. Nothing is saved.

    `workloads` and `customers`: code to name; `steps`: the percent in force now, by position.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rate = st.number_input("Rate changes by %", value=0, min_value=-100, max_value=500, step=5, key="if_rate")
        rate_workload = _choice("of workload", workloads, "All workloads", key="if_rate_workload")
        cap = st.number_input(
            "Another cap (USD)", value=None, min_value=0.0, step=500.0, key="if_cap", placeholder="as is"
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        users = st.number_input("More users each", value=0, min_value=0, step=10, key="if_users")
        users_workload = _choice("in workload", workloads, "All workloads", key="if_users_workload")
        tenant = _choice("at customer", customers, "All customers", key="if_users_tenant")
    moved = []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for position, step in enumerate(steps[:MOST_STEPS], 1):
            label = f"Step {position} at % of PAU"
            moved.append(
                st.number_input(
                    label, value=None, min_value=1, max_value=100, key=f"if_step_{position}", placeholder=str(step)
                )
            )
    return Scenario(
        rate_factor=1 + rate / 100,
        rate_workload=rate_workload,
        cap_usd=cap,
        steps=tuple(moved),
        plus_users=users,
        users_workload=users_workload,
        users_tenant=tenant,
        users_at=customers.get(tenant, "") if tenant else "",
    )


def whole_change(frame: pl.DataFrame) -> pl.DataFrame:
    """What all customers together gain or lose. Frame of incentives/what_if or what_if_steps."""
    return frame.group_by("scenario").agg(pl.col("base_usd", "scenario_usd", "change_usd").sum())


def changed_customers(frame: pl.DataFrame) -> pl.DataFrame:
    """The customers that gain or lose, the most gained first."""
    named = frame.filter(pl.col("tenant_id").is_not_null() & (pl.col("change_usd") != 0))
    return named.sort("change_usd", "name", descending=[True, False])


def _choice(label: str, options: Mapping[str, str], everywhere: str, *, key: str) -> str | None:
    return st.selectbox(
        label,
        [None, *options],
        format_func=lambda code: everywhere if code is None else options[code],
        key=key,
    )
