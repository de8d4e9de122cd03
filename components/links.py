"""How does one get from here to a customer or another view, with the scope one has?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from components.words import plain

_CUSTOMER = "pages/customers/customer.py"
_TENANT = "tenant"
_ASKED_FOR = "_customer_asked_for"
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence built from the data, with the page that proves it: a path of the menu and its parameters."""

    sentence: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    icon: str = ":material/arrow_forward:"


def open_customer(tenant: str) -> NoReturn:
    """Go to the customer's page. The scope goes along by itself; the browser's Back returns here.

    In two steps: leaving from inside a fragment, where the scope bar is not drawn, would lose the scope's parameters.
    """
    st.session_state[_ASKED_FOR] = tenant
    st.rerun()


def follow() -> None:
    """Go where the last run was asked to go. The frame calls it once the scope bar is drawn."""
    tenant = st.session_state.pop(_ASKED_FOR, None)
    if tenant is not None:
        st.switch_page(_CUSTOMER, query_params={_TENANT: tenant})


def customer_in_url() -> str | None:
    """The tenant the address names, if it is a tenant ID at all: the door decides whether the viewer may see it."""
    written = st.query_params.get(_TENANT, "").strip().casefold()
    return written if _GUID.fullmatch(written) else None


def link(label: str, path: str, parameters: Sequence[tuple[str, str]] = (), *, icon: str | None = None) -> None:
    """A link to a page of the menu (such as "growth/trends") that keeps the scope.

    To a viewer whose menu does not have the page the words stay, in the size of a link, without one.
    """
    try:
        st.page_link(f"pages/{path}.py", label=plain(label), icon=icon, query_params=dict(parameters))
    except StreamlitPageNotFoundError:
        st.markdown(f":small[{icon or ''} {plain(label)}]")


def sentences(said: Sequence[Said]) -> None:
    """Plain sentences, each a link to the view that proves it."""
    for one in said:
        link(one.sentence, one.path, one.parameters, icon=one.icon)
