"""Does every field of the form say what it expects?"""

from typing import Any

import pytest

from domain.claim_form import ROLES, ClaimForm, SolutionArea, problems

CONTACTS: dict[str, Any] = {
    "customer_contact": {"name": "Jo Doe", "title": "CIO", "email": "jo@contoso.com"},
    "partner_contact": {"name": "Kim Roe", "email": "kim@northwind.example"},
}
DETAILS = {
    "location_id": "4711",
    "claim_name": "Contoso",
    "tenant_id": "0F2A1C3E-1111-4222-8333-ABCDEFABCDEF",
    "domain": "Contoso.com",
}


def test_a_complete_form_is_normalised() -> None:
    form = ClaimForm.of(
        {
            "solution_area": "Modern Work and Security",
            "role": "Use or consume",
            "workloads": ["Exchange Online", "EXO", " AADP "],
            **DETAILS,
            **CONTACTS,
        }
    )
    assert form.details.tenant_id == "0f2a1c3e-1111-4222-8333-abcdefabcdef"
    assert form.details.domain == "contoso.com"
    assert form.workloads.claimed == ("EXO", "AADP")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("tenant_id", "contoso", "Give the tenant ID as a GUID"),
        ("tenant_id", "00000000-0000-0000-0000-000000000000", "Give the tenant ID as a GUID"),
        ("tenant_id", "", "Give the customer's tenant ID."),
        ("tenant_id", None, "Give the customer's tenant ID."),
        ("domain", "https://contoso.com", "Give a domain such as contoso.com"),
        ("domain", "contoso", "Give a domain such as contoso.com"),
        ("domain", "10.0.0.1", "Give a domain such as contoso.com"),
        ("domain", "con_toso.com", "Give a domain such as contoso.com"),
        ("domain", "a" * 64 + ".com", "Give a domain such as contoso.com"),
        ("claim_name", " \u00a0 ", "Give a name for the claim."),
        ("claim_name", "x" * 201, "at most 200 characters (now 201)"),
        ("location_id", "", "Give the partner location (PartnerID)."),
        ("agreement_on", "yesterday", "Give a date, for example 2026-11-23"),
        ("claim_name", 7, "Give text."),
    ],
)
def test_details_say_what_they_expect(field: str, value: object, sentence: str) -> None:
    assert sentence in problems("details", {**DETAILS, field: value})[field]


@pytest.mark.parametrize(
    "email", ["jo", "jo@", "@contoso.com", "jo@contoso", "jo doe@contoso.com", ".jo@contoso.com", "j..o@contoso.com"]
)
def test_an_email_address_is_checked(email: str) -> None:
    values = {**CONTACTS, "partner_contact": {"name": "Kim", "email": email}}
    assert problems("contacts", values) == {"partner_contact.email": "Give an e-mail address such as name@contoso.com."}


def test_missing_contacts_are_named() -> None:
    assert problems("contacts", {"customer_contact": {"name": "Jo"}}) == {
        "customer_contact.title": "Give the person's title.",
        "customer_contact.email": "Give an e-mail address.",
        "partner_contact": "Give the partner contact's name and e-mail.",
    }


def test_international_domains_and_addresses_pass() -> None:
    assert problems("details", {**DETAILS, "domain": "müller-bau.de"}) == {}
    values = {**CONTACTS, "partner_contact": {"name": "Kim", "email": "kim@xn--mller-bau-q9a.de"}}
    assert problems("contacts", values) == {}


@pytest.mark.parametrize("area", list(SolutionArea))
def test_roles_belong_to_their_solution_area(area: SolutionArea) -> None:
    for other, roles in ROLES.items():
        for role in roles:
            found = problems("solution", {"solution_area": area, "role": role})
            assert (found == {}) == (other is area)
    assert "choose one of these roles" in problems("solution", {"solution_area": area, "role": "x"})[""]
    assert problems("solution", {"role": "x"}) == {"solution_area": "Choose a solution area."}


def test_business_applications_ask_for_subscriptions() -> None:
    apps, work = SolutionArea.BUSINESS_APPLICATIONS, SolutionArea.MODERN_WORK_AND_SECURITY
    assert "give at least one subscription" in problems("workloads", {"solution_area": apps})[""]
    both = {"solution_area": apps, "subscriptions": ["s"], "workloads": ["EXO"]}
    assert "remove the workloads" in problems("workloads", both)[""]
    assert problems("workloads", {"solution_area": apps, "subscriptions": ["s", "s"]}) == {}
    assert problems("workloads", {"solution_area": work}) == {"": "Choose at least one workload."}
    assert "Only Business Applications" in problems("workloads", {**both, "solution_area": work})[""]
