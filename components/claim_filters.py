"""Which part of the register is meant? Choices that stand in the address, and a search that does not."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
import streamlit as st

from domain.claim_states import State

VIEWS = {"board": "Board", "table": "Table"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the filters say. Empty means all."""

    view: str
    search: str
    states: tuple[str, ...]
    locations: tuple[str, ...]
    is_waiting: bool


def claim_filters(locations: Mapping[str, str]) -> Chosen:
    """Draw the row of filters. `locations`: PartnerID to its name."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="claim_filters"):
        view = st.segmented_control(
            "View",
            list(VIEWS),
            default="board",
            required=True,
            format_func=lambda code: VIEWS[code],
            key="view",
            bind="query-params",
        )
        search = st.text_input(
            "Search",
            key="claim_search",
            type="search",
            live="300ms",
            placeholder="Customer, claim or number",
            width=230,
        )
        states = st.multiselect(
            "State", [str(state) for state in State], key="states", bind="query-params", placeholder="All", width=260
        )
        places = st.multiselect(
            "Location",
            sorted(locations),
            key="partner_ids",
            bind="query-params",
            placeholder="All",
            width=200,
            help="; ".join(f"{code}: {name}" for code, name in sorted(locations.items())),
        )
        is_waiting = st.toggle("Needs us", key="waiting", bind="query-params")
    return Chosen(str(view), (search or "").strip().casefold(), tuple(states), tuple(places), is_waiting)


def narrowed(claims: pl.DataFrame, chosen: Chosen) -> pl.DataFrame:
    """The claims that match. Frame: associations/register with clocks."""
    if chosen.states:
        claims = claims.filter(pl.col("state").is_in(chosen.states))
    if chosen.locations:
        claims = claims.filter(pl.col("location_id").is_in(chosen.locations))
    if chosen.is_waiting:
        claims = claims.filter("needs_us")
    if chosen.search:
        names = ("claim_id", "customer_name", "claim_name", "tenant_id", "claim_number", "domain")
        hits = [
            pl.col(name).fill_null("").str.to_lowercase().str.contains(chosen.search, literal=True) for name in names
        ]
        claims = claims.filter(pl.any_horizontal(hits))
    return claims
