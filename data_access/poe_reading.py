"""The child process that reads one document: `python -m data_access.poe_reading KIND PAGES MEMORY_MB`.

Imports as little as it can. Any failure ends it with a code; the parent has the sentence.
"""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

_TEXT_LIMIT = 1_000_000
_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURES = ("pic", "imagedata", "binData")


def pdf_pages(content: bytes, max_pages: int) -> list[dict[str, Any]]:
    """Text in its layout where that loses nothing, with the values of form fields and digital signatures."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("protected")
    pages: list[dict[str, Any]] = []
    for page in list(reader.pages)[: max_pages + 1]:
        contents = page.get_contents()
        if contents is not None:
            contents.get_data()  # past its limit this raises, where extract_text would answer with nothing
        plain = page.extract_text() or ""
        try:
            laid_out = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
        except Exception:  # noqa: BLE001 - the layout mode is a bonus; whatever it trips over, plain text stands
            laid_out = ""
        text = laid_out if _letters(laid_out) >= 0.98 * _letters(plain) else plain
        extra = "\n".join(_filled_in(page))
        pages.append({"text": f"{text}\n{extra}".strip(), "has_images": _has_images(page)})
    return pages


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def _filled_in(page: Any) -> Iterator[str]:
    for reference in page.get("/Annots") or []:
        note = reference.get_object()
        parent = note.get("/Parent", {}).get_object() if "/Parent" in note else {}
        kind = note.get("/FT") or parent.get("/FT")
        value = note.get("/V", parent.get("/V"))
        name = str(note.get("/T") or parent.get("/T") or "").strip()
        if value is None:
            continue
        if kind == "/Sig":
            signed = value.get_object()
            yield f"{name} Digitally signed by: {signed.get('/Name', '')}"
            if "/M" in signed:
                stamp = str(signed["/M"]).removeprefix("D:")
                yield f"Date: {stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
        elif kind in ("/Tx", "/Ch"):
            yield f"{name}: {value}"


def _has_images(page: Any) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if objects is None:
        return False
    return any(each.get_object().get("/Subtype") in ("/Image", "/Form") for each in objects.get_object().values())


def docx_pages(content: bytes) -> list[dict[str, Any]]:
    """Paragraphs in order, a table's row as one line with tabs; pages where Word broke them last."""
    import docx

    document = docx.Document(io.BytesIO(content))
    pages = [_DocxPage()]
    _walk(document.element.body, pages)
    around = [
        _paragraph(paragraph, pages[:1])
        for section in document.sections
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer)
        if not part.is_linked_to_previous
        for paragraph in part._element.iter(f"{_NS}p")
    ]
    pages[0].lines[:0] = around
    return [{"text": "\n".join(page.lines), "has_images": page.has_images} for page in pages]


class _DocxPage:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.has_images = False


def _walk(parent: Any, pages: list[_DocxPage]) -> None:
    for element in parent:
        if element.tag == f"{_NS}p":
            text = _paragraph(element, pages)
            pages[-1].lines.append(text)
        elif element.tag == f"{_NS}tbl":
            for row in element.iterchildren(f"{_NS}tr"):
                cells = [
                    " ".join(_paragraph(each, pages) for each in cell.iter(f"{_NS}p")).strip()
                    for cell in row.iter(f"{_NS}tc")
                ]
                pages[-1].lines.append("\t".join(cells))
        elif element.tag in (f"{_NS}sdt", f"{_NS}sdtContent", f"{_NS}ins"):
            _walk(element, pages)


def _paragraph(paragraph: Any, pages: list[_DocxPage]) -> str:
    words: list[str] = []
    for element in paragraph.iter():
        name = str(element.tag).rsplit("}", 1)[-1]
        if any(above.tag == _FALLBACK for above in element.iterancestors()):
            continue
        if name in _PICTURES:
            pages[-1].has_images = True
        elif element.tag == f"{_NS}t" and not _is_hidden(element):
            words.append(element.text or "")
        elif element.tag == f"{_NS}tab":
            words.append("\t")
        elif element.tag in (f"{_NS}br", f"{_NS}cr"):
            is_page = element.get(f"{_NS}type") == "page"
            words.append("" if is_page else "\n")
            if is_page:
                pages.append(_DocxPage())
        elif element.tag == f"{_NS}lastRenderedPageBreak" and pages[-1].lines:
            pages.append(_DocxPage())
    return "".join(words)


def _is_hidden(text: Any) -> bool:
    run = text.getparent()
    style = run.find(f"{_NS}rPr") if run is not None else None
    return style is not None and style.find(f"{_NS}vanish") is not None


def bounded(pages: list[dict[str, Any]], max_pages: int) -> list[dict[str, Any]]:
    """At most so many pages and letters; what was cut off counts as a page that cannot be read."""
    kept: list[dict[str, Any]] = []
    letters = 0
    for page in pages[:max_pages]:
        kept.append({**page, "text": page["text"][: _TEXT_LIMIT - letters]})
        letters += len(page["text"])
        if letters > _TEXT_LIMIT:
            break
    is_whole = len(kept) == len(pages) and letters <= _TEXT_LIMIT
    return kept if is_whole else [*kept, {"text": "", "has_images": True}]


def bound_memory(megabytes: int) -> None:
    """Let the system end this process rather than the machine; not every system can."""
    try:
        import resource
    except ImportError:
        return
    limit = megabytes << 20
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ValueError, OSError):
        return


def main(kind: str, max_pages: int, memory_mb: int) -> int:
    """Read the document on standard input; 0 and JSON, or 1 and nothing."""
    logging.disable(logging.CRITICAL)
    bound_memory(memory_mb)
    content = sys.stdin.buffer.read()
    try:
        pages = pdf_pages(content, max_pages) if kind == "pdf" else docx_pages(content)
    except (Exception, MemoryError, RecursionError):  # noqa: BLE001 - whatever a hostile file breaks, the answer is no
        return 1
    sys.stdout.write(json.dumps(bounded(pages, max_pages)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:4])))
