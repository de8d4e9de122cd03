"""Is a company named in a text, with its legal form, or is it only a namesake?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from domain.proof.legal_forms import any_legal_form, legal_form
from domain.proof.months import without_marks
from domain.proof.reading import Reading

_AND = r"(?:&|\+|and|und|et|y|e|og|och|en)"
_GAP = r"[\W_]{1,4}"
_NEARBY = 60
_TAIL = re.compile(r"[\s,.(]{0,3}")
# Words that may stand before a company's name without being part of it.
_LABELS = frozenset(
    {
        "customer",
        "client",
        "partner",
        "company",
        "supplier",
        "provider",
        "organisation",
        "organization",
        "kunde",
        "firma",
        "cliente",
        "klant",
        "azienda",
        "societe",
        "between",
        "by",
        "for",
        "the",
        "and",
        "with",
        "from",
        "to",
        "of",
        "at",
        "name",
        "signed",
        "behalf",
    }
)


class Match(IntEnum):
    """How closely a place names the company, best last."""

    NAMESAKE = 1
    LONGER_NAME = 2
    WITHOUT_FORM = 3
    EXACT = 4


@dataclass(frozen=True, slots=True)
class CompanyMention:
    """One place: 0-based page, where in the page's text, how close."""

    match: Match
    page: int
    start: int
    end: int


def _words(name: str) -> list[str]:
    return re.findall(r"\w+|&|\+", without_marks(name).replace("'", ""))


def core_and_forms(name: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A name's distinctive words, and the legal forms at its end (numbers that only equal themselves).

    >>> core_and_forms("Contoso Ltd.") == core_and_forms("CONTOSO, Limited")
    True
    """
    words = _words(name)
    forms: list[int] = []
    while len(words) > 1:
        for length in (4, 3, 2, 1):
            number = legal_form(" ".join(words[-length:])) if len(words) > length else None
            if number is not None:
                forms.insert(0, number)
                words = words[:-length]
                break
        else:
            break
        if words[-1] in ("&", "+", "and", "und"):
            words = words[:-1]
    return tuple(words), tuple(forms)


def _word_pattern(word: str, original: str) -> str:
    if word in ("&", "+", "and", "und", "et", "y"):
        return _AND
    pattern = re.escape(word)
    # Müller is also written Mueller.
    for plain, marked, spelled in (("a", "ä", "ae"), ("o", "ö", "oe"), ("u", "ü", "ue")):
        if marked in original.casefold():
            pattern = pattern.replace(plain, f"(?:{plain}|{spelled})")
    return pattern


@cache
def _pattern(name: str) -> re.Pattern[str]:
    core, _ = core_and_forms(name)
    return re.compile(
        r"(?<![\w@])(?<!\w[.-])" + _GAP.join(_word_pattern(word, name) for word in core) + r"(?![\w@]|[.-]\w)"
    )


def mentions(reading: Reading, name: str) -> Iterator[CompanyMention]:
    """Every place that names a company or a namesake of it."""
    core, forms = core_and_forms(name)
    if not core:
        return
    for page, folded in enumerate(reading.folded):
        for found in _pattern(name).finditer(folded.text):
            end, match = _closeness(reading.pages[page].text, folded.text, folded.origin, found, forms)
            start = folded.origin[found.start()]
            yield CompanyMention(match, page, start, folded.origin[min(end, len(folded.text)) - 1] + 1)


def _closeness(
    original: str, text: str, origin: tuple[int, ...], found: re.Match[str], forms: tuple[int, ...]
) -> tuple[int, Match]:
    end, seen = found.end(), []
    while following := any_legal_form().match(text, _TAIL.match(text, end).end()):  # type: ignore[union-attr]
        number = legal_form(" ".join(re.findall(r"\w", following[0]))) if len(following[0]) < 8 else None
        number = number if number is not None else legal_form(" ".join(re.findall(r"\w+", following[0])))
        if number is None:
            break
        seen.append(number)
        end = following.end()
    if _continues(original, origin, found.start(), end):
        return end, Match.LONGER_NAME
    if not forms or tuple(seen[: len(forms)]) == forms:
        return end, Match.EXACT
    return end, Match.NAMESAKE if seen else Match.WITHOUT_FORM


def _continues(original: str, origin: tuple[int, ...], start: int, end: int) -> bool:
    """Whether a capitalised word beside the name makes it another company's ("Adventure Contoso", "Contoso Energy")."""
    after = original[origin[end - 1] + 1 : origin[end - 1] + 1 + _NEARBY]
    following = re.match(r"[ ]([^\W\d_][\w-]*)", after)
    if following and following[1][0].isupper() and without_marks(following[1]) not in _LABELS:
        return True
    before = original[max(0, origin[start] - _NEARBY) : origin[start]]
    preceding = re.search(r"([^\W\d_][\w-]*)[ ]$", before)
    if not preceding or not preceding[1][0].isupper() or without_marks(preceding[1]) in _LABELS:
        return False
    # The first word of a sentence is a capital for another reason.
    return not re.search(r"(^|[.:;\n\t]|\s{2})\s*$", before[: preceding.start()]) if preceding.start() else False
