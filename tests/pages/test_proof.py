"""Is a file that is no proof of execution refused on the page with a sentence, and nothing kept of it?"""

from pathlib import Path

import pytest

from data_access.registry import read
from data_access.registry.drafts import save_draft
from data_access.registry.filing import file_claim
from data_access.registry.rows import rows
from tests.data_access.registry_desks import filled, prepared
from tests.data_access.test_documents import DOCX, PDF, _bomb
from tests.pages.claim_app import press, texts
from tests.pages.conftest import Open


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "proof.pdf",
            b"MZ\x90\x00 this is a program",
            "not a file that is taken",
        ),
        ("proof.docx", DOCX[: len(DOCX) // 2], "damaged"),
        ("proof.docx", _bomb(), "unpacks to far more"),
        ("proof.pdf", PDF[: len(PDF) // 2], "cut off"),
    ],
    ids=["program", "half", "bomb", "cut off"],
)
def test_a_file_that_is_no_proof_is_refused_on_the_page(
    opened: Open, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled())
    file_claim(desk, "form-1")
    app = opened(tmp_path, "associations/new", address={"form": "form-1", "step": "proof"})
    app.file_uploader[0].upload(name, content)
    press(app, "Attach and check")
    assert sentence in texts(app)
    assert read(desk.workspace, lambda c: rows(c, "select form_id from claim_documents")) == []
