"""What can be of concern about a claim, and what must be known of a tenant to tell?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.claim_states import State
from domain.claim_windows import ClaimWindows
from domain.workloads import workload_name


class Concern(StrEnum):
    """What the radar looks for."""

    OWN_DRAFT = "own draft"
    OWN_CLAIM = "own claim"
    OTHER_LOCATION = "other location"
    KNOWN_RIVAL = "known rival"
    RECENTLY_REJECTED = "recently rejected"
    POE_OLD = "POE too old"
    POE_AGEING = "POE ageing"
    NOTICE_RUNNING = "customer notice running"
    SMALL_TENANT = "small tenant"
    NOT_IN_USAGE = "not in usage"


@dataclass(frozen=True, slots=True)
class Alert:
    """One concern in a sentence, what to do about it, and whether it stops a claim from being filed."""

    concern: Concern
    workload: str | None
    sentence: str
    action: str
    is_blocking: bool = False


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A draft (state None, `claim_id` = its form) or claim of ours on one tenant and workload."""

    claim_id: str
    workload: str
    state: State | None
    location_id: str | None
    since_on: date | None = None
    acknowledged_on: date | None = None
    renewal_of: str | None = None
    approved_on: date | None = None
    is_in_usage: bool | None = None
    was_disputed: bool = False


@dataclass(frozen=True, slots=True)
class TenantFacts:
    """What is known of one tenant. `licences_count` None = unknown; `rivals`: workload -> partner's name."""

    claims: tuple[KnownClaim, ...] = ()
    licences_count: int | None = None
    rivals: tuple[tuple[str, str], ...] = ()


def rival_alert(workload: str, partner: str) -> Alert:
    """Another partner is known to hold a workload."""
    return Alert(
        Concern.KNOWN_RIVAL,
        workload,
        f"{partner} is known to hold {workload_name(workload)} at this tenant.",
        "A second claim goes to arbitration over both POEs: make sure ours is the more recent one.",
    )


def size_alerts(facts: TenantFacts, windows: ClaimWindows) -> list[Alert]:
    """The tenant is under the line from which it may earn, where its size is known."""
    if facts.licences_count is None or facts.licences_count >= windows.minimum_licences:
        return []
    return [
        Alert(
            Concern.SMALL_TENANT,
            None,
            f"The tenant has {facts.licences_count:,} paid licences, under {windows.minimum_licences:,}.",
            "It may count for recognition but not earn: check the program guide in force.",
        )
    ]
