"""Who is looking, and at which part of the book of business?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a viewer may see and do; the data door and the registry enforce it."""

    ACCOUNT_MANAGER = "account-manager"
    SALES_LEAD = "sales-lead"
    EXECUTIVE = "executive"
    INCENTIVES_ADMIN = "incentives-admin"

    @property
    def sees_all_customers(self) -> bool:
        return self in (Role.EXECUTIVE, Role.INCENTIVES_ADMIN)

    @property
    def may_import(self) -> bool:
        return self is Role.INCENTIVES_ADMIN


@dataclass(frozen=True, slots=True)
class Viewer:
    """`user` is the account_manager_id of the customers file; `team` narrows a sales lead."""

    user: str
    role: Role
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What the scope bar chose. None means no narrowing; months are half-open [start, end_before)."""

    start: date | None = None
    end_before: date | None = None
    compare: str | None = None
    workloads: tuple[str, ...] | None = None
    segments: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    managers: tuple[str, ...] | None = None
    locations: tuple[str, ...] | None = None
    tenant: str | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the months is chosen."""
        chosen = (self.workloads, self.segments, self.countries, self.managers, self.locations, self.tenant)
        return any(chosen)
