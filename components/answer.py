"""What does a component need to know of an answer? Whatever the data door returns, seen from here."""

from collections.abc import Callable
from typing import Protocol

import polars as pl
from plotly import graph_objects as go


class Answer(Protocol):
    """A frame, the key under which equal answers are equal, and the question it answers."""

    @property
    def frame(self) -> pl.DataFrame:
        """The rows."""

    @property
    def key(self) -> str:
        """Equal for equal answers: question, snapshot, viewer, scope and parameters."""

    @property
    def question(self) -> str:
        """The question's name, such as "growth/by_month"."""


Draw = Callable[..., go.Figure]
