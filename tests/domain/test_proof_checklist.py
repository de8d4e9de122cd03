"""Does the check say found, not found and unsure where a careful reader would?"""

from dataclasses import replace
from datetime import date

import pytest

from domain.proof import Checklist, ClaimFacts, Override, Page, Verdict, check
from domain.workloads import earlier_and_other_names

TENANT = "3f2a1c3e-1111-4222-8333-abcdefabc001"
FACTS = ClaimFacts(
    ("Northwind Consulting GmbH", "Northwind Ltd"),
    "Contoso Ltd",
    "contoso.com",
    TENANT,
    {"EXO": earlier_and_other_names("EXO")},
    date(2026, 11, 23),
)
GOOD = f"""Proof of execution
Northwind Consulting GmbH carried out this work for Contoso Ltd (contoso.com, tenant {TENANT}).
Exchange Online was deployed to all users, with training.
Signed for the customer
Name: Jane Doe
Signature: /s/ Jane Doe
Date: 12 September 2026
"""


def verdicts(text: str, facts: ClaimFacts = FACTS, *, has_images: bool = False) -> dict[str, Verdict]:
    return {each.key: each.verdict for each in check((Page(text, has_images),), facts).findings}


def test_a_good_document_is_clear_and_quotes_its_evidence() -> None:
    found = check((Page("Cover page of the proof of execution, with a long enough text"), Page(GOOD)), FACTS)
    assert found.is_clear
    assert found.acknowledged_on == date(2026, 9, 12)
    tenant = next(each for each in found.findings if each.item == "tenant ID")
    assert (tenant.page, TENANT in tenant.quote) == (2, True)


@pytest.mark.parametrize(
    ("old", "new", "key", "verdict"),
    [
        ("Northwind Consulting GmbH", "NORTHWIND, Limited", "partner name", "found"),
        ("Northwind Consulting GmbH", "Northwind Consulting", "partner name", "found"),
        ("Northwind Consulting GmbH", "Northwind Consulting AG", "partner name", "unsure"),
        ("Northwind Consulting GmbH", "Adatum", "partner name", "not found"),
        ("Contoso Ltd", "Contoso Limited", "customer name", "found"),
        ("Contoso Ltd", "Contoso", "customer name", "unsure"),
        ("Contoso Ltd", "Contoso Energy Ltd", "customer name", "unsure"),
        ("Contoso Ltd", "Contosolar Ltd", "customer name", "not found"),
        ("contoso.com", "https://www.contoso.com/de", "customer domain", "found"),
        ("contoso.com", "mail jo@contoso.com", "customer domain", "unsure"),
        ("contoso.com", "mail.contoso.com", "customer domain", "unsure"),
        ("contoso.com", "contoso.com.evil.example", "customer domain", "not found"),
        ("contoso.com", "notcontoso.com", "customer domain", "not found"),
        (TENANT, TENANT.upper(), "tenant ID", "found"),
        (TENANT, f"{TENANT[:20]}\n{TENANT[20:]}", "tenant ID", "found"),
        (TENANT, TENANT.replace("-", "–"), "tenant ID", "found"),
        (TENANT, f"{TENANT[:-1]}2", "tenant ID", "not found"),
        (TENANT, f"{TENANT}9", "tenant ID", "not found"),
        ("Exchange Online was", "Exchange was", "workload: EXO", "found"),
        ("Exchange Online was", "An exchange of data was", "workload: EXO", "not found"),
        ("Exchange Online was", "Not included: Exchange Online. It was", "workload: EXO", "unsure"),
        ("Exchange Online was", "Skype was", "workload: EXO", "not found"),
        ("was deployed to all users, with training", "", "activities", "not found"),
        ("Date: 12 September 2026", "Date: 23 November 2025", "acknowledgement date", "found"),
        ("Date: 12 September 2026", "Date: 22 November 2025", "acknowledgement date", "not found"),
        ("Date: 12 September 2026", "Date: 03/04/2026", "acknowledgement date", "unsure"),
        ("Date: 12 September 2026", "Date: 03/04/2019", "acknowledgement date", "not found"),
        ("Date: 12 September 2026", "Date: 24 November 2026", "acknowledgement date", "unsure"),
        ("Date: 12 September 2026", "Date: ____", "acknowledgement date", "not found"),
        ("Signature: /s/ Jane Doe", "Signature: ______", "customer signature", "not found"),
        ("Signature: /s/ Jane Doe", "Signature: [sign here]", "customer signature", "not found"),
        ("Signature: /s/ Jane Doe", "Kind regards", "customer signature", "not found"),
        ("Signed for the customer", "Signed for the partner", "customer signature", "not found"),
        ("Signed for the customer", "Confirmed", "customer signature", "unsure"),
    ],
)
def test_each_point_is_judged_by_what_is_written(old: str, new: str, key: str, verdict: str) -> None:
    assert old in GOOD
    assert verdicts(GOOD.replace(old, new))[key] == verdict


