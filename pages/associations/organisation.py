"""Who are we to Microsoft, and which of our locations may file?"""

import streamlit as st
from pydantic import ValidationError

from components.organisation_desk import legal_names, location_form, location_table, removal, requirements
from components.panel import panel
from data_access.organisation import (
    organisation,
    remove_location,
    requirements_met,
    save_legal_names,
    save_location,
    tick_requirement,
)
from data_access.organisation_file import EXAMPLE, read_organisation
from domain.claim_form import sentences
from domain.errors import BadInput
from domain.organisation import Location
from domain.wording import counted
from pages import session

desk = session.desk()
ours = organisation(desk.workspace)


def checked(fields: dict[str, object]) -> Location:
    try:
        return Location.model_validate({**fields, "checked_on": desk.today})
    except ValidationError as wrong:
        raise BadInput(" ".join(sentences(wrong).values())) from wrong


st.title("Our organisation", anchor=False)

left, right = st.columns([2, 3])
with left, panel("Under which legal names do we sign?", "A proof of execution must name one of them."):
    names = legal_names(ours.legal_names)
    if names is not None:
        save_legal_names(desk, names)
        st.rerun()
with right, panel("Bring it all from a file", "TOML for everything, CSV for locations; what it does not name stays."):
    with st.form("organisation_file", border=False, clear_on_submit=True):
        file = st.file_uploader("Organisation file (.toml or .csv)", type=["toml", "csv"], max_upload_size=1)
        if st.form_submit_button("Take it over") and file:
            read = read_organisation(file.name, file.getvalue())
            if read.legal_names:
                save_legal_names(desk, read.legal_names)
            for location in read.locations:
                save_location(desk, location)
            st.toast(f"{counted(len(read.locations), 'location')} taken over.")
            st.rerun()
    st.download_button(
        "Example file", data=EXAMPLE, file_name="organisation.toml", mime="application/toml", type="tertiary"
    )

with panel("Which locations may file?", "Only an enrolled location can file an association and be paid."):
    location_table(ours.locations)
    fields = location_form(ours.locations)
    if fields is not None:
        save_location(desk, checked(fields))
        st.rerun()
    gone = removal(ours.locations) if ours.locations else None
    if gone:
        remove_location(desk, gone)
        st.rerun()

if ours.locations:
    with panel("Is each location eligible?", "Ticked by hand, as Partner Center shows it; every line has its source."):
        tabs = st.tabs([each.name for each in ours.locations])
        for tab, location in zip(tabs, ours.locations, strict=True):
            with tab:
                ticked = requirements(location, requirements_met(desk.workspace, location.location_id))
                if ticked:
                    tick_requirement(desk, location.location_id, *ticked)
                    st.rerun()
