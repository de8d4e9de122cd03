"""What is true about one chunk of customers, before any file is written?"""

from collections.abc import Iterator
from dataclasses import dataclass

from sample_data.claims import Claims, claims
from sample_data.companies import Companies, companies
from sample_data.constants import CHUNK
from sample_data.curves import Usage, usage
from sample_data.draws import Draws
from sample_data.licences import Licences, licences
from sample_data.recipe import Recipe
from sample_data.timeline import Timeline


@dataclass(frozen=True)
class Book:
    """Customers, seats, claims and active users of one chunk; files only ever read it."""

    recipe: Recipe
    number: int
    companies: Companies
    licences: Licences
    claims: Claims
    usage: Usage

    @property
    def timeline(self) -> Timeline:
        """The months on the arrays' last axis."""
        return self.recipe.timeline

    @property
    def is_first(self) -> bool:
        """The first chunk also carries what a file has once."""
        return self.number == 0

    def draws(self, purpose: int) -> Draws:
        """Chance of a file's own, so that leaving one file out changes no other."""
        return Draws(self.recipe.seed, self.number * 100 + purpose)


def books(recipe: Recipe) -> Iterator[Book]:
    """The whole sample, a bounded number of customers at a time."""
    for number, first_index in enumerate(range(0, recipe.customers, CHUNK)):
        draws = Draws(recipe.seed, number * 100)
        chunk = companies(recipe, draws, first_index, min(CHUNK, recipe.customers - first_index))
        held = licences(recipe, draws, chunk)
        claimed = claims(recipe, draws, chunk, held)
        yield Book(recipe, number, chunk, held, claimed, usage(recipe, draws, chunk, held, claimed))
