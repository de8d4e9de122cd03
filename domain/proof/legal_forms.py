"""Which legal form do words at the end of a company's name stand for?"""

import re
from functools import cache

# Spellings of one legal form; different forms are different companies.
LEGAL_FORMS = (
    ("limited", "ltd"),
    ("incorporated", "inc"),
    ("corporation", "corp"),
    ("company", "co"),
    ("limited liability company", "llc", "l l c"),
    ("public limited company", "plc"),
    ("limited liability partnership", "llp"),
    ("gesellschaft mit beschrankter haftung", "gmbh", "g m b h", "mbh"),
    ("aktiengesellschaft", "ag"),
    ("kommanditgesellschaft", "kg"),
    ("offene handelsgesellschaft", "ohg"),
    ("eingetragener verein", "e v"),
    ("se",),
    ("unternehmergesellschaft", "ug"),
    ("sociedad anonima", "societe anonyme", "sa", "s a"),
    ("sas", "s a s"),
    ("sarl", "s a r l"),
    ("srl", "s r l"),
    ("societa per azioni", "spa", "s p a"),
    ("sociedad limitada", "sl", "s l", "slu"),
    ("besloten vennootschap", "bv", "b v"),
    ("naamloze vennootschap", "nv", "n v"),
    ("aktiebolag", "ab"),
    ("aksjeselskap", "as", "a s"),
    ("aps",),
    ("osakeyhtio", "oy", "oyj"),
    ("ltda", "limitada"),
    ("sp z o o", "spolka z o o"),
    ("kft",),
    ("s r o", "sro"),
    ("d o o", "doo"),
    ("kabushiki kaisha", "kk", "k k", "株式会社"),
    ("proprietary", "pty"),
    ("private", "pte", "pvt"),
)


@cache
def legal_form(words: str) -> int | None:
    """The number of a form (equal for its spellings), from words without case, accents and dots; None for others."""
    for number, spellings in enumerate(LEGAL_FORMS):
        if words in spellings:
            return number
    return None


@cache
def any_legal_form() -> re.Pattern[str]:
    """Matches any legal form where it begins, in folded text."""
    spellings = sorted((each for forms in LEGAL_FORMS for each in forms), key=len, reverse=True)
    joined = "|".join(r"[\s.]{0,2}".join(map(re.escape, each.split())) for each in spellings)
    return re.compile(rf"(?:{joined})(?!\w)")
