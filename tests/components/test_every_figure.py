"""Does every figure hold on a good frame, an empty one, one row and rows of nulls?"""

import polars as pl
import pytest
from plotly import graph_objects as go

from components.figures import alt_text
from tests.components.frames import FIGURES

# A row must still belong somewhere: keys stay, measures go.
KEYS = {"month", "cohort", "months_since", "workload", "slice", "tenant_id", "name", "label", "state", "is_total"}

every_figure = pytest.mark.parametrize("name", FIGURES)


def draw(name: str, frame: pl.DataFrame) -> go.Figure:
    figure, _, options = FIGURES[name]
    return figure(frame, **options)


@every_figure
def test_plotly_accepts_every_property(name: str) -> None:
    # Built unvalidated for speed, so validated here.
    drawn = draw(name, FIGURES[name][1]).to_dict()
    assert len(go.Figure(drawn).data) == len(drawn["data"]) > 0


@every_figure
def test_an_empty_frame_says_so(name: str) -> None:
    drawn = go.Figure(draw(name, FIGURES[name][1].clear()).to_dict())
    assert not drawn.data
    assert drawn.layout.annotations[0].text


@every_figure
def test_one_row_is_drawn(name: str) -> None:
    assert go.Figure(draw(name, FIGURES[name][1].head(1)).to_dict()).data


@every_figure
def test_rows_without_any_measure_invent_nothing(name: str) -> None:
    frame = FIGURES[name][1]
    nulls = frame.with_columns(pl.lit(None).cast(kind).alias(at) for at, kind in frame.schema.items() if at not in KEYS)
    drawn = go.Figure(draw(name, nulls).to_dict())
    shown = [trace for trace in drawn.data if trace.hoverinfo != "skip" and trace.name not in ("On time", "Overdue")]
    # What may be drawn without a measure: milestones of the rule set.
    measured = [trace for trace in shown if trace.hovertemplate is None or "Milestone" not in trace.hovertemplate]
    values = [value for trace in measured for value in _measures(trace)]
    assert all(value is None for value in values), values


@every_figure
def test_alt_text_says_what_it_is(name: str) -> None:
    said = alt_text(draw(name, FIGURES[name][1]), "What happened?")
    assert said.startswith("What happened? ")
    assert "chart" in said.casefold() or "map" in said


@every_figure
def test_figures_leave_text_and_ground_to_the_theme(name: str) -> None:
    layout = draw(name, FIGURES[name][1]).to_dict()["layout"]
    assert layout["paper_bgcolor"] == "rgba(0,0,0,0)"
    assert "color" not in layout.get("font", {})
    assert len(str(layout["template"])) < 200


def _measures(trace: go.Figure) -> list[object]:
    if trace.type == "heatmap":
        return [value for line in trace.z for value in line]
    across = getattr(trace, "orientation", None) == "h"
    return list((trace.x if across else trace.y) or ())
