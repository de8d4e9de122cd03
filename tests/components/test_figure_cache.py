"""Is a figure built once per answer, and never for another?"""

import polars as pl
from plotly import graph_objects as go

from components import figure_cache
from components.figure_cache import picture
from tests.components.answers import Given

built: list[str] = []


def counted_figure(frame: pl.DataFrame, *, metric: str = "mau") -> go.Figure:
    built.append(metric)
    return go.Figure({"data": [{"type": "bar", "x": [1], "y": frame.get_column("n").to_list()}]})


def test_one_build_per_answer_and_options() -> None:
    built.clear()
    one = Given(pl.DataFrame({"n": [1]}), key="one")
    first = picture(one, counted_figure, "T", {"metric": "mau"})
    assert picture(one, counted_figure, "T", {"metric": "mau"}).figure is first.figure
    picture(one, counted_figure, "T", {"metric": "pau"})
    other = picture(Given(pl.DataFrame({"n": [2]}), key="two"), counted_figure, "T", {"metric": "mau"})
    assert built == ["mau", "pau", "mau"]
    assert list(other.figure.data[0].y) == [2]


def test_it_stays_bounded() -> None:
    for number in range(figure_cache._MOST + 20):
        picture(Given(pl.DataFrame({"n": [1]}), key=f"many {number}"), counted_figure, "T", {})
    assert len(figure_cache._pictures) == figure_cache._MOST
