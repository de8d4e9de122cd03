"""What is a document made of, before it becomes a PDF or a DOCX?"""

import io
from dataclasses import dataclass

import docx
from fpdf import FPDF

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000000004000127"
    "3427a60000000049454e44ae426082"
)


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """Something that cannot be read: a scanned signature."""


Block = Heading | Paragraph | Table | Picture


def as_docx(blocks: list[Block]) -> bytes:
    document = docx.Document()
    for block in blocks:
        match block:
            case Heading(text):
                document.add_heading(text, level=2)
            case Paragraph(text):
                document.add_paragraph(text)
            case Table(rows):
                table = document.add_table(rows=0, cols=len(rows[0]))
                for row in rows:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
            case Picture():
                document.add_picture(io.BytesIO(PIXEL))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(blocks: list[Block]) -> bytes:
    document = FPDF()
    document.set_compression(True)
    document.add_page()
    for block in blocks:
        match block:
            case Heading(text):
                document.set_font("Helvetica", style="B", size=13)
                document.multi_cell(0, 9, text, new_x="LMARGIN", new_y="NEXT")
            case Paragraph(text):
                document.set_font("Helvetica", size=10)
                document.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
                document.ln(2)
            case Table(rows):
                document.set_font("Helvetica", size=9)
                with document.table(first_row_as_headings=False) as table:
                    for row in rows:
                        table.row(row)
            case Picture():
                document.image(io.BytesIO(PIXEL), w=40, h=15)
    return bytes(document.output())
