"""Does an opportunity lead to what proves it, and an unclaimed workload to the form that claims it?"""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.signals import known_signals

ROW = {
    "tenant_id": "00000000-0000-4000-8000-000000000001",
    "name": "Contoso",
    "workload": "EXO",
    "value_usd": None,
    "probability": None,
    "expected_usd": None,
    "confidence": None,
    "evidence_count": 0,
    "reached_count": 0,
    "since_on": None,
    "mau": 100,
    "pau": 400,
    "mark": 120,
    "mau_3": 90,
    "pau_3": 400,
    "target_users": 140,
    "stratum": None,
    "momentum": None,
    "claim_id": None,
    "is_illustrative": False,
    "is_back": False,
    "said_status": "new",
    "closed_signals": None,
    "closed_mau": None,
    "closed_pau": None,
    "facts": "",
}


def page() -> None:
    import streamlit as st

    from components.opportunity_desk import opportunity_detail, wants_claim

    opportunity_detail(st.session_state["row"])
    st.session_state["wanted"] = wants_claim(st.session_state["row"], key="here")


def drawn(code: str) -> AppTest:
    app = AppTest.from_function(page)
    row: dict[str, Any] = {**ROW, "signal": code, "signals": code, "facts": f"{code}:10:15"}
    app.session_state["row"] = row
    return app.run()


@pytest.mark.parametrize("code", known_signals())
def test_every_signal_leads_somewhere(code: str) -> None:
    app = drawn(code)
    assert not app.exception
    # Without a menu around it each link is its words.
    words = [one.value for one in app.markdown]
    at = next(at for at, said in enumerate(words) if said.endswith("Open the customer]"))
    after = words[at + 1 :]
    assert bool(after) != bool(app.button), "a page that proves it, or the form that claims it"


def test_the_form_is_asked_for_by_a_click() -> None:
    app = drawn("unclaimed")
    assert app.session_state["wanted"] is False
    app.button(key="here_claim").click().run()
    assert app.session_state["wanted"] is True
