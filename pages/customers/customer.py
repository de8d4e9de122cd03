"""Where does this customer stand, workload by workload?"""

import streamlit as st

from components import figures
from components.cards import kpi_row
from components.claim_customer import (
    claim_next,
    claims_elsewhere,
    claims_with_clocks,
    note_form,
    only_in_the_files,
    open_form,
    timeline,
)
from components.customer_columns import NINE_FIELDS, NINE_LABELS, NO_FORECAST, NOTHING_EARNED, REACH, STANDING
from components.customer_head import customer_cards, customer_head
from components.forecast_words import EXPECTED_LABELS, forecast_state, reach_rows, with_forecast
from components.incentive_words import blockers_in_words
from components.links import customer_in_url, link
from components.panel import panel, show, show_table
from components.plan_form import (
    PLANNED,
    PLANNED_LABELS,
    SCORE_LABELS,
    SCORES,
    plan_form,
    withdrawn_plan,
)
from components.reading import where_any
from data_access import adoption, associations, claim_watch, claimable, incentive_ladder, incentives, plans, portfolio
from data_access.forecasts import questions as forecasts
from data_access.forecasts.starting import start_forecast
from data_access.registry.drafts import start_drafts
from data_access.registry.entries import write_note
from data_access.registry.settings import claim_settings
from data_access.settings import current_settings
from domain.scope import Role
from pages import session

tenant = customer_in_url()
scope = session.scope()

if tenant is None:
    st.title("Customer", anchor=False)
    st.info("Choose a customer in the portfolio, or find one in the side bar.", icon=":material/search:")
    link("Open the portfolio", "customers/portfolio", icon=":material/table_rows:")
    st.stop()

who = session.ask(portfolio.CUSTOMER, tenant=tenant).frame
if who.is_empty():
    st.title("Customer", anchor=False)
    st.info("There is no such customer among those you may see.", icon=":material/search_off:")
    link("Open the portfolio", "customers/portfolio", icon=":material/table_rows:")
    st.stop()

customer_head(who.row(0, named=True))
kpi_row(customer_cards(who))

with panel("How much of each workload is used?", "Prior HWM from files is a lower bound, since the first month known."):
    workloads = session.ask(portfolio.WORKLOADS, tenant=tenant)
    show_table(workloads, key="workloads", columns=tuple(STANDING), labels=STANDING)

history = session.ask(adoption.LEDGER, within=scope, tenant=tenant)
paths = session.ask(forecasts.PATHS, tenant=tenant)
with panel(
    "How did each workload develop?",
    "Users as a line in the family's colour, the high-water mark as a grey step, paid units dotted.",
):
    forecast_state(session.forecast_state)
    both = session.view(history, with_forecast(history.frame, paths.frame), paths.key)
    show(both, figures.workload_histories, key="histories")

with panel(
    "When is the next step reached?", "Probability, and the middle and 10-90 % range of the date; from the data alone."
):
    reach = session.ask(forecasts.REACH, tenant=tenant)
    show_table(
        session.view(reach, reach_rows(reach.frame), "words"),
        key="reach",
        columns=REACH,
        labels=EXPECTED_LABELS,
        empty=NO_FORECAST,
    )

with panel(
    "What do these workloads earn?", "Microsoft's nine fields, and what stands in the way; amounts are estimates."
):
    ladder = session.ask(incentive_ladder.LADDER, tenant=tenant)
    show_table(
        session.view(ladder, blockers_in_words(ladder.frame), "words"),
        key="nine_fields",
        columns=NINE_FIELDS,
        labels=NINE_LABELS,
    )
    earned = session.ask(incentives.BY_MONTH, within=scope, tenant=tenant)
    show(
        session.view(earned, where_any(earned.frame, "reported_usd", "estimated_usd"), "any"),
        figures.outlook,
        key="earned_by_month",
        metric="reported_usd",
        forecast="estimated_usd",
        empty=NOTHING_EARNED,
    )

planned = paths.frame.filter(paths.frame["planned_mau"].is_not_null())
with panel("What is planned here?", "A plan is shown beside the data-only forecast, never mixed into it."):
    if planned.height:
        show_table(session.view(paths, planned, "planned"), key="planned", columns=PLANNED, labels=PLANNED_LABELS)
    scores = session.ask(forecasts.PLAN_SCORES, tenant=tenant)
    if scores.frame.height:
        st.caption("What came of it: both paths, as first forecast, against the complete months since.")
        show_table(scores, key="plan_scores", columns=SCORES, labels=SCORE_LABELS)
    if session.me().role is not Role.EXECUTIVE:
        said = plan_form(workloads.frame["workload"].to_list(), session.today())
        if said:
            plans.save_plan(session.desk(), plans.Plan(tenant_id=tenant, **said))
        withdrawn = withdrawn_plan(planned["workload"].unique(maintain_order=True).to_list())
        if withdrawn:
            plans.withdraw_plan(session.desk(), tenant, withdrawn)
        if said or withdrawn:
            start_forecast(session.workspace(), current_settings())
            st.rerun()

with panel("Which months were strong?", "Usage % by workload and month; an empty cell is a month without a fact."):
    show(history, figures.workload_month_heatmap, key="month_heatmap")

others = session.ask(adoption.OTHER_VALUES, within=scope, tenant=tenant)
if others.frame.height:
    with panel("What did other sources say?", "The same months, from files that rank lower or are older."):
        show_table(others, key="others")

with panel("Which associations are there, and which are missing?"):
    claims = session.ask(associations.REGISTER, tenant=tenant)
    claims_with_clocks(claim_watch.with_clocks(claims, session.today(), claim_settings()).frame)
    claims_elsewhere(only_in_the_files(workloads.frame, claims.frame))
    if session.me().role is not Role.EXECUTIVE:
        wanted = claim_next(session.ask(claimable.STANDING, tenant=tenant).frame)
        if wanted:
            open_form(start_drafts(session.desk(), [(tenant, [wanted])], {})[0])

with panel("What happened here?", "Claims, documents and notes, newest first."):
    if session.me().role is not Role.EXECUTIVE:
        note = note_form()
        if note is not None:
            write_note(session.desk(), tenant, note)
            st.rerun()
    timeline(session.ask(associations.TIMELINE, tenant=tenant).frame)
