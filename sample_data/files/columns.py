"""How do arrays over customers, workloads and months become a file's columns?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.draws import Flags, Ints


@dataclass(frozen=True)
class Cells:
    """The true cells of a mask, as positions: customer, thing (workload or product), month."""

    who: Ints
    what: Ints
    when: Ints

    @property
    def count(self) -> int:
        """How many rows these cells make."""
        return len(self.who)

    def of(self, values: Ints) -> Ints:
        """The values of a customers x things x months array at these cells."""
        picked: Ints = values[self.who, self.what, self.when]
        return picked

    def where(self, keep: Flags | Ints) -> "Cells":
        """Some of the cells, by flag or by position."""
        return Cells(self.who[keep], self.what[keep], self.when[keep])


def cells(mask: Flags) -> Cells:
    """The true cells, customer by customer, month after month."""
    who, what, when = np.nonzero(mask)
    return Cells(who, what, when)


def repeated(values: Sequence[object], at: Ints) -> pl.Series:
    """Values looked up by position."""
    return pl.Series(values).gather(at)


def customer_columns(book: Book, who: Ints, names: dict[str, str]) -> dict[str, pl.Series]:
    """What Insights repeats about the customer on every row; `names` says which header each goes under."""
    chunk = book.companies
    industries = [chunk.industry(at) for at in range(chunk.size)]
    everything: dict[str, Sequence[object]] = {
        "tenant": chunk.tenant_ids,
        "tpid": chunk.tpids,
        "name": chunk.names,
        "domain": chunk.domains,
        "country": [country.name for country in chunk.countries],
        "country_code": [country.code for country in chunk.countries],
        "segment": [chunk.insights_segment(at) for at in range(chunk.size)],
        "industry": [industry for industry, _ in industries],
        "vertical": [vertical for _, vertical in industries],
        "unit": [f"{country.team} - {country.code}" for country in chunk.countries],
        "partner": [location.partner_id for location in chunk.locations],
        "partner_name": [location.name for location in chunk.locations],
        "partner_country": [location.country for location in chunk.locations],
    }
    return {header: repeated(everything[key], who) for key, header in names.items()}


def reseller(book: Book) -> list[str]:
    """How each customer buys: CSP for most, DPOR for the rest; the attribution of unclaimed rows."""
    likely = np.where(book.companies.licences > 300, 0.45, 0.85)
    buys_from_us = book.draws(40).chance(likely, book.companies.size)
    return ["CSP" if ours else "DPOR" for ours in buys_from_us]


def subscription_ids(book: Book, products: int) -> list[str]:
    """One GUID per customer and product, the same in every file."""
    return book.draws(41).guids(book.companies.size * products)
