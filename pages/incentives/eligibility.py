"""How near are we to each designation, through whom, and what moves the score most?"""

import polars as pl
import streamlit as st

from components import figures
from components.eligibility_desk import enter_score, gates, qualification_line, sliders
from components.first_import import nothing_imported
from components.links import link, open_customer
from components.long_table import long_table
from components.organisation_desk import location_table
from components.paged_table import to_first_page
from components.panel import panel, show, show_table
from components.score_cards import at_maximum, maximum_in_words, reasons_in_words, score_cards, steps_in_words
from components.score_tables import CONTRIBUTORS, NOBODY_KNOWN, ONE_STEP
from data_access import eligibility
from data_access.eligibility_rules import program_gates
from data_access.organisation import organisation
from data_access.score_entries import save_score_entry
from domain.scope import Role
from pages import session

st.title("Program scores", anchor=False)

today = session.today()
scores = session.ask(eligibility.SCORES, today=today)
if scores.frame.is_empty():
    nothing_imported(may_import=session.me().role.may_import)
    st.stop()
if not scores.frame.is_empty() and not scores.frame.item(0, "is_whole"):
    st.info("These are your customers' part of the score, not the partner's whole score.", icon=":material/info:")


def other_customers() -> None:
    for table in (ONE_STEP, CONTRIBUTORS):
        to_first_page(table.key)


programs = scores.frame["program"].unique(maintain_order=True).to_list()
score_cards(scores.frame, programs)

program = st.segmented_control(
    "Designation",
    programs,
    default=programs[0],
    required=True,
    format_func=lambda code: scores.frame.filter(pl.col("program") == code).item(0, "program_name"),
    key="score_program",
    on_change=other_customers,
)
tracks = scores.frame.filter(pl.col("program") == program)
names = dict(tracks.select("track", "track_name").unique(maintain_order=True).iter_rows())
track = st.segmented_control(
    "Track",
    list(names),
    default=next(iter(names)),
    required=True,
    format_func=lambda code: names[code],
    key="score_track",
    on_change=other_customers,
)
chosen = tracks.filter(pl.col("track") == track)
full = at_maximum(chosen)

left, right = st.columns(2)
with (
    left,
    panel("Where do the points come from?", "Points per metric against its maximum; unknown ones are entered by hand."),
):
    show(
        session.view(scores, chosen.filter(pl.col("is_known")), f"{program}/{track}"),
        figures.progress_bars,
        key="points",
        label="metric_name",
        empty="No metric is known yet: most take a year of usage, the others an entry by hand.",
    )
with (
    right,
    panel(
        "Was the line held within the last six months?",
        "One qualifying day in this or the five months before is enough.",
    ),
):
    history = session.ask(eligibility.HISTORY, today=today)
    mine = history.frame.filter((pl.col("program") == program) & (pl.col("track") == track))
    qualification_line(mine, today)
    show(session.view(history, mine, f"{program}/{track}"), figures.score_history, key="score_history")

with panel("What would move the score?", "Slide to see; nothing is saved."):
    sliders(chosen, key=f"{program}_{track}")

OPENS = "Select a row to open its customer."
of_track = {"program": program, "track": track}


@st.fragment
def one_step() -> None:
    chosen = None
    with panel("Which customers are one step from counting?", f"{maximum_in_words(full) or ''} {OPENS}".lstrip()):
        chosen = long_table(ONE_STEP, *session.paged(eligibility.ONE_STEP, steps_in_words, **of_track))
    if chosen:
        open_customer(chosen["tenant_id"])


@st.fragment
def contributors() -> None:
    chosen = None
    with panel("Which customers count, and why?", OPENS):
        chosen = long_table(CONTRIBUTORS, *session.paged(eligibility.CONTRIBUTORS, reasons_in_words, **of_track))
    if chosen:
        open_customer(chosen["tenant_id"])


# What moves the score leaves out what is full; who counts and who is near stays worth knowing, and says so.
one_step()
with panel("What moves the score most?", maximum_in_words(full)):
    moves = session.ask(eligibility.MOVES_MOST)
    rows = moves.frame.filter((pl.col("program") == program) & (pl.col("track") == track))
    rows = rows.filter(~pl.col("metric").is_in(list(full)))
    show_table(
        session.view(moves, steps_in_words(rows), f"{program}/{track}"),
        key="moves_most",
        labels={"metric_name": "Metric"},
        empty="Every metric has all its points." if full else NOBODY_KNOWN,
    )
contributors()

if session.me().role is Role.INCENTIVES_ADMIN:
    with panel(
        "What do only people know?",
        "Certifications, and growth through other association types, with the day they are valid from.",
    ):
        entry = enter_score(chosen, today)
        if entry:
            save_score_entry(session.desk(), **entry)
            st.rerun()

with panel(
    "What else is there to reach?", "Specializations and Expanded Benefits, with what is public about their gates."
):
    gates(program_gates().programs)

with panel("Which locations are enrolled?", "As entered on the organisation page; only an enrolled location is paid."):
    location_table(organisation(session.workspace()).locations)
    link("Change an enrolment", "associations/organisation", icon=":material/apartment:")
