"""Does the as-of line name every source, those that stand alike together, and the late one first?"""

from streamlit.testing.v1 import AppTest


def _line() -> None:
    from datetime import date

    import polars as pl
    import streamlit as st

    from components.as_of import as_of_line

    frame = pl.DataFrame(
        {
            "source": ["CPOR usage", "EMS usage", "OfficeUsage"],
            "last_month": [date(2026, 10, 1), date(2026, 9, 1), date(2026, 10, 1)],
            "imported_at": [date(2026, 11, 18)] * 3,
            "next_expected_on": [date(2026, 12, 20), date(2026, 11, 20), date(2026, 12, 20)],
            "is_late": [False, True, False],
        }
    )
    st.session_state["words"] = as_of_line(frame)
    st.session_state["none"] = as_of_line(frame.clear())


def test_sources_that_stand_alike_share_a_sentence() -> None:
    at = AppTest.from_function(_line, default_timeout=30).run()
    assert not at.exception
    assert at.session_state["words"] == (
        "CPOR usage and Microsoft 365 usage to Oct 2026, imported 18 Nov 2026, next expected by 20 Dec 2026; "
        "EMS usage to Sep 2026, imported 18 Nov 2026, next expected by 20 Nov 2026. Late: EMS usage"
    )
    assert at.session_state["none"] == ""
    (line,) = at.get("html")
    assert line.proto.body.index("Late: EMS usage") < line.proto.body.index("CPOR usage and")
