"""Does the bar turn choices, and an address, into the scope they name?"""

from datetime import date

from streamlit.testing.v1 import AppTest

from domain.scope import Scope


def _bar() -> None:
    from datetime import date

    import streamlit as st

    from components.scope_bar import ScopeOptions, scope_bar, scope_in_words

    options = ScopeOptions(
        date(2024, 1, 1),
        date(2026, 10, 1),
        {"EXO": "Exchange Online", "TEAMS": "Teams"},
        ("Enterprise", "SMB"),
        ("Korea, Republic of", "US"),
        {"am-01": "Ana Petrov", "am-02": "Bob Stone"},
        {"100": "Berlin"},
    )
    st.session_state["scope"] = scope_bar(options)
    st.session_state["words"] = scope_in_words(st.session_state["scope"], options)


def opened(**parameters: str) -> AppTest:
    at = AppTest.from_function(_bar, default_timeout=30)
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def scope(at: AppTest) -> Scope:
    found = at.session_state["scope"]
    assert isinstance(found, Scope)
    return found


def test_the_last_twelve_months_against_the_period_before_are_the_beginning() -> None:
    assert scope(opened()) == Scope(date(2025, 11, 1), date(2026, 11, 1), "previous")


def test_the_fiscal_year_begins_in_july() -> None:
    assert scope(opened(months="FYTD")).start == date(2026, 7, 1)


def test_a_range_never_begins_before_the_data() -> None:
    at = opened(months="24M")
    assert scope(at).start == date(2024, 11, 1)


def test_a_custom_range_is_read_in_either_direction() -> None:
    found = scope(opened(months="Custom", **{"from": "Mar 2026", "to": "Jan 2026"}))
    assert (found.start, found.end_before) == (date(2026, 1, 1), date(2026, 4, 1))


def test_filters_come_from_the_address_by_code() -> None:
    at = opened(workload="EXO~TEAMS", manager="am-02", country="Korea, Republic of")
    assert scope(at).workloads == ("EXO", "TEAMS")
    assert scope(at).managers == ("am-02",)
    assert scope(at).countries == ("Korea, Republic of",)
    words = at.session_state["words"]
    assert words.startswith("Nov 2025 to Oct 2026; Exchange Online and Teams; Bob Stone; Korea")


def test_what_nobody_knows_is_dropped() -> None:
    found = scope(opened(months="99M", workload="<script>~EXO~EXO", manager="zz"))
    assert found.start == date(2025, 11, 1)
    assert found.workloads == ("EXO",)
    assert found.managers is None


def test_choosing_and_clearing() -> None:
    at = opened()
    at.multiselect(key="manager_names").set_value(["am-01"]).run()
    assert scope(at).managers == ("am-01",)
    assert at.text_input(key="manager").value == "am-01"
    next(button for button in at.button if "Clear" in button.label).click().run()
    assert scope(at).managers is None


def test_a_single_location_is_no_choice() -> None:
    at = opened()
    assert "location_names" not in [box.key for box in at.multiselect]
