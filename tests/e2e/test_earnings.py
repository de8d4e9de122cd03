"""Can a difference be found among many, disputed from its row, and does a row of another table open its customer?"""

import re

from playwright.sync_api import Locator, Page, Position, expect

from tests.e2e.screen import open_page, rest, title

# The cell that selects the first row: the table is drawn on a canvas and has no elements to click.
FIRST_ROW: Position = {"x": 18, "y": 55}


def table(page: Page, key: str) -> Locator:
    return page.locator(f"[class*='st-key-{key}_paged']")


def test_a_difference_is_found_and_disputed_from_its_row(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/earnings?differences_sort=Fewest+days+left")
    table(page, "differences").get_by_test_id("stDataFrame").click(position=FIRST_ROW)
    rest(page)
    line = page.get_by_test_id("stPageLink").filter(has_text=re.compile(r"\(\d+ days left\)"))
    expect(line).to_be_visible()
    said = line.locator("p").inner_text().rpartition(":")[0]
    page.get_by_label("Support ticket").fill("T-4711")
    page.get_by_role("button", name="Record the dispute").click()
    expect(page.get_by_label("Open dispute")).to_have_value(re.compile(re.escape(f"T-4711: {said}")))
    line.click()
    page.wait_for_url(re.compile(r"/customer\?.*tenant="))
    rest(page)
    assert title(page) == said.partition(",")[0]


def test_tables_of_one_page_are_searched_apart(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/earnings")
    everything = re.compile(r"^1 to 25 of \d+$")
    expect(page.get_by_text(everything)).to_have_count(3)
    page.get_by_role("searchbox", name="Search", exact=True).nth(1).fill("hazelharbour")
    expect(page.get_by_text(everything)).to_have_count(2)
    page.wait_for_url("**caps_search=hazelharbour**")
    rest(page)
    table(page, "caps").get_by_test_id("stDataFrame").click(position=FIRST_ROW)
    page.wait_for_url(re.compile(r"/customer\?.*tenant="))
    rest(page)
    assert title(page).startswith("Hazelharbour")
    page.go_back()
    expect(page.get_by_text(everything)).to_have_count(2)
    assert "caps_search=hazelharbour" in page.url
