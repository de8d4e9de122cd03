"""Does what a callback refuses stay a sentence, with the page under it?"""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from components.failure import guarded
    from domain.errors import NotAllowed

    def refuse(_: str) -> None:
        raise NotAllowed("An executive's view is for reading.")

    def break_down(_: str) -> None:
        raise ZeroDivisionError

    st.button("Refused", on_click=guarded(refuse), args=("x",))
    st.button("Broken", on_click=guarded(break_down), args=("x",))
    st.title("Still here")


def test_a_refusal_is_said_and_the_page_stands() -> None:
    app = AppTest.from_function(_page).run()
    app.button[0].click().run()
    assert not app.exception
    assert [box.value.replace("\\", "") for box in app.info] == ["An executive's view is for reading."]
    assert app.title[0].value == "Still here"


def test_a_fault_is_said_without_its_trace() -> None:
    app = AppTest.from_function(_page).run()
    app.button[1].click().run()
    assert not app.exception
    assert "What was asked for could not be shown" in app.error[0].value
    assert app.title[0].value == "Still here"
