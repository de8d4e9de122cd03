"""Does a narrower viewer see less, by every way in?"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.screen import menu_link, open_page, rest

TOTAL = re.compile(r"^1 to \d+ of ([\d,]+)$")
# Looked after by Bram Hoekstra; nobody but Eirik Dhillon (and whoever sees all) may open the second one.
OWN, FOREIGN = "Molenpoort Media N.V.", "Hazelharbour Retail Inc."

LookAs = Callable[[str], None]


@pytest.fixture
def look_as(page: Page) -> LookAs:
    def choose(name: str) -> None:
        page.get_by_role("combobox", name="View as").click()
        page.get_by_role("option", name=name, exact=True).click()
        expect(page.get_by_role("option", name=name, exact=True)).to_be_hidden()
        rest(page)

    return choose


def customers(page: Page) -> int:
    said = page.get_by_text(TOTAL).inner_text()
    found = TOTAL.match(said)
    assert found
    return int(found[1].replace(",", ""))


def tenant_of(page: Page, name: str) -> str:
    page.get_by_role("searchbox", name="Find a customer").fill(name)
    page.get_by_role("button", name=re.compile(name)).click()
    page.wait_for_url("**tenant=**")
    rest(page)
    return page.url.split("tenant=")[1][:36]


def test_an_account_manager_sees_only_their_own(dashboard: str, page: Page, look_as: LookAs) -> None:
    open_page(page, f"{dashboard}/portfolio")
    everybodys = customers(page)
    foreign = tenant_of(page, FOREIGN)
    menu_link(page, "Portfolio").click()
    expect(page.get_by_text(TOTAL)).to_be_visible()

    look_as("Account manager Bram Hoekstra")
    expect(page.get_by_role("heading", name="Which of your customers moved most?")).to_be_visible()
    rest(page)
    assert 0 < customers(page) < everybodys
    expect(menu_link(page, "Imports")).to_have_count(0)

    own = tenant_of(page, OWN)
    expect(page.get_by_role("heading", name=OWN, level=1)).to_be_visible()
    # Through the address of the running session, as Back or an edited address would.
    page.evaluate("to => history.pushState({}, '', to)", page.url.replace(own, foreign))
    page.evaluate("() => dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_text("There is no such customer among those you may see.")).to_be_visible()
    expect(page.get_by_role("heading", name=FOREIGN)).to_have_count(0)
    page.get_by_role("searchbox", name="Find a customer").fill(FOREIGN)
    expect(page.get_by_text("No customer you may see matches.")).to_be_visible()


def test_an_executive_has_no_imports_and_all_customers(dashboard: str, page: Page, look_as: LookAs) -> None:
    open_page(page, f"{dashboard}/portfolio")
    everybodys = customers(page)
    look_as("Executive")
    expect(menu_link(page, "Imports")).to_have_count(0)
    assert customers(page) == everybodys
