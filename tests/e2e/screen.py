"""How does a test see what a person sees: a page that has come to rest, its title, its boxes, its theme?"""

import re
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Locator, Page

WIDE, NARROW = (1440, 900), (390, 844)
THEMES = ("light", "dark")

# Streamlit says on its root element whether a script runs; placeholders stand where an element is still to come.
_AT_REST = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const main = document.querySelector('[data-testid="stMain"]');
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && main?.querySelector('h1') !== null
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
}"""


def window(browser: Browser, size: tuple[int, int] = WIDE, theme: Literal["light", "dark"] = "light") -> BrowserContext:
    """A window of its own: nothing remembered from another one."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=theme, reduced_motion="reduce"
    )
    context.set_default_timeout(60_000)
    return context


def open_page(page: Page, address: str) -> None:
    """Go there and wait until the page is complete."""
    page.goto(address)
    rest(page)


def rest(page: Page) -> None:
    """Wait until no script runs and nothing is still to come."""
    page.wait_for_function(_AT_REST)


def title(page: Page) -> str:
    """The page's one heading of the first level."""
    return page.get_by_test_id("stMain").get_by_role("heading", level=1).inner_text()


def boxes(page: Page) -> list[str]:
    """What the boxes on the page say: hints, warnings, failures."""
    return [" ".join(text.split()) for text in page.get_by_test_id("stAlert").all_inner_texts()]


def menu_link(page: Page, name: str) -> Locator:
    """A line of the menu, with or without the count of what waits there."""
    return page.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(rf"^{re.escape(name)}( \(\d+\))?$"))


def card(page: Page, label: str) -> Locator:
    """The card of a number, by its label."""
    return page.locator(".cpor-kpi").filter(has=page.get_by_role("button", name=label, exact=True))
