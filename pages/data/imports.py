"""What was imported, is it fresh, and what would these files change?"""

import streamlit as st

from components.panel import panel, show_table
from data_access import imports
from pages import session

st.title("Imports", anchor=False)

with panel("How far does each source reach?", "Usage cycles are complete by the 20th of the next month."):
    show_table(lambda: session.ask(imports.FRESHNESS), key="freshness")

with panel("What was imported?", "Undone imports stay in the list; their facts no longer count."):
    show_table(lambda: session.ask(imports.HISTORY), key="history")
