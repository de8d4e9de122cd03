"""What stands against filing a form: our own claims and forms, another location, a rival, a small tenant?"""

from datetime import date, timedelta

from domain.claim_concerns import Alert, Concern, KnownClaim, TenantFacts, rival_alert, size_alerts
from domain.claim_states import State
from domain.claim_windows import ClaimWindows
from domain.workloads import workload_name


def before_filing(
    form_id: str,
    workloads: tuple[str, ...],
    location_id: str | None,
    facts: TenantFacts,
    today: date,
    windows: ClaimWindows,
    renewal_of: str | None = None,
) -> tuple[Alert, ...]:
    """The alerts for a form about to be filed on these workloads, blocking ones first."""
    alerts = [
        alert
        for known in facts.claims
        if known.workload in workloads
        and known.claim_id not in (form_id, renewal_of)
        and (alert := _against(known, location_id, today, windows, renewal_of)) is not None
    ]
    alerts += [rival_alert(workload, partner) for workload, partner in facts.rivals if workload in workloads]
    alerts += size_alerts(facts, windows)
    return tuple(sorted(alerts, key=lambda alert: not alert.is_blocking))


def refile_from(rejected_on: date, windows: ClaimWindows) -> date:
    """The first day on which a rejected claim's workload can be claimed anew."""
    return rejected_on + timedelta(days=windows.dispute_calendar_days + 1)


def _against(
    known: KnownClaim, location_id: str | None, today: date, windows: ClaimWindows, renewal_of: str | None
) -> Alert | None:
    name = workload_name(known.workload)
    if known.state is None:
        return Alert(
            Concern.OWN_DRAFT,
            known.workload,
            f"Another unfiled form ({known.claim_id}) names {name} for this tenant.",
            "Open that form, or remove the workload from one of the two.",
        )
    if known.state is State.REJECTED and known.since_on and today < refile_from(known.since_on, windows):
        return Alert(
            Concern.RECENTLY_REJECTED,
            known.workload,
            f"{known.claim_id} on {name} was rejected on {known.since_on:%d %b %Y}.",
            f"Dispute it, or file anew with a fresh POE from {refile_from(known.since_on, windows):%d %b %Y}.",
            is_blocking=True,
        )
    if not known.state.is_live:
        return None
    if renewal_of is not None and known.state is State.APPROVED:
        return None
    if location_id is not None and known.location_id not in (None, location_id):
        return Alert(
            Concern.OTHER_LOCATION,
            known.workload,
            f"Our location {known.location_id} holds {name} with {known.claim_id} ({known.state}).",
            "Only one claim per workload and customer counts: agree which location claims.",
            is_blocking=True,
        )
    return Alert(
        Concern.OWN_CLAIM,
        known.workload,
        f"{known.claim_id} ({known.state}) already claims {name} for this tenant.",
        "Remove the workload, or file a POE renewal of that claim.",
        is_blocking=True,
    )
