"""Who is the fictional partner: which locations claim, and who looks after the customers?"""

from dataclasses import dataclass
from functools import cache

from sample_data.vocabulary import vocabulary

GLOBAL_ID = 4810000
"""The partner global account."""

NAME = "Wexmoor Cloud"


@dataclass(frozen=True, slots=True)
class Location:
    """An office that claims and is paid; one per team."""

    partner_id: int
    name: str
    country: str
    country_code: str
    team: str


LOCATIONS = (
    Location(4810013, "Wexmoor Cloud Inc.", "United States", "US", "Americas"),
    Location(4810011, "Wexmoor Cloud B.V.", "Netherlands", "NL", "North Europe"),
    Location(4810012, "Wexmoor Cloud GmbH", "Germany", "DE", "Central and South Europe"),
    Location(4810014, "Wexmoor Cloud Pte. Ltd.", "Singapore", "SG", "Asia Pacific"),
)

TEAMS = tuple(location.team for location in LOCATIONS)


@dataclass(frozen=True, slots=True)
class Manager:
    """An account manager; `id` is what `CPOR_USER` names."""

    id: str
    name: str
    team: str


@cache
def account_managers(customers: int) -> tuple[Manager, ...]:
    """Two to forty people a team, teams in turn; fifty customers or fewer each until forty are reached."""
    people = vocabulary().people
    count = len(TEAMS) * min(40, max(2, customers // 50))
    return tuple(
        Manager(
            id=f"am-{index + 1:02d}",
            name=f"{people['given'][index % 26]} {people['family'][index * 7 % 25]}",
            team=TEAMS[index % len(TEAMS)],
        )
        for index in range(count)
    )
