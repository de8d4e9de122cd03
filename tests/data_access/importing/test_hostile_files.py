"""Does hostile input end in a sentence or in harmless text, soon, and never in a stack trace?"""

import gzip
import hashlib
import io
import zipfile
from dataclasses import replace

import pytest

from data_access.exporting import defused
from data_access.importing.run import import_files
from tests.data_access.importing.desk import CPOR, ONE, TWO, Desk, cpor, facts, receipt, table

GOOD = table(CPOR, cpor())
ZEROS = b"0" * (30 << 20)


def zipped(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in members.items():
            archive.writestr(name, inner)
    return content.getvalue()


def workbook(sheet: str | bytes) -> bytes:
    head = '<?xml version="1.0"?>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{office}/%s" Target="%s"/></Relationships>'
    content = sheet if isinstance(sheet, bytes) else f'{head}<worksheet xmlns="{main}">{sheet}</worksheet>'.encode()
    return zipped(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{types}"/>'.encode(),
            "_rels/.rels": (one % ("officeDocument", "xl/workbook.xml")).encode(),
            "xl/workbook.xml": (
                f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": (one % ("worksheet", "worksheets/sheet1.xml")).encode(),
            "xl/worksheets/sheet1.xml": content,
        }
    )


def sheet(*lines: str) -> str:
    rows = []
    for number, line in enumerate(lines, start=1):
        cells = (
            f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
            for place, cell in enumerate(line.split(","))
        )
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f"<sheetData>{''.join(rows)}</sheetData>"


CORNERS = "<sheetData><row r=%s1%s><c r=%sA1%s><v>1</v></c></row><row r=%s1048576%s><c r=%sXFD1048576%s><v>1</v></c></row></sheetData>"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (zipped({"bomb.csv": ZEROS}), "unpacks to more than 200 times its size"),
        (gzip.compress(ZEROS, mtime=0), "unpacks to more than 200 times its size"),
        (zipped({"inner.zip": zipped({"x.csv": GOOD.encode()})}), "is an archive inside an archive"),
        (gzip.compress(gzip.compress(GOOD.encode()), mtime=0), "is an archive inside an archive"),
        (zipped({f"{n}.csv": b"x" for n in range(201)}), "holds 201 files; at most 200 are taken"),
        (zipped({}), "is an empty .zip archive"),
        (zipped({"x.csv": GOOD.encode() * 9})[:-30], "is not a readable .zip archive or workbook"),
        (gzip.compress(GOOD.encode() * 999, mtime=0)[:60], "is not a readable .gz file"),
        ((GOOD + "x" * (2 << 20) + "\n" + cpor()).encode(), "has a line longer than 1024 KB"),
        (b"x" * (3 << 20), "has a first line of more than 256 KB"),
        ((GOOD + cpor(name='"never closed') + "\n" + table(*[cpor()] * 20_000)).encode(), "that is not closed within"),
        ((",".join(f"c{n}" for n in range(5_000)) + "\n1\n").encode(), "has 5000 columns; at most 2000 are taken"),
        (GOOD.replace("Acme", "Ac\0me").encode(), "holds NUL bytes"),
        (GOOD.replace("Acme", "Ac\0me").encode("utf-16"), "holds NUL characters"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is an image (PNG)"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "is an image (JPEG)"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 50, "is an old Excel or Word file"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page or XML"),
        (b"[" * 200_000 + b"]" * 200_000, "is not valid JSON"),
        (b'{"value":' * 100_000 + b"1" + b"}" * 100_000, "is not valid JSON"),
        (b'{"value": {"skuPartNumber": 1}}', "is JSON, but not a subscribedSkus answer"),
        (
            b'{"value":[{"skuPartNumber":{"a":1},"prepaidUnits":[1],"servicePlans":"x"}]}',
            "prepaidUnits.enabled is missing",
        ),
        (workbook(CORNERS.replace("%s", '"')), "has a sheet of 1,048,576 rows by 16,384 columns"),
        (workbook(CORNERS.replace("%s", "'")), "has a sheet of 1,048,576 rows by 16,384 columns"),
        (workbook(CORNERS.replace("%s", "'").replace("XFD1", "&#88;FD1")), "is not a readable workbook"),
        (workbook(b"<worksheet>" + b" " * (30 << 20) + b"</worksheet>"), "unpacks to more than 200 times its size"),
        (workbook("<sheetData/>"), "has no rows in any sheet"),
        (workbook(b"no xml"), "is not a readable workbook"),
    ],
)
def test_a_hostile_file_ends_in_a_sentence(desk: Desk, content: bytes, part: str) -> None:
    outcomes = desk.look_into(desk.file(content, "hostile.csv"), tenant=ONE)
    assert [outcome.is_usable for outcome in outcomes] == [False]
    assert part in outcomes[0].sentence
    assert outcomes[0].sentence.endswith(".")


