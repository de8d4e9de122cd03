"""Where is the next growth, what is it worth, and who works on it?"""

from dataclasses import asdict

import polars as pl
import streamlit as st

from components import figures
from components.cards import Kpi, kpi_row
from components.claim_customer import open_form
from components.failure import show_failure
from components.opportunity_desk import (
    opportunity_detail,
    opportunity_form,
    opportunity_history,
    wants_claim,
)
from components.opportunity_list import opportunity_filters, opportunity_list
from components.opportunity_record import LIFT_LABELS, RATE_LABELS, changes_in_words, lift_sentence, rates_in_words
from components.panel import panel, show, show_table
from data_access import signals
from data_access.opportunities import save_work
from data_access.registry.drafts import start_drafts
from domain.errors import InsightsError
from domain.metrics import Unit
from domain.scope import Role
from domain.wording import counted, short
from pages import session

SAVED = "opportunity_saved"
KEY = "opportunities"

scope, today = session.scope(), session.today()
st.title("Opportunities", anchor=False)

totals = session.ask(signals.TOTALS, within=scope, today=today).frame.row(0, named=True)
owners = {
    row["owner"]: row["owner_name"] or row["owner"]
    for row in session.ask(signals.BY_OWNER, within=scope, today=today).frame.iter_rows(named=True)
    if row["owner"]
}

kpi_row(
    [
        Kpi(
            "expected_value_usd",
            totals["expected_usd"],
            of=f"of {short(totals['value_usd'], Unit.USD)} if all worked out",
        ),
        Kpi(
            "open_signals",
            totals["open_count"],
            of=f"at {counted(totals['customers_count'], 'customer')}",
            label="Open opportunities",
        ),
        Kpi("open_signals", totals["new_count"], of=f"{totals['in_work_count']:,} in work", label="Nobody took yet"),
        Kpi("open_signals", totals["unsaid_count"], of="no amount, or too little evidence", label="Without a value"),
    ]
)

with panel(
    "What promises most?",
    "By value times odds. Values are estimates by the rules in force; odds are shares of this portfolio's past cases.",
):
    filters = opportunity_filters(owners, key=KEY)
    asked = asdict(filters)
    answer = session.ask(signals.OPPORTUNITIES, within=scope, today=today, **asked)
    whole = {**asked, "skip_rows": 0, "page_size": None}

    def every_row() -> pl.DataFrame:
        return session.ask(signals.OPPORTUNITIES, within=scope, today=today, **whole).frame

    chosen = opportunity_list(answer.frame, filters, every_row, key=KEY)

if st.session_state.pop(SAVED, None):
    st.toast("Saved.", icon=":material/check:")

if chosen:
    with panel("Why this one, and what next?"):
        left, right = st.columns([3, 2], gap="large")
        with left:
            opportunity_detail(chosen)
            if session.me().role is not Role.EXECUTIVE and wants_claim(chosen, key=KEY):
                open_form(start_drafts(session.desk(), [(chosen["tenant_id"], [chosen["workload"]])], {})[0])
        with right:
            history = session.ask(
                signals.WORK_HISTORY, tenant=chosen["tenant_id"], workload_code=chosen["workload"]
            ).frame
            if session.me().role is Role.EXECUTIVE:
                st.caption("An executive's view is for reading.")
                written = None
            else:
                written = opportunity_form(chosen, owners, key=KEY)
            if written:
                try:
                    save_work(
                        session.desk(),
                        chosen["tenant_id"],
                        chosen["workload"],
                        **asdict(written),
                        facts_key=chosen["facts_key"],
                        seen_number=history.height,
                    )
                except InsightsError as refused:
                    show_failure(refused)
                else:
                    st.session_state[SAVED] = True
                    st.rerun()
            opportunity_history(history)

with panel(
    "What changed since the last import?", "Situations of usage that came, went or changed, and values by a quarter."
):
    changes = session.ask(signals.CHANGES, within=scope)
    show_table(
        session.view(changes, changes_in_words(changes.frame), "words"),
        key="opportunity_changes",
        empty="The list did not change with the last import."
        if totals["has_before"]
        else "There is no earlier list to compare with: this is the first import.",
    )

left, right = st.columns(2)
with left, panel("Did our odds keep their promise?", "Past cases, each judged with what was known on its day."):
    show(
        session.ask(signals.CALIBRATION),
        figures.calibration,
        key="opportunity_calibration",
        empty="No past case can be judged yet: it takes half a year of outcomes after a history to learn from.",
    )
with right:
    lift = session.ask(signals.LIFT)
    with panel("Is the list better than largest headroom first?", lift_sentence(lift.frame)):
        show_table(
            session.view(lift, lift.frame.with_columns(pl.col("lift").round(1)), "rounded"),
            key="opportunity_lift",
            labels=LIFT_LABELS,
            empty="Nothing to compare yet.",
        )

with panel("What do the odds rest on?", "Every line of the model: cases that stood alike, and how many worked out."):
    rates = session.ask(signals.RATES)
    show_table(
        session.view(rates, rates_in_words(rates.frame), "words"),
        key="opportunity_rates",
        labels=RATE_LABELS,
        empty="No past cases yet: a situation counts once it is nine months old.",
    )
