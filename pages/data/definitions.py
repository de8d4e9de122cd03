"""What do the numbers mean, and by which rules are they worked out?"""

import streamlit as st

from components.definitions import metric_catalogue, rule_sets, workload_table
from data_access.eligibility_rules import score_programs
from data_access.programs import in_force
from pages import session

st.title("Definitions", anchor=False)
metric_catalogue()
known = in_force(session.workspace())
scores = score_programs(session.workspace().programs)
rule_sets(known, scores.programs, [*(row["problem"] for row in known if row["problem"]), *scores.refused])
workload_table()
