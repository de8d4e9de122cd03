"""What must the association form know while it is filled in: the saved form, the tenant's standing, what stands against?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from pydantic import ValidationError

from data_access.associations import CONFLICTS_FACTS, REGISTER
from data_access.claim_watch import tenant_facts
from data_access.claimable import STANDING
from data_access.organisation import organisation
from data_access.registry import Desk
from data_access.registry.filing import domain_refusal
from data_access.warehouse import Warehouse
from domain.claim_concerns import Alert, TenantFacts
from domain.claim_fields import domain_name, tenant_id
from domain.claim_form import ROLES, SolutionArea, WorkloadsStep
from domain.claim_radar import before_filing
from domain.claim_states import State
from domain.organisation import EnrolmentStatus, Organisation, filing_refusal
from domain.scope import Scope

BLANK: Mapping[str, Any] = {
    "solution_area": str(SolutionArea.MODERN_WORK_AND_SECURITY),
    "role": ROLES[SolutionArea.MODERN_WORK_AND_SECURITY][0],
}
"""Where a form begins: the area that has workloads, with its one role."""


@dataclass(frozen=True, slots=True)
class Workbench:
    """The surroundings of one form. `tenant` is None while the form names no valid one."""

    locations: dict[str, str]
    tenant: str | None
    is_known: bool
    standing: pl.DataFrame
    renewable: dict[str, str]
    location_refusal: str | None
    domain_refusal: str | None
    alerts: tuple[Alert, ...]

    @property
    def refusals(self) -> tuple[str, ...]:
        return tuple(each for each in (self.location_refusal, self.domain_refusal) if each)


def workbench(desk: Desk, door: Warehouse, form_id: str, values: dict[str, Any]) -> Workbench:
    """Everything beside the fields themselves, for values as typed."""
    ours = organisation(desk.workspace)
    location_id = str(values.get("location_id") or "")
    tenant, domain = _checked(tenant_id, values.get("tenant_id")), _checked(domain_name, values.get("domain"))
    within = Scope(tenant=tenant or "00000000-0000-0000-0000-000000000000")
    claims = door.ask(REGISTER, viewer=desk.viewer, scope=within).frame
    approved = claims.filter(pl.col("state") == State.APPROVED)
    return Workbench(
        _named(ours),
        tenant,
        bool(tenant and desk.customer_of(tenant)),
        door.ask(STANDING, viewer=desk.viewer, scope=within).frame,
        {row["claim_id"]: f"{row['claim_id']}: {row['claim_name']}" for row in approved.iter_rows(named=True)},
        filing_refusal(ours.location(location_id), location_id, desk.today) if location_id else None,
        domain_refusal(desk, tenant, domain, bool(values.get("is_domain_confirmed"))) if tenant and domain else None,
        _alerts(desk, door, form_id, values, within) if tenant else (),
    )


def _alerts(desk: Desk, door: Warehouse, form_id: str, values: dict[str, Any], within: Scope) -> tuple[Alert, ...]:
    try:
        claimed = WorkloadsStep.model_validate(values).claimed
    except ValidationError:
        claimed = ()
    frame = door.ask(CONFLICTS_FACTS, viewer=desk.viewer, scope=within).frame
    facts = next((each for _, _, each in tenant_facts(frame)), TenantFacts())
    location = str(values.get("location_id") or "") or None
    renewed = str(values.get("renewal_of") or "") or None
    return before_filing(form_id, claimed, location, facts, desk.today, desk.windows, renewed)


def location_names(desk: Desk) -> dict[str, str]:
    """PartnerID to what a choice shows; the enrolment in words where it is missing."""
    return _named(organisation(desk.workspace))


def prefilled(desk: Desk, tenant: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields a known customer fills: tenant, domain, a name for the claim, and the location if only one can file."""
    known = desk.customer_of(tenant)
    if known is None:
        return {"tenant_id": tenant}
    found: dict[str, Any] = {"tenant_id": tenant, "domain": known.domain or "", "is_domain_confirmed": False}
    if not values.get("claim_name"):
        found["claim_name"] = known.name or tenant
    able = [
        each.location_id
        for each in organisation(desk.workspace).locations
        if filing_refusal(each, each.location_id, desk.today) is None
    ]
    if not values.get("location_id") and len(able) == 1:
        found["location_id"] = able[0]
    return found


def _checked(check: Any, typed: object) -> str | None:
    try:
        return str(check(str(typed or "").strip()))
    except ValueError:
        return None


def _named(ours: Organisation) -> dict[str, str]:
    return {
        each.location_id: f"{each.name} ({each.location_id}, {each.country})"
        + ("" if each.status is EnrolmentStatus.ENROLLED else f", {each.status}")
        for each in ours.locations
    }
