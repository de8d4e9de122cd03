"""How does a choice show names while the address carries codes, and survives every way through the app?

The list in sight is not bound to the URL: a bound list writes its labels there (account managers' names do not
belong in an address), and inside a closed popover it drops out of the address on the first page switch. A hidden
text field, always drawn and bound, holds the codes; the list follows it and writes to it.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

# Not escaped in URLs, and in no code or country name.
_BETWEEN = "~"
_LONGEST = 2000


def codes_in_url(key: str, names: Mapping[str, str]) -> list[str]:
    """The codes the address names under this key; what nobody knows is dropped."""
    with st.container(key=f"codes_in_url_{key}"):
        written = st.text_input(key, key=key, bind="query-params", max_chars=_LONGEST, label_visibility="collapsed")
    return [code for code in dict.fromkeys((written or "").split(_BETWEEN)) if code in names]


def write_codes(key: str, codes: Sequence[str]) -> None:
    """Put codes into the address. Only from a callback: afterwards the field is drawn and fixed."""
    st.session_state[key] = _BETWEEN.join(codes)


def choose_by_code(label: str, key: str, names: Mapping[str, str], chosen: Sequence[str]) -> list[str]:
    """The list in sight: names shown, codes returned. Nothing to choose between, nothing shown."""
    if len(names) < 2:
        return []
    sight = f"{key}_names"
    st.session_state[sight] = list(chosen)
    return st.multiselect(
        label,
        list(names),
        format_func=lambda code: names.get(code, code),
        key=sight,
        on_change=lambda: write_codes(key, st.session_state[sight]),
        placeholder="All",
        select_all=False,
    )
