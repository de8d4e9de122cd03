"""How many entries of the browser's history does one act of the viewer leave? One, so that Back undoes the act."""

import streamlit as st

# Streamlit writes an address in up to three steps (parameters set, parameters of the old page dropped, page changed)
# and pushes each: Back took three presses, and the first two led to a page without its search. Here the first step
# after a click or a key is pushed and the others replace it; the entry one came from stays as it was. The second half
# of a double click is no act of its own, and what nobody asked for ("/" forwarding to a page) only replaces.
_ONE_ACT_ONE_ENTRY = """
<script>
if (!window.cporHistory) {
  window.cporHistory = true;
  const push = history.pushState;
  let acted = false;
  for (const act of ["mousedown", "click", "keydown"])
    addEventListener(act, event => { if (!(event.detail > 1)) acted = true; }, true);
  history.pushState = function (...step) {
    (acted ? push : history.replaceState).apply(history, step);
    acted = false;
  };
}
</script>
"""


def one_act_one_entry() -> None:
    """Have the page do so, from its first run on; it takes no space."""
    with st.container(key="history"):
        st.html(_ONE_ACT_ONE_ENTRY, unsafe_allow_javascript=True)
