"""Does a customer open from wherever one meets it, and does Back return with the scope one had?"""

import re

from playwright.sync_api import Page, Position, expect

from tests.e2e.screen import menu_link, open_page, rest, title

CUSTOMER = re.compile(r"/customer\?.*tenant=[0-9a-f-]{36}")
# The cell that selects the first row: the table is drawn on a canvas and has no elements to click.
FIRST_ROW: Position = {"x": 18, "y": 55}


def back_to(page: Page, path: str, parameter: str) -> None:
    """Press Back until this view is there: Streamlit writes an address in up to three steps, each an entry to go back."""
    wanted = re.compile(rf"{path}\?.*{parameter}")
    for _ in range(3):
        page.go_back()
        rest(page)
        if wanted.search(page.url):
            break
    expect(page).to_have_url(wanted)
    expect(page.get_by_role("heading", name="Portfolio", level=1)).to_be_visible()
    rest(page)


def test_a_row_opens_its_customer_and_back_returns_with_the_scope(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/portfolio?months=6M&search=hazelharbour+retail")
    expect(page.get_by_text("1 to 1 of 1")).to_be_visible()
    page.get_by_test_id("stDataFrame").click(position=FIRST_ROW)
    page.wait_for_url(CUSTOMER)
    expect(page.get_by_role("heading", name="Hazelharbour Retail Inc.")).to_be_visible()
    assert "months=6M" in page.url
    page.reload()
    rest(page)
    assert title(page) == "Hazelharbour Retail Inc."

    back_to(page, "/portfolio", "months=6M")
    assert page.get_by_role("radio", name="6M").is_checked()


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
