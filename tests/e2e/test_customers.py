"""Does a customer open from wherever one meets it, and does Back return with the scope one had?"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Position, expect

from tests.e2e.screen import menu_link, open_page, rest, title

CUSTOMER = re.compile(r"/customer\?.*tenant=[0-9a-f-]{36}")
# The cell that selects the first row: the table is drawn on a canvas and has no elements to click.
FIRST_ROW: Position = {"x": 18, "y": 55}


# As people arrive: narrowed to half a year, with something typed into the search.
SEARCHED = "/portfolio?months=6M&search=hazelharbour+retail"


def test_a_row_opens_its_customer_with_the_scope(dashboard: str, page: Page) -> None:
    open_page(page, dashboard + SEARCHED)
    by_row(page)
    page.wait_for_url(CUSTOMER)
    expect(page.get_by_role("heading", name="Hazelharbour Retail Inc.")).to_be_visible()
    assert "months=6M" in page.url
    page.reload()
    rest(page)
    assert title(page) == "Hazelharbour Retail Inc."


def by_row(page: Page) -> None:
    expect(page.get_by_text("1 to 1 of 1")).to_be_visible()
    page.get_by_test_id("stDataFrame").click(position=FIRST_ROW)


def by_chart(page: Page) -> None:
    # Plotly lays a sheet over its marks that takes the clicks: by place, as a hand does.
    bar = page.locator(".js-plotly-plot .bars .point path").first
    bar.scroll_into_view_if_needed()
    at = bar.bounding_box()
    assert at
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)


def by_link(page: Page) -> None:
    page.get_by_test_id("stMain").get_by_test_id("stPageLink").last.click()


def by_search(page: Page) -> None:
    page.get_by_role("searchbox", name="Find a customer").fill("ormenoir")
    page.get_by_role("button", name=re.compile("Ormenoir Assurances")).click()


@pytest.mark.parametrize("leave", [by_row, by_chart, by_link, by_search])
def test_one_press_of_back_returns_with_scope_and_search(
    dashboard: str, page: Page, leave: Callable[[Page], None]
) -> None:
    came_from = dashboard + SEARCHED
    open_page(page, came_from)
    for _ in range(2):
        leave(page)
        page.wait_for_url(CUSTOMER)
        rest(page)
        assert title(page) != "Portfolio"

        page.go_back()
        expect(page).to_have_url(came_from)
        expect(page.get_by_role("heading", name="Portfolio", level=1)).to_be_visible()
        expect(page.get_by_text("1 to 1 of 1")).to_be_visible()
        rest(page)
        expect(page.get_by_role("searchbox", name="Search", exact=True)).to_have_value("hazelharbour retail")
        assert page.get_by_role("radio", name="6M").is_checked()
        assert page.url == came_from


def test_one_press_of_back_undoes_one_step_within_a_page(dashboard: str, page: Page) -> None:
    open_page(page, dashboard + SEARCHED)
    menu_link(page, "Register").click()
    page.wait_for_url("**/register**")
    rest(page)
    page.get_by_role("button", name="Granitvang Handel AS").first.click()
    page.wait_for_url("**claim=**")
    rest(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Claims register", level=1)).to_be_visible()
    rest(page)
    page.go_back()
    expect(page).to_have_url(dashboard + SEARCHED)
    expect(page.get_by_text("1 to 1 of 1")).to_be_visible()


def test_a_sentence_and_the_search_lead_to_the_customer(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/executive")
    sentence = page.get_by_role("link", name=re.compile("gained most"))
    name = sentence.inner_text().split(" gained most")[0].split("\n")[-1]
    sentence.click()
    page.wait_for_url(CUSTOMER)
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()

    menu_link(page, "Definitions").click()
    page.wait_for_url("**/definitions**")
    page.get_by_role("searchbox", name="Find a customer").fill("ormenoir")
    page.get_by_role("button", name=re.compile("Ormenoir Assurances")).click()
    page.wait_for_url(CUSTOMER)
    expect(page.get_by_role("heading", name="Ormenoir Assurances SA", level=1)).to_be_visible()


def test_a_table_is_one_click_below_its_figure(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/trends")
    page.get_by_text("Table and CSV").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["# How does it develop: workload users?", "# SAMPLE DATA"]
    assert any(line.startswith("# Filters: Nov 2025 to Oct 2026") for line in lines)
    assert "month,slice,mau,pau" in "\n".join(lines)
