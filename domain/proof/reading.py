"""How does the check read a document: folded for comparing, unfolded for quoting?"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from domain.proof.dates import DateMention, dates_in
from domain.proof.findings import Page

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_QUOTE_REACH = 50


@dataclass(frozen=True)
class FoldedText:
    """A text without case, accents and repeated blanks; `origin[i]` is where its i-th letter came from."""

    text: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, original: str, *, keep_blanks: bool = True) -> "FoldedText":
        letters: list[str] = []
        origin: list[int] = []
        for index, raw in enumerate(original.translate(_DASHES)):
            if raw in _INVISIBLE:
                continue
            if raw.isspace():
                if keep_blanks and (raw == "\n" or not letters or not letters[-1].isspace()):
                    letters.append("\n" if raw == "\n" else " ")
                    origin.append(index)
                continue
            for letter in unicodedata.normalize("NFKD", raw).casefold():
                if not unicodedata.combining(letter):
                    letters.append(letter)
                    origin.append(index)
        return cls("".join(letters), tuple(origin))


@dataclass(frozen=True)
class Line:
    """A line of a page, as written. `page` counts from 1."""

    page: int
    text: str
    has_images: bool

    @cached_property
    def flat(self) -> FoldedText:
        return FoldedText.of(self.text)

    @property
    def folded(self) -> str:
        return self.flat.text

    @property
    def words_count(self) -> int:
        return len(self.folded.split())


@dataclass(frozen=True)
class Reading:
    """A document as the check reads it."""

    pages: tuple[Page, ...]

    @cached_property
    def folded(self) -> tuple[FoldedText, ...]:
        return tuple(FoldedText.of(page.text) for page in self.pages)

    @cached_property
    def squeezed(self) -> tuple[FoldedText, ...]:
        """Without any blanks, because PDF text breaks identifiers across lines."""
        return tuple(FoldedText.of(page.text, keep_blanks=False) for page in self.pages)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(number, raw.strip(), page.has_images)
            for number, page in enumerate(self.pages, start=1)
            for raw in page.text.splitlines()
            if raw.strip()
        )

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date of the document; together they tell which order its slashed dates use."""
        return dates_in("\n".join(line.text for line in self.lines))

    @property
    def has_text(self) -> bool:
        return sum(letter.isalpha() for page in self.pages for letter in page.text) >= 40

    @property
    def has_unread_page(self) -> bool:
        """Whether a page shows only a picture, where anything missing could stand."""
        return any(page.has_images and sum(map(str.isalpha, page.text)) < 20 for page in self.pages)

    def quote(self, page: int, start: int, end: int) -> str:
        """What stands around a place of a page (0-based page), in one line."""
        text = self.pages[page].text
        left, right = max(0, start - _QUOTE_REACH), min(len(text), end + _QUOTE_REACH)
        shown = " ".join(text[left:right].split())
        return f"{'…' if left else ''}{shown}{'…' if right < len(text) else ''}"
