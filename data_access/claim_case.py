"""What may this viewer do with one claim, and who are its contacts?"""

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from data_access.registry import Desk, read
from data_access.registry.contacts import contacts_of
from data_access.registry.filing import Receipt, receipt_of
from data_access.registry.life import life_of
from domain.claim_states import Transition
from domain.claim_steps import allowed
from domain.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Case:
    """A claim at a viewer's desk. `refusal` says why they may only read; then nobody's personal data is given out."""

    moves: tuple[Transition, ...] = ()
    contacts: dict[str, dict[str, str]] = field(default_factory=dict)
    refusal: str | None = None


def case_of(desk: Desk, claim_id: str, form_id: str) -> Case:
    """The moves a claim's state and clocks allow today, and its contacts."""
    try:
        life = life_of(desk, claim_id)
    except NotAllowed as refused:
        return Case(refusal=refused.sentence)
    contacts = read(desk.workspace, lambda connection: contacts_of(connection, form_id))
    named = {kind: person for kind, person in contacts.items() if any(person.values())}
    return Case(allowed(life, desk.today, desk.windows), named)


def receipt_for(desk: Desk, form_id: str) -> Receipt | None:
    """The receipt of a form that was filed; None for a claim that was brought in from a list."""
    return read(desk.workspace, lambda connection: receipt_of(connection, form_id))


def alerts_of(alerts: pl.DataFrame, claim: dict[str, Any]) -> pl.DataFrame:
    """The alerts of `claim_watch.alerts` that concern one claim: its tenant, and its workloads or the whole tenant."""
    held = str(claim["workloads"] or "").split(",")
    mine = (pl.col("tenant_id") == claim["tenant_id"]) & (pl.col("workload").is_null() | pl.col("workload").is_in(held))
    others = pl.col("sentence").str.contains(r"CLM-\d+") & ~pl.col("sentence").str.contains(
        str(claim["claim_id"]), literal=True
    )
    return alerts.filter(mine & ~others)


def concerns_by_claim(alerts: pl.DataFrame, claims: pl.DataFrame) -> dict[str, int]:
    """How many alerts concern each claim of the register."""
    by_tenant = {str(key[0]): rows for key, rows in alerts.partition_by("tenant_id", as_dict=True).items()}
    return {
        row["claim_id"]: alerts_of(by_tenant[row["tenant_id"]], row).height
        for row in claims.select("claim_id", "tenant_id", "workloads").iter_rows(named=True)
        if row["tenant_id"] in by_tenant
    }
