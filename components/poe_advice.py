"""What makes a proof of execution pass review? Said beside the upload."""

import streamlit as st

_POINTS = (
    ("Both companies", "our company under its legal name, and the customer's."),
    ("The tenant", "its domain and its tenant ID, the same as in the claim."),
    ("The customer's acknowledgement", "name, signature, and a date within the twelve months before submission."),
    ("Every claimed workload by name", "each with what was done; one that is missing fails the whole claim."),
    ("Activities with results", "before and after measures and dates of the last twelve months, per workload."),
    ("Public sector", "in the US and Puerto Rico the customer signs a disclosure of our incentives as well."),
)
_DEFECTS = (
    "Often refused: no document or another one; no signature; no date or one too old; no description of the work;"
    " a claimed workload that the document does not name."
)


def poe_advice() -> None:
    """The points, then what is refused most often."""
    st.markdown("**A reviewer looks for**")
    st.markdown("\n".join(f"- **{what}:** {which}" for what, which in _POINTS))
    st.caption(_DEFECTS)
    st.caption(
        "Microsoft's template is recommended, not required. File types and sizes are not public; ours are settings."
    )
