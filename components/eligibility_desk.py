"""What can be tried and entered about a designation's score? Sliders, hand entries, the window, further gates."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import streamlit as st

from components.words import plain
from domain.eligibility import points_for
from domain.eligibility_rules import NamedGate
from domain.eligibility_window import qualification
from domain.phrases import listed
from domain.wording import day


def qualification_line(history: pl.DataFrame, today: date) -> None:
    """Is the designation held, since which day, until when? Frame of eligibility/history of one track."""
    days = [(row["counted_on"], row["is_qualified"]) for row in history.iter_rows(named=True)]
    found = qualification(days, today)
    if found.is_qualified and found.qualifying_on and found.lapses_on:
        st.success(
            f"Held: last at the line on {day(found.qualifying_on)}; without a new day it lapses on {day(found.lapses_on)}."
        )
    elif found.is_qualified is None:
        st.info("Not enough is known: enter the metrics that no file carries.", icon=":material/edit_note:")
    else:
        st.warning(f"No day since {day(found.window_start)} reached the line with every metric above zero.")


def sliders(track: pl.DataFrame, *, key: str) -> None:
    """One slider a metric, in its own unit; the total follows. Frame of eligibility/scores of one track."""
    total = Decimal(0)
    line = Decimal(str(track.item(0, "line_points")))
    zero = []
    for row in track.iter_rows(named=True):
        actual = row["actual"] or 0.0
        most = float(max(2 * row["threshold"], 1.2 * actual, 1))
        chosen = st.slider(
            f"{plain(row['metric_name'])} ({plain(row['unit'])})",
            min_value=float(min(0.0, actual)),
            max_value=most,
            value=float(actual),
            step=1.0,
            format="localized",
            key=f"slider_{key}_{row['metric']}",
        )
        points = points_for(Decimal(str(chosen)), Decimal(str(row["threshold"])), Decimal(str(row["max_points"])))
        total += points or Decimal(0)
        if not points:
            zero.append(row["metric_name"])
    reached = f"{'reaches' if total >= line else 'does not reach'} the line of {line:,.0f}"
    but = f", but a metric at zero misses the designation: {listed([plain(name) for name in zero])}" if zero else ""
    st.markdown(f"**Scenario: {total:,.1f} of 100 points.** It {reached}{but}.")


def enter_score(track: pl.DataFrame, today: date) -> dict[str, Any] | None:
    """The form for one hand entry; its values once it is sent."""
    names = dict(track.filter(pl.col("is_by_hand")).select("metric", "metric_name").iter_rows())
    if not names:
        st.caption("Every metric of this track comes from the files.")
        return None
    with st.form("score_entry", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            metric = st.selectbox("Metric", list(names), format_func=lambda code: names[code])
            actual = st.number_input("How many", min_value=0.0, step=1.0, format="%g")
            valid_from = st.date_input("Valid from", value=today, max_value=today)
        note = st.text_input("Note", max_chars=200)
        if not st.form_submit_button("Enter", type="primary"):
            return None
    first = track.row(0, named=True)
    return {
        "program": first["program"],
        "track": first["track"],
        "metric": metric,
        "actual": actual,
        "valid_from": valid_from,
        "note": note,
    }


def gates(named: Iterable[NamedGate]) -> None:
    """Specializations and packages, with what is public about their gates."""
    rows = [
        {
            "Program": one.name,
            "Group": one.group,
            "Usage gate": one.usage_gate,
            "Requires": one.requires,
            "Source": one.source,
        }
        for one in named
    ]
    st.dataframe(pl.DataFrame(rows), hide_index=True, key="gates", alt="Programs and what is public about their gates.")
