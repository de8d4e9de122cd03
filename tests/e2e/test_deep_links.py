"""Does every page open through its own address, right after a restart, and come back after a reload?"""

from playwright.sync_api import Page, expect

from pages import MENU
from tests.e2e.screen import boxes, menu_link, open_page, rest, title
from tests.e2e.server import Dashboard


def address(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def test_every_page_opens_through_its_address_right_after_a_restart(own_dashboard: Dashboard, page: Page) -> None:
    own_dashboard.stop()
    own_dashboard.start()
    # All at once: whichever comes first meets a process that has drawn no menu yet.
    tabs = {entry.title: page.context.new_page() for entry in MENU}
    for entry in MENU:
        tabs[entry.title].goto(f"{own_dashboard.url}/{address(entry.path)}", wait_until="commit")
    for name, tab in tabs.items():
        tab.bring_to_front()
        rest(tab)
        assert title(tab)
        assert tab.get_by_role("dialog").count() == 0
        assert [box for box in boxes(tab) if "fault of ours" in box] == []
        expect(menu_link(tab, name)).to_have_attribute("aria-current", "page")


def test_the_first_page_of_a_new_process_is_the_one_asked_for(own_dashboard: Dashboard, page: Page) -> None:
    open_page(page, f"{own_dashboard.url}/trends?months=6M&metric=Usage+%25")
    assert title(page) == "Trends"
    heading = page.get_by_role("heading", name="How does it develop: usage %?")
    expect(heading).to_be_visible()
    own_dashboard.stop()
    own_dashboard.start()
    page.reload()
    rest(page)
    expect(heading).to_be_visible()
    assert "months=6M" in page.url


def test_the_bare_address_leads_to_the_summary(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/?months=3M")
    page.wait_for_url("**/executive?months=3M")
    rest(page)
    assert title(page) == "Executive summary"