def test_a_workload_inside_a_longer_name_is_another_workload() -> None:
    facts = replace(FACTS, workloads={"TEAMS": earlier_and_other_names("TEAMS")})
    assert verdicts(GOOD.replace("Exchange Online", "Teams Phone"), facts)["workload: TEAMS"] is Verdict.NOT_FOUND
    assert verdicts(GOOD.replace("Exchange Online", "Microsoft Teams"), facts)["workload: TEAMS"] is Verdict.FOUND
    assert verdicts(GOOD.replace("Exchange Online", "The project teams"), facts)["workload: TEAMS"] is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("code", "spelling"), [("AADP", "Azure AD Premium"), ("PROPLUS", "Office 365 ProPlus"), ("MDI", "AATP")]
)
def test_a_workload_goes_by_any_of_its_names(code: str, spelling: str) -> None:
    facts = replace(FACTS, workloads={code: earlier_and_other_names(code)})
    assert verdicts(GOOD.replace("Exchange Online", spelling), facts)[f"workload: {code}"] is Verdict.FOUND


def test_a_handwritten_signature_is_left_to_the_eye() -> None:
    text = GOOD.replace("Signature: /s/ Jane Doe", "Signature: ____")
    assert verdicts(text, has_images=True)["customer signature"] is Verdict.UNSURE


def test_a_scan_cannot_be_checked() -> None:
    scanned = check((Page("", has_images=True),), FACTS)
    assert not scanned.can_be_read
    assert {each.verdict for each in scanned.findings} == {Verdict.UNSURE}
    assert "confirm by eye" in scanned.findings[0].why


def test_nothing_is_missing_for_sure_while_a_page_cannot_be_read() -> None:
    found = check((Page(GOOD.replace("contoso.com", "-")), Page("", has_images=True)), FACTS)
    domain = next(each for each in found.findings if each.item == "customer domain")
    assert domain.verdict is Verdict.UNSURE
    assert "page without readable text" in domain.why


def test_the_disclosure_is_asked_for_only_where_it_applies() -> None:
    public = replace(FACTS, needs_disclosure=True)
    told = GOOD + "Public sector disclosure: we may receive incentives from Microsoft for this work.\n"
    assert "public-sector disclosure" not in verdicts(GOOD)
    assert verdicts(GOOD, public)["public-sector disclosure"] is Verdict.NOT_FOUND
    assert verdicts(told, public)["public-sector disclosure"] is Verdict.FOUND


def test_an_unknown_partner_name_is_unsure_and_says_where_to_add_it() -> None:
    found = check((Page(GOOD),), replace(FACTS, partner_names=()))
    assert (found.findings[0].verdict, "organisation page" in found.findings[0].why) == (Verdict.UNSURE, True)


def test_two_tenants_in_one_document_are_unsure() -> None:
    text = GOOD + "Tenant ID: 9f2a1c3e-1111-4222-8333-abcdefabc009\n"
    assert verdicts(text)["tenant ID"] is Verdict.UNSURE


def test_an_override_counts_but_what_was_found_stays() -> None:
    found: Checklist = check((Page(GOOD.replace("contoso.com", "-")),), FACTS)
    assert [each.key for each in found.open_findings] == ["customer domain"]
    judged = found.with_overrides((Override("customer domain", Verdict.FOUND, "on page 3, handwritten", "ida"),))
    assert judged.is_clear
    assert next(each for each in judged.findings if each.key == "customer domain").verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    "filler",
    [
        "Teams Phone ",
        "a" * 12,
        "sign here ",
        "Contoso Ltd Signature: ",
        "Not included: Exchange Online\n",
        "01/02/2026 ",
    ],
)
def test_a_long_hostile_text_is_read_to_its_end(filler: str) -> None:
    text = filler * (200_000 // len(filler))
    assert verdicts(f"{text}\n{GOOD}")["tenant ID"] is Verdict.FOUND
