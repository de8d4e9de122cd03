"""Can everybody use every page: by keyboard, in light and dark, on a telephone, without the world outside?"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pages import MENU
from tests.e2e.screen import NARROW, WIDE, menu_link, open_page, rest, title, window

BAR = {entry.path.rsplit("/", 1)[-1]: entry.needs_scope for entry in MENU}
VIEWS = ("portfolio?view=Scatter", "portfolio?view=Heatmap", "customer?tenant={tenant}")
BAD = {"serious", "critical"}
MOST_STOPS = 400


@dataclass(frozen=True)
class Known:
    """A finding of axe-core that Streamlit causes: only inside `within` is it allowed."""

    rule: str
    within: str
    why: str


STREAMLITS_OWN = (
    Known("list", "stSidebarNav", "the menu's headings are <div>s between the <li>s of one <ul>"),
    Known("listitem", "stSidebarNav", "the menu's <li>s stand in those <div>s"),
)


@dataclass
class Visit:
    """One page, opened once for every test of it."""

    page: Page
    address: str
    asked: list[str]


@pytest.fixture(scope="module")
def tenant(dashboard: str, browser: Browser) -> str:
    """A customer with many workloads."""
    with window(browser) as context:
        page = context.new_page()
        open_page(page, f"{dashboard}/definitions")
        page.get_by_role("searchbox", name="Find a customer").fill("Hazelharbour")
        page.get_by_role("button", name="Hazelharbour").first.click()
        page.wait_for_url("**tenant=**")
        return page.url.split("tenant=")[1][:36]


@pytest.fixture(scope="module", params=(*BAR, *VIEWS))
def visit(dashboard: str, browser: Browser, tenant: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    address = request.param.format(tenant=tenant)
    with window(browser) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda sent: asked.append(sent.url))
        open_page(page, f"{dashboard}/{address}")
        yield Visit(page, address, asked)


def test_nothing_leaves_this_machine(visit: Visit, dashboard: str) -> None:
    assert visit.asked
    assert [url for url in visit.asked if not url.startswith((dashboard, "data:", "blob:"))] == []


def test_nothing_serious_in_light(visit: Visit) -> None:
    assert scheme(visit.page) == "light"
    assert findings(visit.page) == []


def test_tab_reaches_menu_bar_and_page(visit: Visit) -> None:
    stops = walk(visit.page)
    names = [stop["name"] for stop in stops]
    for line in visit.page.get_by_test_id("stSidebarNavLink").all():
        assert line.inner_text().split("\n")[-1] in names
    assert "Find a customer" in names
    if BAR[visit.address.partition("?")[0]]:
        assert {"Compared with", "Filters"} <= set(names)
    for label in visit.page.locator(".cpor-kpi-label button").all_inner_texts():
        assert label in names
    if visit.page.get_by_test_id("stDataFrame").count():
        assert any(stop["tag"] == "CANVAS" for stop in stops)
    assert [stop["name"] for stop in stops if stop["tag"] in {"A", "BUTTON", "SUMMARY"} and not stop["seen"]] == []


def test_nothing_pale_in_the_dark(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.page.wait_for_function("() => getComputedStyle(document.querySelector('.stApp')).colorScheme === 'dark'")
    rest(visit.page)
    assert findings(visit.page, "color-contrast") == []


def test_a_telephone_scrolls_down_and_never_sideways(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    main = visit.page.get_by_test_id("stMain")
    expect(main).to_have_js_property("clientWidth", NARROW[0])
    rest(visit.page)
    # Charts and tables take up the new width one after the other, after the script has come to rest.
    visit.page.wait_for_function(
        "most => document.querySelector('[data-testid=stMain]').scrollWidth <= most", arg=NARROW[0], timeout=20_000
    )
    visit.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def test_enter_opens_a_line_of_the_menu_and_focus_tells_a_definition(dashboard: str, page: Page) -> None:
    open_page(page, f"{dashboard}/executive")
    page.get_by_role("button", name="Usage %", exact=True).focus()
    expect(page.get_by_role("tooltip").filter(has_text="MAU divided by PAU")).to_be_visible()
    menu_link(page, "Trends").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/trends**")
    rest(page)
    assert title(page) == "Trends"


def scheme(page: Page) -> str:
    return str(page.evaluate("() => getComputedStyle(document.querySelector('.stApp')).colorScheme"))


def findings(page: Page, *rules: str) -> list[str]:
    """What axe-core (all its rules, or these) calls serious or critical, without what Streamlit alone can mend."""
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in Axe().run(page, options=options).response["violations"]
        if found["impact"] in BAD
        for node in found["nodes"]
        if not any(found["id"] == known.rule and is_within(page, node["target"][0], known) for known in STREAMLITS_OWN)
    ]


def is_within(page: Page, selector: str, known: Known) -> bool:
    return bool(page.locator(selector).first.evaluate("(e, id) => !!e.closest(`[data-testid=${id}]`)", known.within))


# The ring of a text field is drawn by the box around it, and of a cell by the table itself on its canvas.
_FOCUS = """() => {
  const e = document.activeElement, style = getComputedStyle(e);
  return {
    tag: e.tagName,
    name: (e.getAttribute('aria-label') || e.innerText || '').trim().split('\\n').filter(t => t && t !== 'expand_more').pop() ?? '',
    seen: style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px'),
  };
}"""


def walk(page: Page) -> list[dict[str, object]]:
    """What Tab reaches from the top of the page, in order, until it begins again."""
    page.locator("body").focus()
    stops: list[dict[str, object]] = []
    while len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    return stops
