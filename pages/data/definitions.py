"""What do the numbers mean?"""

import streamlit as st

from components.definitions import metric_catalogue, workload_table

st.title("Definitions", anchor=False)
metric_catalogue()
workload_table()
