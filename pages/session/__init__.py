"""Who looks, through which door, at which scope? What every page needs and none should work out for itself.

A package and not a file: Streamlit would serve a flat pages/session.py at an address of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from components.paged_table import TablePage
from components.scope_bar import ScopeOptions
from data_access import catalogue, imports
from data_access.claim_watch import desk_for, needs_action
from data_access.contract import Question
from data_access.forecasts.store import is_being_made, served
from data_access.registry import Desk
from data_access.registry.settings import claim_settings
from data_access.warehouse import Answer
from domain.errors import InsightsError, Unavailable
from domain.periods import comparison
from domain.scope import Role, Scope, Viewer
from pages import LANDING
from pages.session.entrance import ask, door, import_target, is_sample, me, today, viewer, workspace

__all__ = [
    "ask",
    "badges",
    "before",
    "desk",
    "door",
    "find_customers",
    "forecast_state",
    "freshness",
    "import_target",
    "is_sample",
    "landing",
    "me",
    "paged",
    "scope",
    "scope_options",
    "today",
    "unknown_workloads",
    "use",
    "view",
    "view_as",
    "viewer",
    "workspace",
]

_SCOPE = "_scope"


def unknown_workloads() -> list[str]:
    """Workload names of the files that nobody has named yet."""
    try:
        return ask(imports.UNKNOWN_WORKLOADS).frame["workload"].to_list()
    except Unavailable:
        return []


def view_as() -> Mapping[str, str]:
    """Whom one may look as in the sample: code to label. Empty in a real workspace: there the settings decide."""
    if not is_sample():
        return {}
    admin = Viewer("local-admin", Role.INCENTIVES_ADMIN)
    choices = {"admin": "Incentives admin", "executive": "Executive"}
    try:
        frame = door().ask(catalogue.PEOPLE, viewer=admin).frame
    except InsightsError:
        return choices
    for row in frame.iter_rows(named=True):
        if row["kind"] == "team":
            choices[f"team:{row['value']}"] = f"Sales lead, {row['label']}"
        else:
            choices[f"manager:{row['value']}"] = f"Account manager {row['label']}"
    return choices


def landing(who: Viewer) -> str:
    return LANDING.get(who.role, "summary/executive")


def badges(who: Viewer) -> Mapping[str, int]:
    """How much waits on a page, by path."""
    try:
        waiting = needs_action(door(), who, today(), claim_settings()).frame.height
    except InsightsError:
        return {}
    return {"associations/register": waiting}


def freshness() -> pl.DataFrame:
    """One row a usage source; empty before the first import. Late: behind the others, or past its expected day."""
    try:
        frame = ask(imports.FRESHNESS).frame
    except Unavailable:
        return pl.DataFrame()
    overdue = pl.col("next_expected_on") < pl.lit(today())
    return frame.filter(~pl.col("is_stopped")).with_columns((pl.col("is_late") | overdue).alias("is_late"))


def scope_options() -> ScopeOptions:
    """What the scope bar offers this viewer."""
    try:
        frame = ask(catalogue.OPTIONS).frame
    except Unavailable:
        return ScopeOptions()
    named: dict[str, dict[str, str]] = {}
    for kind, value, label in frame.iter_rows():
        named.setdefault(kind, {})[value] = label
    months = sorted(date.fromisoformat(month) for month in named.get("month", {}))
    return ScopeOptions(
        first_month=months[0] if months else None,
        last_month=months[-1] if months else None,
        workloads=named.get("workload", {}),
        segments=list(named.get("segment", {})),
        countries=list(named.get("country", {})),
        managers=named.get("account_manager", {}),
        locations=named.get("location", {}),
    )


def find_customers(typed: str) -> list[tuple[str, str]]:
    """(tenant_id, label) of the customers that match, best first."""
    frame = ask(catalogue.CUSTOMERS, search=typed).frame
    return [(tenant, f"{name} ({domain})" if domain else name) for tenant, name, domain in frame.head(8).iter_rows()]


def use(scope: Scope) -> None:
    st.session_state[_SCOPE] = scope


def scope() -> Scope:
    """What the scope bar chose in this run."""
    found = st.session_state.get(_SCOPE)
    return found if isinstance(found, Scope) else Scope()


def before(chosen: Scope) -> Scope | None:
    """The same scope in the months to compare with; None when nothing is compared."""
    if chosen.start is None or chosen.end_before is None:
        return None
    months = comparison(chosen.start, chosen.end_before, chosen.compare)
    return replace(chosen, start=months[0], end_before=months[1]) if months else None


def view(answer: Answer, frame: pl.DataFrame, what: str) -> Answer:
    """A part of an answer, under a key of its own."""
    return replace(answer, frame=frame, key=f"{answer.key}/{what}")


def as_it_is(frame: pl.DataFrame) -> pl.DataFrame:
    return frame


def paged(
    question: Question, said: Callable[[pl.DataFrame], pl.DataFrame] = as_it_is, **given: Any
) -> tuple[Callable[[TablePage], Answer], Callable[[TablePage], pl.DataFrame]]:
    """A question with pages as a paged table takes it: one page of its rows, and all of them; `said` puts the frame in
    words.
    """

    def rows(page: TablePage) -> Answer:
        found = ask(question, **given, **page.asked)
        return view(found, said(found.frame), "words")

    def every_row(page: TablePage) -> pl.DataFrame:
        return said(ask(question, **given, **page.asked_whole).frame)

    return rows, every_row


def forecast_state() -> dict[str, bool]:
    """Whether a forecast is being made, whether there is any, and whether it stands on the usage shown."""
    found = workspace()
    shown = served(found).snapshot or ""
    return {
        "is_being_made": is_being_made(found),
        "is_there": bool(shown),
        "is_current": shown.startswith(f"{found.publication().snapshot}/"),
    }


def desk() -> Desk:
    """The viewer at the registry: every write is theirs, on the workspace's day."""
    return desk_for(door(), me(), today(), claim_settings())
