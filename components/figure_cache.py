"""Was this figure already built from this answer? Process-wide, shared by all sessions, bounded."""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from plotly import graph_objects as go

from components.answer import Answer, Draw
from components.figures.alt import alt_text

# About 8 kB each for a figure of 7 lines x 36 months, so some 4 MB in all.
_MOST = 512


class Picture(NamedTuple):
    """A figure with what it says in words. Shared between sessions: never changed after it is built."""

    figure: go.Figure
    alt: str


_pictures: OrderedDict[Hashable, Picture] = OrderedDict()
_lock = threading.Lock()


def picture(answer: Answer, draw: Draw, title: str, options: Mapping[str, object]) -> Picture:
    """The figure of this answer, built once per answer, figure function, title and options."""
    key = (answer.key, draw.__module__, draw.__qualname__, title, _frozen(options))
    with _lock:
        found = _pictures.get(key)
        if found is not None:
            _pictures.move_to_end(key)
            return found
    figure = draw(answer.frame, **options)
    built = Picture(figure, alt_text(figure, title))
    with _lock:
        _pictures[key] = built
        while len(_pictures) > _MOST:
            _pictures.popitem(last=False)
    return built


def _frozen(options: Mapping[str, object]) -> Hashable:
    return tuple(sorted((name, repr(value)) for name, value in options.items()))
