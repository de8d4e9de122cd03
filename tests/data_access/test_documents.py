"""Is a document taken by its bytes, kept whole, read within limits, and refused with a sentence when it is a trap?"""

import io
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from data_access.documents import DocumentStore
from data_access.poe_text import pages_of
from data_access.registry.settings import DocumentSettings
from data_access.workspace import Workspace
from domain.errors import BadInput, TooSlow, Unavailable
from tests.poe_documents.blocks import PIXEL, Paragraph, Picture, as_docx, as_pdf

SETTINGS = DocumentSettings()
PDF = as_pdf([Paragraph("Tenant 3f2a1c3e-1111-4222-8333-abcdefabc001 of Contoso Ltd")])
DOCX = as_docx([Paragraph("Exchange Online was deployed"), Paragraph("for Contoso Ltd")])


@pytest.fixture
def store(tmp_path: Path) -> DocumentStore:
    return DocumentStore.of(Workspace(tmp_path), SETTINGS)


@pytest.mark.parametrize(
    ("content", "kind"), [(PDF, "pdf"), (DOCX, "docx"), (PIXEL, "png"), (b"\xff\xd8\xff\xe0" + b"x" * 9, "jpeg")]
)
def test_a_document_is_kept_once_under_its_content(
    store: DocumentStore, tmp_path: Path, content: bytes, kind: str
) -> None:
    document = store.take(content)
    assert store.take(content) == document
    assert (document.kind, store.read(document.sha256)) == (kind, content)
    assert [file.name for file in (tmp_path / "documents").rglob("*") if file.is_file()] == [document.sha256]


def test_another_place_can_take_the_folders(tmp_path: Path) -> None:
    store = DocumentStore("memory://poe", SETTINGS)
    assert store.read(store.take(PDF).sha256) == PDF
    assert not (tmp_path / "documents").exists()


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 30_000_000)
    return stream.getvalue()


def _many_members() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(2100):
            archive.writestr(f"word/{number}.xml", b"")
    return stream.getvalue()


def _with_macros() -> bytes:
    stream = io.BytesIO(DOCX)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"MZ\x90\x00 this is a program", r"Taken: PDF, Word \(DOCX\), PNG, JPEG"),
        (b"<html><script>alert(1)</script></html>", "not a file that is taken"),
        (PDF[: len(PDF) // 2], "cut off"),
        (DOCX[: len(DOCX) // 2], "damaged"),
        (_bomb(), "unpacks to far more"),
        (_many_members(), "unpacks to far more"),
        (_with_macros(), "macros or programs"),
        (b"%PDF-1.7\n" + b"x" * (21 << 20), "at most 20 MB"),
    ],
    ids=["empty", "program", "html", "half pdf", "half docx", "bomb", "members", "macros", "large"],
)
def test_what_is_no_document_is_refused_with_a_sentence(store: DocumentStore, content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        store.take(content)


def test_types_are_a_setting(tmp_path: Path) -> None:
    store = DocumentStore.of(Workspace(tmp_path), DocumentSettings(types=("pdf",)))
    store.take(PDF)
    with pytest.raises(BadInput, match="Taken: PDF"):
        store.take(DOCX)


def test_a_changed_or_missing_document_is_noticed(store: DocumentStore, tmp_path: Path) -> None:
    document = store.take(PDF)
    next(file for file in (tmp_path / "documents").rglob("*") if file.is_file()).write_bytes(b"other")
    with pytest.raises(Unavailable, match="was changed on disk"):
        store.read(document.sha256)
    with pytest.raises(Unavailable, match="not in the documents store"):
        store.read("0" * 64)
    with pytest.raises(BadInput, match="SHA-256"):
        store.read("../../registry.duckdb")


def test_text_is_read_page_by_page() -> None:
    assert "abcdefabc001 of Contoso Ltd" in pages_of(PDF, "pdf", SETTINGS)[0].text
    pages = pages_of(DOCX, "docx", SETTINGS)
    assert pages[0].text.splitlines() == ["Exchange Online was deployed", "for Contoso Ltd"]
    assert pages_of(PIXEL, "png", SETTINGS)[0].has_images
    assert pages_of(as_pdf([Picture()]), "pdf", SETTINGS)[0].has_images


def test_tables_fields_and_page_breaks_of_word_are_read() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Tenant", "abc"
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("second page")
    document.add_paragraph().add_run("hidden").font.hidden = True
    document.sections[0].header.paragraphs[0].text = "Northwind"
    stream = io.BytesIO()
    document.save(stream)
    pages = pages_of(stream.getvalue(), "docx", SETTINGS)
    assert ["Northwind" in pages[0].text, "Tenant\tabc" in pages[0].text] == [True, True]
    assert ("second page" in pages[1].text, "hidden" in pages[1].text) == (True, False)


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnonsense\n%%EOF", b"PK\x03\x04 nonsense"], ids=["pdf", "docx"])
def test_a_malformed_document_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        pages_of(content, "pdf" if content.startswith(b"%") else "docx", SETTINGS)


def _pdf_with_stream(data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<>>>>endobj\n"
    )
    body = head + b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream endobj\n"
    return body + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    bomb = _pdf_with_stream(b"q " * 150_000_000)
    assert len(bomb) < 1 << 20
    with pytest.raises((BadInput, TooSlow)):
        pages_of(bomb, "pdf", DocumentSettings(read_timeout_seconds=20))


def test_reading_has_a_time_limit() -> None:
    with pytest.raises(TooSlow, match=r"longer than 0 seconds"):
        pages_of(PDF, "pdf", DocumentSettings(read_timeout_seconds=0.01))


def test_entities_of_a_word_file_are_not_expanded() -> None:
    def again(number: int) -> str:
        return f"&l{number};" * 10

    laughs = "".join(f"<!ENTITY l{n} {again(n - 1)!r}>" for n in range(1, 9))
    evil = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>'
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as whole, zipfile.ZipFile(stream, "w") as changed:
        for name in whole.namelist():
            content = whole.read(name).decode() if name == "word/document.xml" else whole.read(name)
            if isinstance(content, str):
                body = content.split("?>", 1)[1].replace("Exchange Online", "&l8;")
                content = evil.replace("DOCTYPE d", "DOCTYPE w:document") + body
            changed.writestr(name, content)
    try:
        text = pages_of(stream.getvalue(), "docx", SETTINGS)[0].text
    except BadInput:
        return
    assert "hahaha" not in text


def test_what_is_cut_off_counts_as_unread() -> None:
    document = as_pdf([Paragraph("a long paragraph of text")] * 60)
    pages = pages_of(document, "pdf", DocumentSettings(max_pages=1))
    assert [(bool(page.text), page.has_images) for page in pages] == [(True, False), (False, True)]
