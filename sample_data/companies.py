"""Who are the customers: names, countries, segments, sizes, and who looks after them?"""

from dataclasses import dataclass

import numpy as np

from sample_data.draws import Draws, Flags, Floats, Ints
from sample_data.partner import LOCATIONS, TEAMS, Location, Manager, account_managers
from sample_data.recipe import Recipe
from sample_data.vocabulary import Country, company_name, domain_of, vocabulary

SEGMENTS = ("Enterprise", "SMB", "Public sector", "Education", "Nonprofit")

_INSIGHTS_SEGMENTS = (
    "Major Commercial",
    "Small, Medium & Corporate Commercial",
    "Major Public Sector",
    "Major Public Sector",
    "Small, Medium & Corporate Public Sector",
)
_INDUSTRIES = (
    ("Manufacturing", "Discrete Manufacturing"),
    ("Retail & Consumer Goods", "Retailers"),
    ("Financial Services", "Insurance"),
    ("Health", "Health Provider"),
    ("Professional Services", "Partner Professional Services"),
    ("Government", "Public Administration"),
    ("Education", "Higher Education"),
)
_SMALLEST, _LARGEST, _TAIL = 8, 40_000, 0.3
_LINES = (11, 150, 300)
"""The licence counts at which a customer changes its band."""


@dataclass(frozen=True)
class Companies:
    """One chunk of customers; every field has one entry per customer."""

    first_index: int
    tenant_ids: list[str]
    tpids: list[str]
    names: list[str]
    domains: list[str]
    segments: Ints
    countries: list[Country]
    managers: list[Manager]
    locations: list[Location]
    licences: Ints
    yearly_growth: Floats
    is_southern: Flags

    @property
    def size(self) -> int:
        """How many customers the chunk holds."""
        return len(self.tenant_ids)

    def segment(self, at: int) -> str:
        """The segment as our own customers file writes it."""
        return SEGMENTS[self.segments[at]]

    def insights_segment(self, at: int) -> str:
        """The segment as Insights writes it."""
        return _INSIGHTS_SEGMENTS[self.segments[at]]

    def industry(self, at: int) -> tuple[str, str]:
        """Industry and vertical."""
        public = {2: 5, 3: 6}.get(int(self.segments[at]))
        return _INDUSTRIES[public if public is not None else (self.first_index + at) % 5]


def _sizes(draws: Draws, growth: Floats) -> Ints:
    # A truncated Pareto curve: many small customers, few large ones. One in twelve is set to cross a line
    # of the programs around the middle of its last year.
    count = len(growth)
    u = draws.between(0, 1, count)
    bound = 1 - (_SMALLEST / _LARGEST) ** _TAIL
    sizes = _SMALLEST * (1 - u * bound) ** (-1 / _TAIL)
    crosses = draws.chance(1 / 12, count)
    lines = np.array(_LINES)[draws.pick([3, 4, 4], count)] * np.exp(growth / 2)
    return np.rint(np.where(crosses, lines, sizes)).astype(np.int64)


def companies(recipe: Recipe, draws: Draws, first_index: int, count: int) -> Companies:
    """The customers `first_index` to `first_index + count`."""
    words = vocabulary()
    growth = draws.normal(count) * 0.08 + 0.04
    licences = _sizes(draws, growth)
    kinds = draws.pick([0.78, 0.12, 0.06, 0.04], count)
    segments = np.where(kinds > 0, kinds + 1, np.where(licences > 300, 0, 1))
    origin = draws.pick([country.weight for country in words.countries], count)
    countries = [words.countries[at] for at in origin]
    names = [company_name(first_index + at, country) for at, country in enumerate(countries)]
    everybody = account_managers(recipe.customers)
    per_team = len(everybody) // len(TEAMS)
    desks = draws.whole(0, per_team, count)
    teams = [TEAMS.index(country.team) for country in countries]
    return Companies(
        first_index=first_index,
        tenant_ids=draws.guids(count),
        tpids=[str(7_000_000 + first_index + at) for at in range(count)],
        names=names,
        domains=[domain_of(name, country) for name, country in zip(names, countries, strict=True)],
        segments=segments,
        countries=countries,
        managers=[everybody[desk * len(TEAMS) + team] for desk, team in zip(desks, teams, strict=True)],
        locations=[LOCATIONS[team] for team in teams],
        licences=licences,
        yearly_growth=growth,
        is_southern=np.array([country.is_southern for country in countries]),
    )
