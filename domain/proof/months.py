"""Which month does a word name, in the languages customers sign in?"""

import unicodedata
from functools import cache

_NAMES = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
"""


def without_marks(word: str) -> str:
    """A word in lower case without accents.

    >>> without_marks("Février")
    'fevrier'
    """
    split = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ı", "i"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@cache
def _numbers() -> dict[str, int]:
    full: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    for row in _NAMES.strip().splitlines():
        for number, name in enumerate(row.split(), start=1):
            full.setdefault(name, set()).add(number)
            for length in (3, 4):
                short.setdefault(name[:length], set()).add(number)
    # A short form that two languages use for different months says nothing.
    found = {name: numbers for name, numbers in {**short, **full}.items() if len(numbers) == 1}
    return {name: next(iter(numbers)) for name, numbers in found.items()}


def month_number(word: str) -> int | None:
    """The month (1 to 12) of a name or its usual short form, or None.

    >>> month_number("März"), month_number("Sept"), month_number("août"), month_number("license")
    (3, 9, 8, None)
    """
    plain = without_marks(word).rstrip(".")
    # Finnish dates name the month in another case: syyskuuta.
    return _numbers().get(plain) or _numbers().get(plain.removesuffix("ta"))
