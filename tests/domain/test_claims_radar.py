"""Does the radar say what could go wrong, with what to do, and does only an enrolled location file?"""

from datetime import date

import pytest

from domain.claim_alerts import after_filing
from domain.claim_concerns import Concern, KnownClaim, TenantFacts
from domain.claim_radar import before_filing
from domain.claim_states import State
from domain.claim_windows import ClaimWindows
from domain.organisation import EnrolmentStatus, Location, filing_refusal

TODAY = date(2026, 11, 23)
WINDOWS = ClaimWindows()


def concerns(facts: TenantFacts, renewal_of: str | None = None) -> list[tuple[Concern, bool]]:
    found = before_filing("form-1", ("EXO",), "4711", facts, TODAY, WINDOWS, renewal_of)
    return [(alert.concern, alert.is_blocking) for alert in found]


@pytest.mark.parametrize(
    ("known", "concern"),
    [
        (KnownClaim("form-2", "EXO", None, "4711"), (Concern.OWN_DRAFT, False)),
        (KnownClaim("C1", "EXO", State.APPROVED, "4711"), (Concern.OWN_CLAIM, True)),
        (KnownClaim("C1", "EXO", State.UNDER_REVIEW, "9999"), (Concern.OTHER_LOCATION, True)),
        (KnownClaim("C1", "EXO", State.REJECTED, "4711", date(2026, 10, 24)), (Concern.RECENTLY_REJECTED, True)),
    ],
)
def test_own_claims_on_the_same_workload(known: KnownClaim, concern: tuple[Concern, bool]) -> None:
    assert concerns(TenantFacts((known,))) == [concern]


@pytest.mark.parametrize(
    "known",
    [
        KnownClaim("C1", "SPO", State.APPROVED, "4711"),
        KnownClaim("form-1", "EXO", None, "4711"),
        KnownClaim("C1", "EXO", State.REJECTED, "4711", date(2026, 10, 23)),
        KnownClaim("C1", "EXO", State.REJECTED_FINAL, "4711", TODAY),
    ],
)
def test_what_does_not_conflict(known: KnownClaim) -> None:
    assert concerns(TenantFacts((known,))) == []


def test_a_renewal_of_an_approved_claim_is_no_conflict() -> None:
    first = KnownClaim("C1", "EXO", State.APPROVED, "4711")
    assert concerns(TenantFacts((first,)), renewal_of="C1") == []
    pending = KnownClaim("C2", "EXO", State.SUBMITTED, "4711", renewal_of="C1")
    assert concerns(TenantFacts((first, pending)), renewal_of="C1") == [(Concern.OWN_CLAIM, True)]


def test_rivals_and_small_tenants_warn_without_blocking() -> None:
    facts = TenantFacts(licences_count=149, rivals=(("EXO", "Rival Ltd"), ("SPO", "Other")))
    assert concerns(facts) == [(Concern.KNOWN_RIVAL, False), (Concern.SMALL_TENANT, False)]
    assert concerns(TenantFacts(licences_count=150)) == []
    assert concerns(TenantFacts(licences_count=None)) == []


@pytest.mark.parametrize(
    ("signed_on", "expected"),
    [
        (date(2025, 11, 22), [Concern.POE_OLD]),
        (date(2025, 11, 23), [Concern.POE_AGEING]),
        (date(2026, 1, 7), [Concern.POE_AGEING]),
        (date(2026, 1, 8), []),
        (None, []),
    ],
)
def test_proof_grows_old(signed_on: date | None, expected: list[Concern]) -> None:
    known = KnownClaim("C1", "EXO", State.APPROVED, "4711", date(2026, 1, 20), acknowledged_on=signed_on)
    assert [alert.concern for alert in after_filing(TenantFacts((known,)), TODAY, WINDOWS)] == expected


def test_a_renewed_claims_old_proof_no_longer_warns() -> None:
    old = KnownClaim("C1", "EXO", State.APPROVED, "4711", date(2025, 1, 2), acknowledged_on=date(2024, 12, 1))
    new = KnownClaim(
        "C2", "EXO", State.APPROVED, "4711", date(2026, 8, 2), acknowledged_on=date(2026, 7, 1), renewal_of="C1"
    )
    assert after_filing(TenantFacts((old, new)), TODAY, WINDOWS) == ()


def test_a_notice_and_an_unseen_approval_are_said() -> None:
    fresh = KnownClaim("C1", "EXO", State.APPROVED, "4711", date(2026, 11, 20))
    assert [alert.concern for alert in after_filing(TenantFacts((fresh,)), TODAY, WINDOWS)] == [Concern.NOTICE_RUNNING]
    unseen = KnownClaim(
        "C1", "EXO", State.APPROVED, "4711", date(2026, 9, 3), approved_on=date(2026, 9, 3), is_in_usage=False
    )
    alerts = after_filing(TenantFacts((unseen,)), TODAY, WINDOWS)
    assert [alert.concern for alert in alerts] == [Concern.NOT_IN_USAGE]
    assert "expected by 20 Oct 2026" in alerts[0].sentence
    assert after_filing(TenantFacts((unseen,)), date(2026, 10, 20), WINDOWS) == ()


def test_a_form_on_what_is_claimed_already_is_said_and_two_forms_once() -> None:
    held = KnownClaim("CLM-1", "EXO", State.UNDER_REVIEW, "4711")
    forms = [KnownClaim(f"form-{number}", "EXO", None, None) for number in (1, 2)]
    said = [alert.sentence for alert in after_filing(TenantFacts((held, forms[0])), TODAY, WINDOWS)]
    assert said == ["The unfiled form form-1 names Exchange Online, which CLM-1 (Under review) holds."]
    said = [alert.sentence for alert in after_filing(TenantFacts(tuple(forms)), TODAY, WINDOWS)]
    assert said == ["Two unfiled forms (form-1 and form-2) name Exchange Online for this tenant."]
    apart = (KnownClaim("CLM-1", "EXO", State.REJECTED, "4711"), KnownClaim("form-3", "SPO", None, None), forms[0])
    assert after_filing(TenantFacts(apart), TODAY, WINDOWS) == ()


@pytest.mark.parametrize("status", list(EnrolmentStatus), ids=str)
def test_only_an_enrolled_location_files_and_the_others_are_told_what_to_do(status: EnrolmentStatus) -> None:
    location = Location(location_id="4711", name="Berlin", country="de", currency="eur", status=status)
    refused = filing_refusal(location, "4711", TODAY)
    if status is EnrolmentStatus.ENROLLED:
        assert refused is None
    else:
        assert refused is not None
        assert f"'{status}'" in refused
        assert refused.endswith("Then update the organisation page.")


def test_an_enrolment_has_its_dates() -> None:
    base = Location(
        location_id="4711",
        name="Berlin",
        country="DE",
        currency="EUR",
        status=EnrolmentStatus.ENROLLED,
        enrolled_on=date(2026, 7, 1),
        enrolled_before=date(2027, 7, 1),
    )
    assert filing_refusal(base, "4711", date(2027, 6, 30)) is None
    assert "ended before 01 Jul 2027" in (filing_refusal(base, "4711", date(2027, 7, 1)) or "")
    assert "before its enrolment starts" in (filing_refusal(base, "4711", date(2026, 6, 30)) or "")
    assert "not on the organisation page" in (filing_refusal(None, "1", TODAY) or "")
