"""Does the address carry the view: filters, views and sorting, and nothing hostile?"""

import re

from playwright.sync_api import Browser, Page, expect

from tests.e2e.screen import card, open_page, rest, title, window

SUMMARY = ".cpor-kpi-value"


def numbers(page: Page) -> list[str]:
    return page.locator(SUMMARY).all_inner_texts()


def test_a_filter_changes_the_numbers_and_the_address(dashboard: str, page: Page, browser: Browser) -> None:
    open_page(page, f"{dashboard}/executive")
    whole = card(page, "Workload users").locator(SUMMARY).inner_text()
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Segments").click()
    page.get_by_role("option", name="SMB", exact=True).click()
    page.wait_for_url("**segment=SMB**")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(card(page, "Workload users").locator(SUMMARY)).not_to_have_text(whole)
    page.get_by_role("radio", name="6M").click()
    page.wait_for_url("**months=6M**")
    rest(page)

    with window(browser) as other:
        copy = other.new_page()
        open_page(copy, page.url)
        assert numbers(copy) == numbers(page)
        assert copy.get_by_role("radio", name="6M").is_checked()

    page.get_by_role("button", name="Clear 1 filter").click()
    page.wait_for_url(re.compile(r"^((?!segment).)*$"))


def test_the_scope_goes_along_from_page_to_page(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/executive?months=3M&workload=EXO~INTUNE")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Trends").click()
    page.wait_for_url("**/trends**")
    rest(page)
    assert title(page) == "Trends"
    assert "months=3M" in page.url
    assert "workload=EXO~INTUNE" in page.url
    expect(page.get_by_role("button", name="Clear 2 filters")).to_be_visible()


def test_view_search_and_sorting_are_in_the_address(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/portfolio?search=hazel&sort=Name&rows=50")
    expect(page.get_by_text(re.compile(r"^1 to \d of \d$"))).to_be_visible()
    page.get_by_role("radio", name="Heatmap").click()
    page.wait_for_url("**view=Heatmap**")
    expect(page.get_by_role("heading", name="Where is each workload used?")).to_be_visible()


def test_what_is_hostile_or_unknown_in_an_address_is_dropped(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/executive")
    clean = numbers(page)
    hostile = "months=999M&compare=%3Cscript%3E&workload=%3Cimg%20src=x%3E~' or 1=1--&segment=..%2F..%2Fetc&nonsense=1"
    open_page(page, f"{dashboard}/executive?{hostile}")
    assert numbers(page) == clean
    assert "999M" not in page.url
    open_page(page, f"{dashboard}/customer?tenant=%27%20or%201=1--")
    expect(page.get_by_text("Choose a customer in the portfolio")).to_be_visible()
