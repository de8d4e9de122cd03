"""Is what is sent to dispute a difference that difference, while it can be disputed?"""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from components.dispute_desk import difference_words

DIFFERENCE = {
    "tenant_id": "t1",
    "name": "Contoso",
    "workload": "EXO",
    "month": date(2026, 9, 1),
    "claim_id": "C1",
    "family": "growth",
    "difference_usd": Decimal("-12.50"),
    "days_left": 12,
}


def _form() -> None:
    from datetime import date

    import streamlit as st

    from components.dispute_desk import raise_form
    from tests.components.test_dispute_desk import DIFFERENCE

    changed = {"days_left": st.session_state["days_left"]} if "days_left" in st.session_state else {}
    st.session_state["raised"] = raise_form({**DIFFERENCE, **changed}, date(2026, 11, 23))


def test_a_difference_is_disputed_under_its_ticket() -> None:
    at = AppTest.from_function(_form, default_timeout=30).run()
    assert at.session_state["raised"] is None
    at.text_input[0].set_value("T-77")
    at.text_input[1].set_value("twice")
    at.button[0].click().run()
    assert at.session_state["raised"] == {
        "tenant_id": "t1",
        "workload": "EXO",
        "month": date(2026, 9, 1),
        "claim_id": "C1",
        "amount_usd": Decimal("-12.50"),
        "raised_on": date(2026, 11, 23),
        "ticket": "T-77",
        "note": "twice",
    }


@pytest.mark.parametrize("days_left", [-1, None])
def test_what_is_over_cannot_be_disputed(days_left: int | None) -> None:
    at = AppTest.from_function(_form, default_timeout=30)
    at.session_state["days_left"] = days_left
    at.run()
    assert not at.button
    assert "no longer be disputed" in at.caption[0].value


def test_a_difference_in_a_line() -> None:
    assert difference_words(DIFFERENCE) == "Contoso, Exchange Online, Sep 2026: −$12.50 (12 days left)"
    assert difference_words({**DIFFERENCE, "days_left": 0}).endswith("(0 days left)")
    assert difference_words({**DIFFERENCE, "workload": None, "days_left": -3}) == (
        "Contoso, no workload named, Sep 2026: −$12.50"
    )
