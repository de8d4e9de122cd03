"""What does the executive summary cost in plain Streamlit? Same widgets, as many numbers and charts, frames at hand.

The yardstick of the browser and session benchmarks, as one would first write it: no menu, no viewer, no look of its
own; figures built from the frames in every run. The frames of every choice of months lie ready in memory.
"""

import json
import sys
from pathlib import Path

import polars as pl
import streamlit as st
from plotly import graph_objects as go

FOLDER = Path(sys.argv[-1])


@st.cache_resource
def ready() -> tuple[dict[str, dict[str, pl.DataFrame]], dict[str, int], dict[str, list[str]]]:
    """Frames by months chosen and name; how many numbers and charts to show; what the filters offer."""
    told = json.loads((FOLDER / "told.json").read_text(encoding="utf-8"))
    frames: dict[str, dict[str, pl.DataFrame]] = {}
    for file in sorted(FOLDER.glob("*.parquet")):
        preset, _, name = file.stem.partition("_")
        frames.setdefault(preset, {})[name] = pl.read_parquet(file)
    return frames, told["counts"], told["options"]


def lines(chosen: dict[str, pl.DataFrame]) -> go.Figure:
    figure = go.Figure()
    for (name,), part in chosen["by_workload"].group_by("slice", maintain_order=True):
        figure.add_scatter(x=part["month"].to_list(), y=part["mau"].to_list(), name=str(name), mode="lines")
    return figure.update_layout(yaxis_title="Workload users", hovermode="x unified", height=340)


def bridge(chosen: dict[str, pl.DataFrame]) -> go.Figure:
    frame = chosen["bridge"]
    moved = {name: frame[name].sum() for name in ("newly_associated", "expansion", "contraction", "lost")}
    heights = [frame["opening"][0], *moved.values(), frame["closing"][-1]]
    kinds = ["absolute", "relative", "relative", "relative", "relative", "total"]
    figure = go.Figure(go.Waterfall(x=["Opening", *moved, "Closing"], y=heights, measure=kinds))
    return figure.update_layout(yaxis_title="Workload users", height=340)


def movers(chosen: dict[str, pl.DataFrame]) -> go.Figure:
    frame = chosen["movers"]
    figure = go.Figure(go.Bar(x=frame["mau_change"].to_list(), y=frame["name"].to_list(), orientation="h"))
    return figure.update_layout(xaxis_title="Change of workload users", height=340)


st.set_page_config(page_title="Bare", layout="wide")
frames, counts, options = ready()
st.sidebar.text_input("Find a customer", key="customer_search")

with st.container(horizontal=True):
    preset = st.segmented_control(
        "Months", list(frames), default="12M", required=True, key="months", bind="query-params"
    )
    st.selectbox("Compared with", ["Previous period", "Same period last year", "Nothing"], key="compare")
    with st.popover("Filters"):
        for label, values in options.items():
            st.multiselect(label, values, key=label)

st.title("Executive summary")
chosen = frames[preset or "12M"]
months = chosen["months"]
for at, column in enumerate(st.columns(counts["numbers"])):
    name = ("mau", "pau", "new_units", "usage_share")[at % 4]
    first, last = months[name][0] or 0, months[name][-1] or 0
    column.metric(name, f"{months[name].sum():,.2f}", f"{last - first:,.2f}")

left, right = st.columns(2)
for at in range(counts["charts"]):
    draw = (lines, bridge, movers)[at % 3]
    (left, right)[at % 2].plotly_chart(draw(chosen), key=f"chart_{at}")
