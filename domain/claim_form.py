"""Which fields does the association form ask for, in Partner Center's order, and is each step complete?

Source: DOCS-23 submit-osa-claim.md (Partner Center documentation, October 2023).
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, field_validator, model_validator

from domain.claim_fields import (
    ClaimName,
    DomainName,
    EmailAddress,
    JobTitle,
    LocationId,
    PersonName,
    TenantId,
)
from domain.workloads import workload_code


class SolutionArea(StrEnum):
    """Chosen first; it decides the roles and whether workloads or subscriptions are claimed."""

    MODERN_WORK_AND_SECURITY = "Modern Work and Security"
    BUSINESS_APPLICATIONS = "Business Applications"


ROLES = {
    SolutionArea.MODERN_WORK_AND_SECURITY: ("Use or consume",),
    SolutionArea.BUSINESS_APPLICATIONS: (
        "Build intent - Advisor",
        "Usage recognition - Non-Incentivized",
        "Influenced Revenue recognition - Non-Incentivized",
    ),
}


class _Step(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class SolutionStep(_Step):
    """Solution area and the partner's role in it."""

    solution_area: SolutionArea
    role: str

    @model_validator(mode="after")
    def _role_belongs_to_area(self) -> "SolutionStep":
        if self.role not in ROLES[self.solution_area]:
            roles = "', '".join(ROLES[self.solution_area])
            raise ValueError(f"For {self.solution_area} choose one of these roles: '{roles}'.")
        return self


class DetailsStep(_Step):
    """Who claims, for which tenant. The last three fields are our own and never go to Microsoft."""

    location_id: LocationId
    claim_name: ClaimName
    tenant_id: TenantId
    domain: DomainName
    opts_out_of_payment: bool = False
    is_domain_confirmed: bool = False
    agreement_on: Annotated[date | None, BeforeValidator(lambda value: value or None)] = None
    renewal_of: Annotated[str | None, BeforeValidator(lambda value: value or None)] = None


class WorkloadsStep(_Step):
    """What is claimed: workload codes, or subscription IDs for Business Applications."""

    solution_area: SolutionArea
    workloads: tuple[str, ...] = ()
    subscriptions: tuple[str, ...] = ()

    @field_validator("workloads", "subscriptions", mode="before")
    @classmethod
    def _without_blanks_and_doubles(cls, value: Any) -> tuple[str, ...]:
        given = (str(each).strip() for each in (value or ()))
        return tuple(dict.fromkeys(each for each in given if each))

    @field_validator("workloads")
    @classmethod
    def _as_codes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(workload_code(each) or each for each in value))

    @model_validator(mode="after")
    def _what_the_area_asks_for(self) -> "WorkloadsStep":
        if self.solution_area is SolutionArea.BUSINESS_APPLICATIONS:
            if not self.subscriptions:
                raise ValueError("Business Applications claims name subscriptions: give at least one subscription ID.")
            if self.workloads:
                raise ValueError(
                    "Business Applications claims name subscriptions, not workloads: remove the workloads."
                )
        elif not self.workloads:
            raise ValueError("Choose at least one workload.")
        elif self.subscriptions:
            raise ValueError("Only Business Applications claims name subscriptions: remove them.")
        return self

    @property
    def claimed(self) -> tuple[str, ...]:
        """What the claim holds: workload codes or subscription IDs."""
        return self.workloads or self.subscriptions


class CustomerContact(_Step):
    """The customer's person; Microsoft mails them for consent."""

    name: PersonName
    title: JobTitle
    email: EmailAddress


class PartnerContact(_Step):
    """Our person."""

    name: PersonName
    email: EmailAddress


class ContactsStep(_Step):
    """Both contacts; every field is required."""

    customer_contact: CustomerContact
    partner_contact: PartnerContact


class ClaimForm(_Step):
    """The whole form up to filing as a draft. Build it with `ClaimForm.of(values)`."""

    solution: SolutionStep
    details: DetailsStep
    workloads: WorkloadsStep
    contacts: ContactsStep

    @classmethod
    def of(cls, values: dict[str, Any]) -> "ClaimForm":
        """The form of flat values, as the page saves them; pydantic's `ValidationError` when a step is incomplete."""
        return cls.model_validate(dict.fromkeys(cls.model_fields, values))


STEPS: dict[str, type[BaseModel]] = {
    "solution": SolutionStep,
    "details": DetailsStep,
    "workloads": WorkloadsStep,
    "contacts": ContactsStep,
}

_MISSING = {
    "solution_area": "Choose a solution area.",
    "role": "Choose the partner role.",
    "location_id": "Choose the partner location (PartnerID) that claims.",
    "claim_name": "Give a name for the claim.",
    "tenant_id": "Give the customer's tenant ID.",
    "domain": "Give the customer's domain.",
    "name": "Give the person's name.",
    "title": "Give the person's title.",
    "email": "Give an e-mail address.",
    "customer_contact": "Give the customer contact's name, title and e-mail.",
    "partner_contact": "Give the partner contact's name and e-mail.",
    "agreement_on": "Give a date, for example 2026-11-23, or leave it empty.",
}


def problems(step: str, values: dict[str, Any]) -> dict[str, str]:
    """What is missing or wrong in one step of `STEPS`, as field -> sentence.

    Fields of contacts are dotted; "" is the step as a whole.
    """
    try:
        STEPS[step].model_validate(values)
    except ValidationError as invalid:
        return sentences(invalid)
    return {}


def sentences(invalid: ValidationError) -> dict[str, str]:
    """Pydantic's findings as field -> the sentence for the person at the form."""
    found: dict[str, str] = {}
    for each in invalid.errors():
        field = ".".join(str(part) for part in each["loc"])
        last = str(each["loc"][-1]) if each["loc"] else ""
        own = str(each["ctx"]["error"]) if each["type"] == "value_error" else None
        found.setdefault(field, own or _MISSING.get(last, "Check this field."))
    return found
