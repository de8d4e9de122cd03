"""What opens first? The frame: who looks, which menu, which scope, as of when; then the page itself."""

import streamlit as st

from components import frame, provenance
from components.as_of import as_of_line
from components.customer_search import customer_search
from components.provenance import Provenance
from components.scope_bar import scope_bar, scope_in_words
from pages import MENU, session

frame.configure()
# First in the side bar: below the choice of a viewer what a search finds would be out of sight.
search = st.sidebar.container()
viewer = session.viewer(frame.viewer_switch(session.view_as()))
opened = frame.menu(MENU, viewer.role, landing=session.landing(viewer), badges=session.badges(viewer))

with search:
    customer_search(session.find_customers)
if session.is_sample():
    frame.sample_banner(may_import=opened.may_import)
with frame.last_resort("The frame"):
    as_of = as_of_line(session.freshness())
    options = session.scope_options()
    opened.is_empty = options.last_month is None
    scope = scope_bar(options) if opened.entry.needs_scope else session.scope()
    session.use(scope)
    words = scope_in_words(scope, options)
    provenance.remember(Provenance(words, as_of, provenance.address(), session.is_sample()))
opened.run()
frame.settle()
