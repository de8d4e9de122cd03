"""What does a figure say to someone who cannot see it?"""

from typing import Any

from plotly import graph_objects as go

from domain.phrases import listed
from domain.wording import counted

_KINDS = {"scatter": "Line chart", "scattergl": "Scatter chart", "bar": "Bar chart"}
_KINDS |= {"waterfall": "Waterfall chart", "heatmap": "Heat map"}


def alt_text(figure: go.Figure, title: str) -> str:
    """The panel's title, the kind of chart, and what is in it; the table below holds the numbers.

    >>> alt_text(go.Figure({"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}]}), "What moved?")
    'What moved? Bar chart with 2 values. The same numbers are in the table below.'
    """
    if not figure.data:
        return f"{title} Nothing to show."
    first = figure.data[0]
    kind = _KINDS.get(first.type, "Chart")
    if first.type == "scatter" and "lines" not in (first.mode or "lines"):
        kind = "Scatter chart"
    named = [str(trace.name) for trace in figure.data if trace.name]
    what = f" of {listed(list(dict.fromkeys(named)), most=6)}" if named else f" with {_size(first)}"
    return f"{title} {kind}{what}{_months(first)}. The same numbers are in the table below."


def _size(trace: Any) -> str:
    if trace.type == "heatmap":
        return f"{counted(len(trace.y), 'row')} and {counted(len(trace.x), 'column')}"
    return counted(max(len(trace.x or ()), len(trace.y or ())), "value")


def _months(trace: Any) -> str:
    ends = [str(value) for value in (trace.x[0], trace.x[-1])] if trace.x is not None and len(trace.x) else []
    are_months = len(ends) == 2 and all(len(end) == 10 and end[4] == "-" for end in ends)
    return f" from {ends[0][:7]} to {ends[1][:7]}" if are_months else ""
