"""Which customer does the viewer want to jump to? In the sidebar on every page, outside the URL."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.failure import show_failure
from components.links import open_customer
from components.words import plain
from domain.errors import InsightsError

Find = Callable[[str], Sequence[tuple[str, str]]]


@st.fragment
def customer_search(find: Find) -> None:
    """A search box and its hits. `find` takes what was typed and returns (tenant_id, label), best first."""
    typed = st.text_input(
        "Find a customer",
        key="customer_search",
        type="search",
        live="300ms",
        max_chars=80,
        placeholder="Name, domain or tenant ID",
        icon=":material/search:",
    )
    wanted = (typed or "").strip()
    if len(wanted) < 2:
        return
    try:
        hits = find(wanted)[:8]
    except InsightsError as error:
        # A redraw of the box alone has no frame around it that would say so.
        show_failure(error, what="The search")
        return
    if not hits:
        st.caption("No customer you may see matches.")
    for tenant, label in hits:
        if st.button(plain(label), key=f"jump_{tenant}", type="tertiary", icon=":material/domain:"):
            open_customer(tenant)
