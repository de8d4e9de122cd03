"""What would change, if the rules or the users were others? A form whose every answer carries the scenario's name."""

from collections.abc import Mapping

import streamlit as st

from domain.incentive_scenarios import Scenario


def scenario_form(workloads: Mapping[str, str]) -> Scenario:
    """Rate, cap, a step, more users, on one workload or all. Nothing is saved."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rate = st.number_input("Rate changes by %", value=0, min_value=-100, max_value=500, step=5, key="if_rate")
        cap = st.number_input(
            "Another cap (USD)", value=None, min_value=0.0, step=500.0, key="if_cap", placeholder="as is"
        )
        users = st.number_input("More users per workload", value=0, min_value=0, step=10, key="if_users")
        workload = st.selectbox(
            "Only this workload",
            [None, *workloads],
            format_func=lambda code: "All workloads" if code is None else workloads[code],
            key="if_workload",
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        position = st.selectbox("Milestone step", [None, 1, 2, 3], format_func=_step, key="if_position")
        step = st.number_input(
            "at % of PAU", value=None, min_value=1, max_value=100, key="if_step", placeholder="as is"
        )
    return Scenario(
        rate_factor=1 + rate / 100,
        cap_usd=cap,
        position=position if step else None,
        step=step if position else None,
        plus_users=users,
        only_workload=workload,
    )


def _step(position: int | None) -> str:
    return "as is" if position is None else {1: "lowest step", 2: "second step", 3: "third step"}[position]
