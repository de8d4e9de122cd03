"""How long from a click on other months until the last number and chart on screen has changed?"""

import os
import shutil
from contextlib import ExitStack
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.bare_frames import PAGE, drawn_by, write_frames
from benchmarks.findings import Finding, ratio
from benchmarks.ground import Ground, make_book, publish_again
from benchmarks.served import served
from benchmarks.timing import alternating, median_ms

CHANGE_BUDGET = 1.2
_SECTION = "browser"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_WINDOW: ViewportSize = {"width": 1440, "height": 900}
_TURNS = ("6M", "24M")
_WAIT_MS = 30_000

CLICK_AND_WATCH = """
async (option) => {
  const item = ".cpor-kpi, [data-testid=stMetric], .js-plotly-plot";
  const shown = () => [...document.querySelectorAll(item)].map((one) => one.innerHTML);
  const before = shown();
  const app = document.querySelector("[data-testid=stApp]");
  const button = [...document.querySelectorAll("[data-testid=stButtonGroup] button")]
    .find((one) => one.innerText.trim() === option);
  let seen = performance.now(), painted = seen;
  const concerns = (one) => {
    const target = one.target.nodeType === 1 ? one.target : one.target.parentElement;
    return target?.closest(item) || [...one.addedNodes].some(
      (node) => node.nodeType === 1 && (node.matches(item) || node.querySelector(item)));
  };
  const watch = new MutationObserver((changes) => {
    if (!changes.some(concerns)) return;
    seen = performance.now();
    requestAnimationFrame(() => setTimeout(() => { painted = performance.now(); }));
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  const begun = performance.now();
  button.click();
  const settled = () => app.dataset.testScriptState === "notRunning" && performance.now() - seen > 600;
  while (performance.now() - begun < 20000 && !(seen > begun && settled())) {
    await new Promise((again) => setTimeout(again, 50));
  }
  watch.disconnect();
  const after = shown();
  const changed = after.filter((one, at) => one !== before[at]).length;
  return { ms: painted - begun, changed, items: after.length };
}
"""
"""Clicks an option of the months and answers when the last change of a number or chart was painted."""


def browser_findings(ground: Ground, rounds: int) -> list[Finding]:
    """Our executive summary against the bare page in headless Chromium, months seen before and not seen before."""
    make_book(ground)
    with ExitStack() as stack:
        ours = stack.enter_context(served("ours", ground))
        bare = stack.enter_context(served("bare", ground, write_frames(ground, drawn_by(ours))))
        driver = stack.enter_context(sync_playwright())
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        stack.callback(browser.close)
        watched = {
            "ours": Watched(_opened(browser, f"http://{ours.address}/{PAGE}")),
            "bare": Watched(_opened(browser, f"http://{bare.address}/")),
        }
        known = alternating({kind: one.change for kind, one in watched.items()}, rounds)

        def first() -> float:
            publish_again(ground.book)
            return watched["ours"].change()

        unknown = alternating({"ours": first, "bare": watched["bare"].change}, rounds)
    told = {f"{kind}_changed": f"{one.changed} of {one.items}" for kind, one in watched.items()}
    return [_finding("months seen before", known, told), _finding("first after publishing", unknown, told)]


class Watched:
    """One open page, and the months to click next."""

    def __init__(self, page: Page) -> None:
        self._page, self._turn = page, 0
        self.changed = self.items = 0
        # Each choice once, unmeasured.
        for _ in _TURNS:
            self.change()

    def change(self) -> float:
        """Click the other months; seconds until the last change was painted."""
        self._page.bring_to_front()
        self._turn += 1
        told: dict[str, Any] = self._page.evaluate(CLICK_AND_WATCH, _TURNS[self._turn % len(_TURNS)])
        self.changed, self.items = int(told["changed"]), int(told["items"])
        return float(told["ms"]) / 1000


def chromium() -> str | None:
    """CPOR_CHROMIUM, else a Chromium or Chrome of this machine, else the driver's own."""
    found = (shutil.which(name) for name in _CHROMIUMS)
    return os.environ.get("CPOR_CHROMIUM") or next((path for path in found if path), None)


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=_WINDOW)
    page.set_default_timeout(_WAIT_MS)
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    return page


def _finding(name: str, taken: dict[str, list[float]], told: dict[str, str]) -> Finding:
    times = {kind: median_ms(each) for kind, each in taken.items()}
    details: dict[str, object] = {f"{kind}_ms": round(value) for kind, value in times.items()}
    value = ratio(times["ours"], times["bare"])
    return Finding(
        _SECTION, f"{name}, click to last change / bare page", value, "x", CHANGE_BUDGET, {**details, **told}
    )
