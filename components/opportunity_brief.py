"""What changed, why, and what to do, as a block of a page: each sentence a link to what proves it."""

from collections.abc import Sequence
from typing import Protocol

from components.links import Said, sentences


class BriefSentence(Protocol):
    """One sentence of a brief, with a path of the menu and its parameters."""

    @property
    def sentence(self) -> str:
        """The words."""

    @property
    def path(self) -> str:
        """Such as "growth/opportunities"."""

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Of the address."""


def brief_block(said: Sequence[BriefSentence]) -> None:
    """Draw the sentences in their order."""
    sentences([Said(one.sentence, one.path, one.parameters) for one in said])
