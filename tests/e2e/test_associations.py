"""Does a claim go from a blank form to its claim pack in a browser, once, and is nothing lost on the way?"""

import io
import re
import zipfile
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from tests.e2e.screen import boxes, open_page, rest

TENANT = "0f2a1c3e-1111-4222-8333-abcdefabcdef"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def typed(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")
    rest(page)


def chosen(page: Page, label: str, option: str) -> None:
    # Filtered by typing: of a long list only what is in sight is there.
    page.get_by_role("combobox", name=label).fill(option)
    page.get_by_role("option", name=option).first.click()
    page.keyboard.press("Tab")
    rest(page)


def step(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()
    rest(page)


def signed(template: bytes) -> bytes:
    """The prefilled template as the customer returns it."""
    document = docx.Document(io.BytesIO(template))
    given = ("Jo Doe", "Jo Doe", "Head of IT", "20 November 2026")
    for row, text in zip(document.tables[-1].rows, given, strict=True):
        row.cells[1].text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def blank_form(page: Page, url: str, tenant: str, domain: str) -> None:
    """A form filled in up to the contacts, for a tenant that no file knows."""
    open_page(page, f"{url}/new")
    page.get_by_role("button", name="Start a new form").click()
    page.get_by_role("combobox", name="Solution area").wait_for()
    step(page, "2 Details")
    typed(page, "Customer tenant ID", tenant)
    typed(page, "Customer domain", domain)
    typed(page, "Claim name", "Fabrikam: Intune roll-out")
    typed(page, "Customer's name", "Fabrikam Robotics Ltd")
    chosen(page, "Partner location (PartnerID)", "Wexmoor Cloud B.V.")


def test_claim_goes_from_a_blank_form_to_its_claim_pack(page: Page, filing: str, tmp_path: Path) -> None:
    open_page(page, f"{filing}/new")
    page.get_by_role("button", name="Start a new form").click()
    page.get_by_role("combobox", name="Solution area").wait_for()
    expect(page).to_have_url(re.compile(r"form=form-[0-9a-f]{12}"))
    step(page, "2 Details")
    typed(page, "Customer tenant ID", "no-guid")
    expect(page.get_by_text("Give the tenant ID as a GUID", exact=False)).to_be_visible()
    typed(page, "Customer tenant ID", TENANT)
    typed(page, "Customer domain", "fabrikam-robotics.example")
    typed(page, "Claim name", "Fabrikam: Intune roll-out")
    typed(page, "Customer's name", "Fabrikam Robotics Ltd")
    chosen(page, "Partner location (PartnerID)", "Wexmoor Cloud Pte. Ltd.")
    expect(page.get_by_text("cannot file: its enrolment", exact=False)).to_be_visible()
    chosen(page, "Partner location (PartnerID)", "Wexmoor Cloud B.V.")

    page.reload()
    expect(page.get_by_label("Claim name", exact=True)).to_have_value("Fabrikam: Intune roll-out", timeout=60_000)
    expect(page.get_by_label("Customer tenant ID", exact=True)).to_have_value(TENANT)

    step(page, "3 Workloads")
    chosen(page, "Workloads to claim", "Intune")
    step(page, "4 Contacts")
    for label, text in (
        ("Name", "Jo Doe"),
        ("Title", "Head of IT"),
        ("E-mail", "jo@fabrikam-robotics.example"),
        ("Our person's name", "Kim Roe"),
        ("Our person's e-mail", "kim@wexmoor.example"),
    ):
        typed(page, label, text)
    step(page, "5 Review and file")
    filed = page.get_by_role("button", name="File as draft")
    expect(filed, f"the review says {boxes(page)}").to_be_visible()
    filed.dblclick()
    receipt = page.get_by_text(re.compile(r"Receipt R-[0-9a-f]{12}"))
    receipt.wait_for()
    number = re.search(r"R-[0-9a-f]{12}", receipt.inner_text())
    assert number is not None
    page.reload()
    page.get_by_text(number[0]).wait_for(timeout=60_000)

    step(page, "6 Proof")
    with page.expect_download() as template:
        page.get_by_role("button", name="Template, prefilled (DOCX)").click()
    proof = signed(Path(template.value.path()).read_bytes())
    page.locator("input[type=file]").set_input_files({"name": "proof.docx", "mimeType": DOCX, "buffer": proof})
    page.get_by_role("button", name="Attach and check").click()
    page.get_by_text("points are settled", exact=False).wait_for(timeout=60_000)
    expect(page.get_by_text("8 of 8 points are settled.")).to_be_visible()
    page.get_by_text("I have read Partner Center's acknowledgements", exact=False).click()
    page.get_by_text("Ready: submit it in Partner Center", exact=False).wait_for()

    step(page, "7 Submission")
    typed(page, "Microsoft's claim number", "4711001")
    page.get_by_role("button", name="Record submission").click()
    page.get_by_text("It is now Submitted", exact=False).wait_for()
    with page.expect_download() as pack:
        page.get_by_role("button", name="Claim pack (ZIP)").click()
    with zipfile.ZipFile(pack.value.path()) as archive:
        assert set(archive.namelist()) == {"fields.txt", "fields.csv", "poe_1.docx", "poe_1_checklist.csv"}
        fields = archive.read("fields.txt").decode()
    assert TENANT in fields
    assert "Microsoft Intune" in fields or "Intune" in fields

    page.get_by_role("link", name="Open the claim in the register").click()
    page.get_by_text("What can be recorded now?").wait_for()
    expect(page.get_by_role("button", name="Review has started", exact=True)).to_be_visible()


def test_two_windows_do_not_overwrite_each_other(page: Page, filing: str) -> None:
    blank_form(page, filing, "1f2a1c3e-1111-4222-8333-abcdefabcdef", "adatum.example")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Claim name", exact=True).wait_for(timeout=60_000)
    typed(other, "Claim name", "Adatum: from the other window")
    other.get_by_text("Saved by", exact=False).wait_for()
    typed(page, "Claim name", "Adatum: from this window")
    page.get_by_text("saved in another window", exact=False).first.wait_for()
    page.get_by_role("button", name="Take up what was saved").click()
    expect(page.get_by_label("Claim name", exact=True)).to_have_value("Adatum: from the other window")


def test_executive_reads_the_register_and_may_not_write(page: Page, filing: str) -> None:
    open_page(page, f"{filing}/register")
    page.get_by_role("combobox", name="View as").click()
    page.get_by_role("option", name="Executive", exact=True).click()
    page.get_by_role("button", name="Granitvang Handel AS").first.click()
    page.get_by_text("An executive's view is for reading.", exact=False).wait_for()
    expect(page.get_by_role("button", name="Record our answer")).to_have_count(0)
    expect(page.get_by_text("Customer contact:", exact=False)).to_have_count(0)
