"""What could go wrong with the claims we have: declined, grown old, never seen in usage?"""

from datetime import date

from domain.business_days import business_days_left, plus_business_days
from domain.claim_concerns import Alert, Concern, KnownClaim, TenantFacts, rival_alert, size_alerts
from domain.claim_states import State
from domain.claim_windows import ClaimWindows
from domain.proof.dates import months_earlier, months_later
from domain.workloads import workload_name


def after_filing(facts: TenantFacts, today: date, windows: ClaimWindows, usage_day: int = 20) -> tuple[Alert, ...]:
    """The alerts on one tenant's claims as they stand. `usage_day`: usage of a month is complete by it in the next."""
    renewed = {known.renewal_of for known in facts.claims if known.renewal_of and known.state is State.APPROVED}
    alerts: list[Alert] = []
    for known in facts.claims:
        if known.state is State.APPROVED:
            alerts += _notice(known, today, windows)
            alerts += [] if known.claim_id in renewed else _proof_age(known, today, windows)
            alerts += _unseen(known, today, usage_day)
    alerts += _named_twice(facts)
    live = {known.workload for known in facts.claims if known.state is not None and known.state.is_live}
    alerts += [rival_alert(workload, partner) for workload, partner in facts.rivals if workload in live]
    return tuple(alerts + (size_alerts(facts, windows) if live else []))


def _named_twice(facts: TenantFacts) -> list[Alert]:
    """Unfiled forms on what a live claim of ours holds, or another form names."""
    alerts = []
    for form in (known for known in facts.claims if known.state is None):
        name = workload_name(form.workload)
        same = [known for known in facts.claims if known.workload == form.workload]
        held = next((known for known in same if known.state is not None and known.state.is_live), None)
        if held is not None:
            alerts.append(
                Alert(
                    Concern.OWN_CLAIM,
                    form.workload,
                    f"The unfiled form {form.claim_id} names {name}, which {held.claim_id} ({held.state}) holds.",
                    "It can be filed only as a POE renewal of that claim: choose so, or remove the workload.",
                )
            )
        alerts += [
            Alert(
                Concern.OWN_DRAFT,
                form.workload,
                f"Two unfiled forms ({form.claim_id} and {other.claim_id}) name {name} for this tenant.",
                "Discard one, or remove the workload from it.",
            )
            for other in same
            if other.state is None and other.claim_id > form.claim_id
        ]
    return alerts


def _notice(known: KnownClaim, today: date, windows: ClaimWindows) -> list[Alert]:
    if known.since_on is None:
        return []
    last_day = plus_business_days(known.since_on, windows.notice_business_days, windows.country)
    if today > last_day:
        return []
    left = business_days_left(today, last_day, windows.country)
    return [
        Alert(
            Concern.NOTICE_RUNNING,
            known.workload,
            f"The customer may decline {known.claim_id} with notice until {last_day:%d %b %Y} ({left} business days).",
            "Tell the customer what the association is and why Microsoft mails them.",
        )
    ]


def _proof_age(known: KnownClaim, today: date, windows: ClaimWindows) -> list[Alert]:
    signed = known.acknowledged_on
    if signed is None:
        return []
    oldest = months_earlier(today, windows.poe_months)
    last_day = months_later(signed, windows.poe_months)
    if signed < oldest:
        return [
            Alert(
                Concern.POE_OLD,
                known.workload,
                f"The POE of {known.claim_id} was signed on {signed:%d %b %Y}, over {windows.poe_months} months ago.",
                "File a POE renewal: against a rival's claim the most recent POE is the one used.",
            )
        ]
    if (last_day - today).days <= windows.poe_warning_days:
        return [
            Alert(
                Concern.POE_AGEING,
                known.workload,
                f"The POE of {known.claim_id} grows older than {windows.poe_months} months after {last_day:%d %b %Y}.",
                "Have a fresh one signed.",
            )
        ]
    return []


def _unseen(known: KnownClaim, today: date, usage_day: int) -> list[Alert]:
    if known.is_in_usage is not False or known.approved_on is None:
        return []
    expected_by = months_later(known.approved_on.replace(day=1), 1).replace(day=usage_day)
    if today <= expected_by:
        return []
    return [
        Alert(
            Concern.NOT_IN_USAGE,
            known.workload,
            f"{known.claim_id} was approved on {known.approved_on:%d %b %Y} but no usage file names it yet"
            f" (expected by {expected_by:%d %b %Y}).",
            "Compare the claim in Partner Center; open a support request when it is approved there.",
        )
    ]
