"""Which words are fictional companies and people made of?"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

_STRIDE = 7919
"""A prime: walking a name table in this stride visits every name once, in no visible order."""

_TOWN_STARTS = ("Alder", "Cinder", "Dover", "Finch", "Glass", "Mallow", "Otter", "Stone")
_TOWN_ENDS = ("port", "gate", "ham", "cross", "hollow", "wharf", "minster", "heath", "sands")
_TOWNS = ("", *(a + b for b in _TOWN_ENDS for a in _TOWN_STARTS))
"""Where a company of a name already given away sits: a name table and the towns name 50,000 companies."""

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "ß": "ss", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Country:
    """Where a customer sits; `weight` is relative, `language` a key of the vocabulary."""

    name: str
    code: str
    weight: float
    language: str
    team: str
    legal: tuple[str, ...]
    is_southern: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word lists of `vocabulary.toml`."""

    languages: dict[str, dict[str, list[str]]]
    countries: tuple[Country, ...]
    people: dict[str, list[str]]


@cache
def vocabulary() -> Vocabulary:
    """The shipped words."""
    table = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))
    countries = tuple(
        Country(
            name=row["name"],
            code=row["code"],
            weight=row["weight"],
            language=row["language"],
            team=row["team"],
            legal=tuple(row["legal"]),
            is_southern=row.get("is_southern", False),
        )
        for row in table["countries"]
    )
    return Vocabulary(table["languages"], countries, table["people"])


def company_name(index: int, country: Country) -> str:
    """The name of the index-th customer: no two customers share one, whatever their countries.

    >>> company_name(0, vocabulary().countries[0])
    'Ambermere Logistics Inc.'
    """
    words = vocabulary().languages[country.language]
    first, second, trades = words["first"], words["second"], words["trades"]
    capacity = len(first) * len(second) * len(trades)
    key = index * _STRIDE % capacity
    stem = first[key % len(first)] + second[key // len(first) % len(second)]
    trade = trades[key // (len(first) * len(second))]
    town = _TOWNS[index // capacity % len(_TOWNS)]
    legal = country.legal[index % len(country.legal)]
    return " ".join(part for part in (stem, trade, town, legal) if part)


def domain_of(name: str, country: Country) -> str:
    """A domain that can never exist: the reserved top-level name `example`, below the country.

    >>> domain_of("Sølvbark Sjømat AS", next(c for c in vocabulary().countries if c.code == "NO"))
    'solvbark-sjomat.no.example'
    """
    legal = max((form for form in country.legal if name.endswith(" " + form)), key=len, default="")
    plain = normalize("NFKD", name.removesuffix(legal).strip().translate(_LETTERS))
    ascii_name = plain.encode("ascii", "ignore").decode("ascii").lower()
    return f"{'-'.join(ascii_name.split())}.{country.code.lower()}.example"
