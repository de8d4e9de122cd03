"""How are a few words put in a row, or shortened? Pure text, for sentences on screen."""

from collections.abc import Sequence


def listed(words: Sequence[str], most: int = 4) -> str:
    """Words in a sentence; a long list says how many it leaves out.

    >>> listed(["Teams"]), listed(["Teams", "Intune", "Copilot"]), listed(["a", "b", "c", "d", "e"], most=2)
    ('Teams', 'Teams, Intune and Copilot', 'a, b and 3 more')
    """
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def shortened(text: str, length: int) -> str:
    """A label cut to fit, with an ellipsis.

    >>> shortened("Purview Information Protection", 12)
    'Purview Inf…'
    """
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def in_words(code: str) -> str:
    """A code without a name of its own, as one reads it.

    >>> in_words("growth_illustrative")
    'Growth illustrative'
    """
    return code.replace("_", " ").capitalize()
