"""What does a page about usage say before the first import, and to whom?"""

import streamlit as st

from components.links import link


def nothing_imported(*, may_import: bool) -> None:
    """Where to begin: the imports page, or whoever has one."""
    if not may_import:
        st.info("Nothing has been imported yet. Ask an incentives admin to import your files.", icon=":material/info:")
        return
    st.info("Nothing has been imported yet. Drop Partner Center files on the imports page.", icon=":material/info:")
    link("Open the imports page", "data/imports", icon=":material/upload_file:")
