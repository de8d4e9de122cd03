"""What shape do the last months have, in the space of a word?"""

from collections.abc import Sequence

from components.figures.palette import ACCENT

_WIDTH = 120
_HEIGHT = 30
_PAD = 3


def sparkline(values: Sequence[float | None], *, colour: str = ACCENT) -> str:
    """A small SVG: gaps stay gaps; under two points, none.

    >>> sparkline([None, 3.0])
    ''
    >>> sparkline([1, 2, None, 4, 3]).count("M")
    2
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    step = (_WIDTH - 2 * _PAD) / (len(values) - 1)

    def place(at: int, value: float) -> str:
        level = 0.5 if high == low else (value - low) / (high - low)
        return f"{_PAD + at * step:.1f} {_HEIGHT - _PAD - level * (_HEIGHT - 2 * _PAD):.1f}"

    path, pen_is_down = [], False
    for at, value in enumerate(values):
        if value is not None:
            path.append(f"{'L' if pen_is_down else 'M'}{place(at, value)}")
        pen_is_down = value is not None
    last = max(at for at, value in enumerate(values) if value is not None)
    x, y = place(last, known[-1]).split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<path d="{"".join(path)}" fill="none" stroke="{colour}" stroke-width="1.8" stroke-linejoin="round"/>'
        f'<circle cx="{x}" cy="{y}" r="2.6" fill="{colour}"/></svg>'
    )
