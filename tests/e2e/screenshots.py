"""Which pictures does the README show? python -m tests.e2e.screenshots draws them anew from the sample data."""

import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.conftest import chromium
from tests.e2e.screen import NARROW, WIDE, open_page, rest, window
from tests.e2e.server import ROOT, Dashboard

FOLDER = ROOT / "docs" / "screenshots"
FORECAST_SECONDS = 600
NOT_YET = re.compile("A forecast is in progress|There is no forecast|The forecast was made from earlier usage")
CUSTOMER = "c8a23665-bcb3-4856-84b7-fafca6fc6133"


@dataclass(frozen=True)
class Picture:
    """A page of the dashboard; `height` is as much of it as says enough."""

    name: str
    address: str
    size: tuple[int, int] = WIDE
    theme: Literal["light", "dark"] = "light"
    height: int = 900


PICTURES = (
    Picture("executive-light", "executive", height=1160),
    Picture("executive-dark", "executive", theme="dark", height=1160),
    Picture("portfolio", "portfolio", height=1360),
    Picture("customer", f"customer?tenant={CUSTOMER}", height=1360),
    Picture("executive-narrow", "executive", NARROW, height=1500),
)


def foreseen(browser: Browser, running: Dashboard) -> None:
    """Wait until the forecast, made by a process of its own after the import, is there."""
    with window(browser) as context:
        page = context.new_page()
        until = time.monotonic() + FORECAST_SECONDS
        while time.monotonic() < until:
            open_page(page, f"{running.url}/customer?tenant={CUSTOMER}")
            if page.get_by_text(NOT_YET).count() == 0:
                return
            page.wait_for_timeout(3_000)
        raise RuntimeError(f"There is no forecast after {FORECAST_SECONDS} seconds.")


def draw() -> None:
    """Every picture, into docs/screenshots."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        Dashboard(Path(home), CPOR_FORECAST_AFTER_IMPORT="1") as running,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(), args=["--disable-gpu", "--no-sandbox"]) as browser,
    ):
        foreseen(browser, running)
        for one in PICTURES:
            with window(browser, one.size, one.theme) as context:
                page = context.new_page()
                open_page(page, f"{running.url}/{one.address}")
                page.set_viewport_size({"width": one.size[0], "height": one.height})
                rest(page)
                page.screenshot(path=FOLDER / f"{one.name}.png")


if __name__ == "__main__":
    draw()
