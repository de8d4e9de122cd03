"""Does a page with several long tables keep the search, the sorting and the page of each apart?"""

from typing import Any

from streamlit.testing.v1 import AppTest


def _two_tables() -> None:
    import polars as pl
    import streamlit as st

    from components.paged_table import TablePage, paged_table
    from tests.components.answers import Given

    def rows(page: TablePage) -> Given:
        st.session_state["asked"] = [*st.session_state.get("asked", []), page.asked]
        names = [f"row {number}" for number in range(60) if (page.search or "") in f"row {number}"]
        shown = names[page.offset : page.offset + page.limit]
        frame = pl.DataFrame({"name": shown, "mau": range(len(shown)), "total_count": len(names)})
        return Given(frame, key=str(page))

    st.session_state["asked"] = []
    sorts = {"mau": "Most", "name": "By name"}
    for key, in_address in (("first", ""), ("second", "second_")):
        paged_table(rows, key=key, in_address=in_address, sorts=sorts, columns=("name", "mau"), empty="None at all.")


def asked(at: AppTest) -> list[dict[str, Any]]:
    assert not at.exception
    found: list[dict[str, Any]] = at.session_state["asked"]
    return found


WHOLE = {"search": None, "sort_by": "mau", "skip_rows": 0, "page_size": 25}


def test_each_table_is_searched_sorted_and_turned_by_itself() -> None:
    at = AppTest.from_function(_two_tables, default_timeout=30).run()
    assert asked(at) == [WHOLE, WHOLE]
    at.text_input(key="second_search").set_value("row 1").run()
    at.selectbox(key="sort").set_value("name").run()
    at.selectbox(key="rows").set_value(50).run()
    assert asked(at) == [{**WHOLE, "sort_by": "name", "page_size": 50}, {**WHOLE, "search": "row 1"}]
    assert [one.value for one in at.caption] == ["1 to 50 of 60", "1 to 11 of 11"]
    at.session_state["first_page"] = 2
    at.run()
    assert [one["skip_rows"] for one in asked(at)] == [50, 0]
    at.text_input(key="search").set_value("row 5").run()
    assert [one["skip_rows"] for one in asked(at)] == [0, 0], "another search begins at its first page"


def test_an_address_opens_each_table_as_it_was() -> None:
    at = AppTest.from_function(_two_tables, default_timeout=30)
    at.query_params.update({"search": "row 2", "sort": "By name", "second_sort": "By name", "second_rows": "100"})
    assert asked(at.run()) == [
        {**WHOLE, "search": "row 2", "sort_by": "name"},
        {**WHOLE, "sort_by": "name", "page_size": 100},
    ]


def test_a_page_too_far_begins_again_and_nothing_found_is_said() -> None:
    at = AppTest.from_function(_two_tables, default_timeout=30)
    at.session_state["second_page"] = 9
    assert [one["skip_rows"] for one in asked(at.run())] == [0, 200, 0]
    at.text_input(key="search").set_value("nobody").run()
    assert [box.value for box in at.info] == [
        "No customer matches. Search for less, or clear a filter in the bar above."
    ]
