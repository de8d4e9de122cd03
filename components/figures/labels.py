"""Where do direct labels go, so that none covers another?"""

from collections.abc import Sequence
from typing import Any

from components.figures import rows, theme
from domain.phrases import shortened

_LINE_PIXELS = 15
_LETTER_PIXELS = 6.4
_LONGEST = 20
_FRAME_PIXELS = 60


def end_labels(lines: Sequence[tuple[str, list[Any], str]], xs: list[str], height: int) -> list[theme.Layout]:
    """A label at the end of each line (name, values, colour): the name in the text colour, a dot in the line's."""
    ends = [
        (name, colour, at, ys[at])
        for name, ys, colour in lines
        if (at := max((i for i, y in enumerate(ys) if y is not None), default=None)) is not None
    ]
    known = [y for _, ys, _ in lines for y in ys if y is not None]
    span = max([*known, 0]) - min([*known, 0]) or 1
    places = spread([y for _, _, _, y in ends], span=span, pixels=height - _FRAME_PIXELS)
    return [
        theme.note(_text(name, colour), xs[at], place, xshift=4)
        for (name, colour, at, _), place in zip(ends, places, strict=True)
    ]


def label_above(name: str, colour: str, x: str, y: float) -> theme.Layout:
    """The label of a line that others go on from: right of its end it would lie on theirs."""
    return theme.note(_text(name, colour), x, y, xanchor="right", yanchor="bottom", yshift=4)


def _text(name: str, colour: str) -> str:
    return f'<span style="color:{colour}">\u25cf</span> {rows.escaped(shortened(name, _LONGEST))}'


def labels_width(names: Sequence[str]) -> int:
    """The right margin these labels need, in pixels.

    >>> labels_width(["Teams"]) < labels_width(["Purview Information Protection"]) <= 150
    True
    """
    longest = max((min(len(name), _LONGEST) for name in names), default=0)
    return round(18 + _LETTER_PIXELS * longest)


def spread(wanted: Sequence[float], *, span: float, pixels: int) -> list[float]:
    """Label heights in axis units: as near as possible to what was wanted, a text line apart.

    `span` is the axis length in its own units, `pixels` the same on screen.

    >>> spread([10.0, 10.0, 50.0], span=100, pixels=150)
    [5.0, 15.0, 50.0]
    """
    gap = span * _LINE_PIXELS / max(pixels, 1)
    groups: list[list[int]] = []
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at]):
        groups.append([at])
        while len(groups) > 1 and _low(groups[-1], wanted, gap) < _high(groups[-2], wanted, gap) + gap:
            last = groups.pop()
            groups[-1] += last
    placed = list(wanted)
    for group in groups:
        low = _low(group, wanted, gap)
        for step, at in enumerate(group):
            placed[at] = low + step * gap
    return placed


def _low(group: list[int], wanted: Sequence[float], gap: float) -> float:
    middle = sum(wanted[at] for at in group) / len(group)
    return middle - gap * (len(group) - 1) / 2


def _high(group: list[int], wanted: Sequence[float], gap: float) -> float:
    return _low(group, wanted, gap) + gap * (len(group) - 1)
