"""Can an association be filed and submitted without a mouse?"""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.screen import open_page, rest
from tests.e2e.test_associations import DOCX, signed

CUSTOMER = "Hazelharbour Retail"
MOST_STOPS = 300
_FOCUSED = """() => {
  const e = document.activeElement;
  if (!e.matches('a, button, input, textarea')) return '';  // a part that scrolls takes the focus too
  const label = e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.closest('label')?.innerText;
  return (label || e.innerText || '').trim();
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called so, as whoever has no mouse does."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if name in page.evaluate(_FOCUSED):
            return
    raise AssertionError(f"Tab never reaches “{name}”.")


def settle(page: Page) -> None:
    """As long as a hand takes to the next key: the run a key asks for has not begun when the key comes up."""
    page.wait_for_timeout(300)
    rest(page)


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)
    settle(page)


def write(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    settle(page)


def test_a_claim_goes_from_a_customer_to_its_submission_by_keyboard_alone(filing: str, page: Page) -> None:
    open_page(page, f"{filing}/executive")
    press(page, "New association")
    expect(page.get_by_role("heading", name="New association", level=1)).to_be_visible()
    press(page, "Start a new form")
    expect(page).to_have_url(re.compile(r"form=form-[0-9a-f]{12}"))
    press(page, "On to details")

    tab_to(page, "Fill in from a known customer")
    page.keyboard.type(CUSTOMER)
    expect(page.get_by_test_id("stMain").get_by_role("button", name=CUSTOMER)).to_be_visible()
    press(page, CUSTOMER)
    expect(page.get_by_label("Customer domain", exact=True)).to_have_value("hazelharbour-retail.us.example")
    tab_to(page, "Partner location (PartnerID)")
    page.keyboard.type("Wexmoor Cloud Inc.")
    expect(page.get_by_role("option", name="Wexmoor Cloud Inc.")).to_be_visible()
    page.keyboard.press("Enter")
    settle(page)
    expect(page.get_by_role("combobox", name="Partner location (PartnerID)")).to_have_value(
        re.compile("Wexmoor Cloud Inc.")
    )
    write(page, "Claim name", "Hazelharbour: Viva Engage")

    press(page, "On to workloads")
    press(page, "with usage or headroom")
    press(page, "On to contacts")
    for label, text in (
        ("Name", "Jo Doe"),
        ("Title", "Head of IT"),
        ("E-mail", "jo@hazelharbour-retail.us.example"),
        ("Our person's name", "Kim Roe"),
        ("Our person's e-mail", "kim@wexmoor.example"),
    ):
        write(page, label, text)
    press(page, "On to review and file")
    press(page, "File as draft")
    page.get_by_text(re.compile(r"Receipt R-[0-9a-f]{12}")).wait_for()

    press(page, "On to proof")
    tab_to(page, "Template, prefilled (DOCX)")
    with page.expect_download() as template:
        page.keyboard.press("Enter")
    proof = signed(Path(template.value.path()).read_bytes())
    tab_to(page, "Upload")
    # Enter opens the system's own dialog here, which is no part of the page.
    page.locator("input[type=file]").set_input_files({"name": "proof.docx", "mimeType": DOCX, "buffer": proof})
    expect(page.get_by_role("button", name="Remove proof.docx")).to_be_visible()
    expect(page.get_by_role("button", name="Attach and check")).to_be_enabled()
    settle(page)
    press(page, "Attach and check")
    expect(page.get_by_text("points are settled", exact=False)).to_be_visible()
    press(page, "I have read Partner Center's acknowledgements", "Space")
    page.get_by_text("Ready: submit it in Partner Center", exact=False).wait_for()

    press(page, "On to submission")
    write(page, "Microsoft's claim number", "4711002")
    press(page, "Record submission")
    page.get_by_text("It is now Submitted", exact=False).wait_for()
