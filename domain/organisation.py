"""Who are we to Microsoft: under which legal names, at which locations, and which of them may file claims?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from domain.claim_fields import LocationId, PersonName


class EnrolmentStatus(StrEnum):
    """Where a location stands in Microsoft Commerce Incentives. Only `ENROLLED` can file."""

    NOT_INVITED = "not invited"
    INVITED = "invited"
    VALIDATING = "validating"
    ACTION_REQUIRED = "action required"
    ENROLLED = "enrolled"
    EXPIRED = "expired"


WHAT_TO_DO = {
    EnrolmentStatus.NOT_INVITED: (
        "Microsoft invites eligible locations: check program eligibility in Partner Center, Incentives."
    ),
    EnrolmentStatus.INVITED: "An Incentives admin of the location accepts the invitation in Partner Center.",
    EnrolmentStatus.VALIDATING: "Wait until Microsoft has validated the payout and tax profiles.",
    EnrolmentStatus.ACTION_REQUIRED: "Complete the payout and tax profiles in Partner Center, Incentives.",
    EnrolmentStatus.EXPIRED: "Renew the enrolment in Partner Center, Incentives.",
}


def _upper_country(value: str) -> str:
    if len(value) != 2 or not value.isalpha():
        raise ValueError("Give the country as two letters, for example US or DE.")
    return value.upper()


def _upper_currency(value: str) -> str:
    if len(value) != 3 or not value.isalpha():
        raise ValueError("Give the currency as three letters, for example USD or EUR.")
    return value.upper()


class Location(BaseModel):
    """A partner location (PartnerID) with its enrolment. `enrolled_before` is the first day it no longer holds."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    location_id: LocationId
    name: PersonName
    country: Annotated[str, AfterValidator(_upper_country)]
    currency: Annotated[str, AfterValidator(_upper_currency)]
    status: EnrolmentStatus = EnrolmentStatus.NOT_INVITED
    enrolled_on: date | None = None
    enrolled_before: date | None = None
    checked_on: date | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> "Location":
        if self.enrolled_on and self.enrolled_before and self.enrolled_before <= self.enrolled_on:
            raise ValueError("The enrolment must end after it starts.")
        return self


class Organisation(BaseModel):
    """Our legal names (the POE check looks for any of them) and locations."""

    model_config = ConfigDict(frozen=True)

    legal_names: tuple[PersonName, ...] = ()
    locations: tuple[Location, ...] = Field(default=())

    def location(self, location_id: str) -> Location | None:
        return next((each for each in self.locations if each.location_id == location_id), None)


def filing_refusal(location: Location | None, location_id: str, today: date) -> str | None:
    """Why a location cannot file today and what to do about it; None when it can."""
    if location is None:
        return (
            f"Partner location {location_id} is not on the organisation page."
            " Add it there with its enrolment in Microsoft Commerce Incentives."
        )
    shown = f"{location.name} ({location.location_id})"
    if location.status is not EnrolmentStatus.ENROLLED:
        return (
            f"{shown} cannot file: its enrolment in Microsoft Commerce Incentives is '{location.status}'."
            f" {WHAT_TO_DO[location.status]} Then update the organisation page."
        )
    if location.enrolled_on and today < location.enrolled_on:
        return f"{shown} cannot file before its enrolment starts on {location.enrolled_on:%d %b %Y}."
    if location.enrolled_before and today >= location.enrolled_before:
        return (
            f"{shown} cannot file: its enrolment ended before {location.enrolled_before:%d %b %Y}."
            f" {WHAT_TO_DO[EnrolmentStatus.EXPIRED]} Then update the organisation page."
        )
    return None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of the eligibility checklist, ticked by hand, with the page that says so."""

    key: str
    label: str
    source: str


REQUIREMENTS = (
    Requirement(
        "membership",
        "The Microsoft AI Cloud Partner Program agreement is active",
        "Partner Center: Manage your incentives",
    ),
    Requirement(
        "eligibility", "Program eligibility shows as met", "Partner Center: Determine your program eligibility"
    ),
    Requirement("admin", "An Incentives admin is assigned for the location", "Partner Center: Incentives enrollment"),
    Requirement(
        "profiles",
        "Payout and tax profiles are complete and validated",
        "Partner Center: Create and manage your payout and tax profiles",
    ),
    Requirement("enrolled", "The location shows as Enrolled", "Partner Center: Incentives enrollment"),
)
