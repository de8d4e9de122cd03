"""Who is writing, on which day, and for which customers may they?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import NotAllowed
from domain.scope import Role, Viewer


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """What the customers table knows of a tenant, as far as writing needs it."""

    tenant_id: str
    name: str | None
    domain: str | None
    account_manager_id: str | None
    team: str | None


def nobody_known(tenant_id: str) -> KnownCustomer | None:
    """The answer where no customers have been imported."""
    return None


def utc_now() -> datetime:
    """The time written beside events, UTC without zone."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class Desk:
    """A viewer at the registry. `customer_of` resolves ownership; `customers_with` finds tenants by domain."""

    workspace: Workspace
    viewer: Viewer
    today: date
    customer_of: Callable[[str], KnownCustomer | None] = nobody_known
    customer_with_domain: Callable[[str], KnownCustomer | None] = nobody_known
    windows: ClaimWindows = field(default_factory=ClaimWindows)
    clock: Callable[[], datetime] = utc_now

    def check_may_write(self, tenant_id: str | None) -> None:
        """`NotAllowed` unless this viewer may change what belongs to a tenant (None: no tenant is named yet)."""
        role = self.viewer.role
        if role is Role.INCENTIVES_ADMIN:
            return
        if role is Role.EXECUTIVE:
            raise NotAllowed("An executive's view is for reading. Ask an incentives admin to make this change.")
        if tenant_id is None:
            return
        customer = self.customer_of(tenant_id)
        if customer is None:
            raise NotAllowed(
                "This tenant is not among the known customers. Ask an incentives admin to add it to the customers file."
            )
        if role is Role.ACCOUNT_MANAGER and customer.account_manager_id != self.viewer.user:
            raise NotAllowed("This customer belongs to another account manager. Ask them, or an incentives admin.")
        if role is Role.SALES_LEAD and (self.viewer.team is None or customer.team != self.viewer.team):
            raise NotAllowed("This customer belongs to another team. Ask its sales lead, or an incentives admin.")

    def check_is_admin(self, what: str) -> None:
        """`NotAllowed` unless the viewer is an incentives admin; `what` completes "Only ... may"."""
        if self.viewer.role is not Role.INCENTIVES_ADMIN:
            raise NotAllowed(f"Only an incentives admin may {what}.")
