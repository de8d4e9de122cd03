"""How far is each designation, track by track? Points, the line, what is unknown and what is at zero."""

from collections.abc import Iterable

import polars as pl
import streamlit as st

from components.words import html
from domain.eligibility_wording import reason_sentence, step_sentence
from domain.phrases import listed
from domain.wording import counted

_WIDEST = 100
_CUSTOMER_FIRST = ("name", "step", "reason", "points_worth", "metric_name")
_METRIC_FIRST = ("metric_name", "points_per_unit", "unit", "name", "step", "points_worth")


def score_cards(scores: pl.DataFrame, programs: Iterable[str]) -> None:
    """One card a track. Frame of eligibility/scores; `programs` in the order to show."""
    for program in programs:
        tracks = scores.filter(pl.col("program") == program)
        st.subheader(tracks.item(0, "program_name"), anchor=False)
        names = tracks["track"].unique(maintain_order=True).to_list()
        for column, track in zip(st.columns(len(names)), names, strict=True):
            with column:
                _card(tracks.filter(pl.col("track") == track))


def at_maximum(track: pl.DataFrame) -> dict[str, str]:
    """The metrics, code to name, that have all their points: one more customer adds none. Frame of eligibility/scores."""
    full = track.filter(pl.col("is_known") & (pl.col("points") >= pl.col("max_points")))
    return dict(full.select("metric", "metric_name").iter_rows())


def maximum_in_words(full: dict[str, str]) -> str | None:
    """Which metrics have all their points, as the quiet line of a panel; None where none has."""
    if not full:
        return None
    return f"{listed(list(full.values()))} {'has' if len(full) == 1 else 'have'} all points: more adds none."


def steps_in_words(rows: pl.DataFrame) -> pl.DataFrame:
    """eligibility/one_step or moves_most for a table: the step as a sentence, codes left out."""
    said = [
        step_sentence(step, missing or 0) if step else None
        for step, missing in rows.select("step", "missing_count").iter_rows()
    ]
    return _for_table(rows.with_columns(pl.Series("step", said, dtype=pl.String)).drop("missing_count"))


def reasons_in_words(rows: pl.DataFrame) -> pl.DataFrame:
    """eligibility/contributors for a table: the reason as a sentence, codes left out."""
    said = [reason_sentence(reason) for reason in rows["reason"]]
    return _for_table(rows.with_columns(pl.Series("reason", said, dtype=pl.String)))


def _for_table(rows: pl.DataFrame) -> pl.DataFrame:
    codes = rows.drop("program", "track", "metric", "month")
    wanted = _METRIC_FIRST if "points_per_unit" in codes.columns else _CUSTOMER_FIRST
    first = [name for name in wanted if name in codes.columns]
    return codes.select(*first, pl.exclude(first))


def _card(track: pl.DataFrame) -> None:
    line = track.item(0, "line_points")
    known = float(track["points"].sum())
    open_points = float(track.filter(~pl.col("is_known"))["max_points"].sum())
    at_zero = track.filter(pl.col("points") == 0)["metric_name"].to_list()
    by_hand = track.filter(~pl.col("is_known") & pl.col("is_by_hand")).height
    untold = track.filter(~pl.col("is_known") & ~pl.col("is_by_hand")).height
    missing = max(0.0, line - known)
    said = [f"{missing:,.1f} points to the line of {line:,.0f}" if missing else f"Above the line of {line:,.0f}"]
    waiting = [f"{counted(by_hand, 'metric')} to enter by hand"] if by_hand else []
    if untold:
        waiting.append(f"{counted(untold, 'metric')} not known before the files hold a year of usage")
    if waiting:
        said.append(f"{' and '.join(waiting)} (up to {open_points:,.0f} more points)")
    if at_zero:
        said.append(f"At zero, which alone misses the designation: {listed(at_zero)}")
    st.html(
        '<div class="cpor-kpi">'
        f'<div class="cpor-kpi-label">{html(track.item(0, "track_name"))}</div>'
        f'<div class="cpor-kpi-value">{known:,.1f} <small>of {_WIDEST}</small></div>'
        f'<div class="cpor-kpi-of">{html(". ".join(said))}.</div></div>'
    )
