"""What does a workspace of one's own show: empty, and with names that mean harm?"""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages import MENU
from tests.e2e.screen import boxes, open_page, title
from tests.e2e.server import ROOT, Dashboard

HOSTILE = '<img src=x onerror="window.harmed=1"><b>*bold*</b> [go](https://example.com) =HYPERLINK("x")'
HEADER = "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,"
HEADER += "DateAssociated,PartnerAttributionType,Date"
UNSEEN = "\u200b"
TENANT = "aaaaaaaa-0001-4a01-8a01-000000000001"


@pytest.fixture
def own(tmp_path: Path) -> Dashboard:
    """A dashboard on one workspace, as `--data DIR` opens it; nothing is imported yet."""
    return Dashboard(tmp_path, CPOR_DATA_DIR=str(tmp_path / "own"), CPOR_TODAY="2026-11-23")


def bring_in(own: Dashboard, *files: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "data_access",
        "import",
        *map(str, files),
        "--data",
        own.environment["CPOR_DATA_DIR"],
    ]
    subprocess.run(command, cwd=ROOT, env=own.environment, check=True, capture_output=True)


def test_an_empty_workspace_says_what_to_do_next_on_every_page(
    own: Dashboard, page: Page, subtests: pytest.Subtests
) -> None:
    with own:
        for entry in MENU:
            with subtests.test(entry.path):
                open_page(page, f"{own.url}/{entry.path.rsplit('/', 1)[-1]}?tenant={TENANT}")
                assert title(page)
                assert [box for box in boxes(page) if "fault of ours" in box] == []
                assert "Sample data" not in page.get_by_test_id("stMain").inner_text()
                if entry.needs_scope:
                    assert any("import" in box.casefold() for box in boxes(page))


def test_a_name_from_a_file_is_text_on_every_page_that_shows_it(own: Dashboard, page: Page, tmp_path: Path) -> None:
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    months = [("20260801", 10), ("20260901", 40), ("20261001", 70)]
    rows = [f"{TENANT},{quoted},Exchange Online,{mau},100,7001,4810011,20260715,CPOR,{day}" for day, mau in months]
    file = tmp_path / "usage.csv"
    file.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    bring_in(own, file)
    with own:
        for address in ("executive", "portfolio", "portfolio?view=Heatmap", f"customer?tenant={TENANT}", "trends"):
            open_page(page, f"{own.url}/{address}")
            assert [box for box in boxes(page) if "fault of ours" in box] == []
            assert page.evaluate("() => window.harmed") is None
            assert page.locator("img[src='x'], a[href*='example.com']").count() == 0
        open_page(page, f"{own.url}/customer?tenant={TENANT}")
        assert title(page).replace(UNSEEN, "") == HOSTILE
        open_page(page, f"{own.url}/executive")
        expect(page.get_by_role("link", name=HOSTILE.split("[go]")[0].strip())).to_be_visible()
        open_page(page, f"{own.url}/portfolio")
        with page.expect_download() as download:
            page.get_by_role("button", name="Download all as CSV").click()
        assert HOSTILE.replace('"', '""') in download.value.path().read_text(encoding="utf-8-sig")