def test_a_line_of_sixty_megabytes(desk: Desk) -> None:
    file = desk.file(GOOD)
    with file.open("ab") as out:
        for _ in range(60):
            out.write(b"x" * (1 << 20))
    (outcome,) = desk.look_into(file)
    assert outcome.sentence == "export.csv has a line longer than 1024 KB; no usual export does."


def test_names_inside_an_archive_lead_nowhere(desk: Desk) -> None:
    content = zipped({"../../../evil.csv": GOOD.encode(), "C:\\evil.csv": GOOD.encode() + b"\n", ".": b"", "a/": b""})
    outcomes = desk.look_into(desk.file(content, "names.zip"))
    assert [outcome.is_usable for outcome in outcomes] == [True, True]
    assert not list(desk.folder.parent.rglob("evil.csv"))


def test_text_that_would_run_elsewhere_is_only_text(desk: Desk) -> None:
    names = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>"]
    outcome = desk.look(table(CPOR, cpor(name=names[0]), cpor(tenant=TWO, name=names[1]), cpor(mau="=1+1")))
    assert facts(outcome)["customer_name"].to_list() == names
    assert defused(outcome.refused())["value"].to_list() == ["'=1+1"]


def test_formulas_of_a_workbook_are_never_run(desk: Desk) -> None:
    plain = sheet(CPOR, cpor(name="x"))
    formula = plain.replace(
        't="inlineStr"><is><t>x</t></is></c>', 't="str"><f>HYPERLINK("http://example.com","y")</f><v>kept</v></c>'
    )
    book = workbook(formula)
    outcome = desk.look(book, "book.xlsx")
    assert facts(outcome)["customer_name"].to_list() == ["kept"]
    assert receipt(outcome)["sha256"] == hashlib.sha256(book).hexdigest()
    assert desk.look(workbook(plain), "without-ending").is_usable


def test_duplicate_headers_take_the_first(desk: Desk) -> None:
    outcome = desk.look(table(f"{CPOR},MonthlyActiveUsers,CustomerName,", f"{cpor()},99,Other,"))
    assert facts(outcome).select("mau", "customer_name").rows() == [(10, "Acme")]


def test_a_small_unclosed_quote_costs_one_refused_row(desk: Desk) -> None:
    outcome = desk.look(table(CPOR, cpor(), cpor(name='"open'), cpor()))
    assert (receipt(outcome)["rows_kept"], outcome.refused().height) == (1, 1)


def test_a_file_past_the_limit_is_refused(desk: Desk) -> None:
    settings = desk.settings.model_copy(update={"upload_limit_mb": 1})
    file = desk.file(table(CPOR, *[cpor()] * 20_000))
    (outcome,) = import_files(desk.workspace, [file], replace(desk.asked), settings)
    assert outcome.sentence == "export.csv is larger than 1 MB, the limit for one import."


def test_nothing_is_left_behind(desk: Desk) -> None:
    desk.take(desk.file(zipped({"bomb.csv": ZEROS}), "bomb.zip"), desk.file(GOOD))
    left = {path.name for path in desk.workspace.root.iterdir()}
    assert {name for name in left if name.startswith("importing-")} == set()
