"""Is every lenient form understood, and does the preview say how it was read?"""

import gzip
import hashlib
import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data_access.importing import text_form
from data_access.importing.cell_numbers import NUMBER_CONVENTIONS
from data_access.importing.cells import read_column
from data_access.importing.kinds import Kind
from data_access.importing.text_form import Form, Lines, form_of, lines_of
from data_access.settings import Settings
from tests.data_access.importing.desk import CPOR, ONE, Desk, cpor, receipt, refusals, table, values

TEXT = table(CPOR, cpor(name="Café", mau='"12,762 (XL)"', month="6/1/2026"))
JUNE = date(2026, 6, 1)
SETTINGS = Settings()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(desk: Desk, encoding: str, end: str) -> None:
    outcome = desk.look(TEXT.replace("\n", end).encode(encoding))
    assert values(outcome, "customer_name", "mau", "month") == [("Café", 12762, JUNE)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(desk: Desk, delimiter: str) -> None:
    text = table(CPOR, cpor(mau="12.762")).replace(",", delimiter)
    assert values(desk.look(text), "tenant_id", "mau") == [(ONE, 12762)]


def test_mixed_line_ends_and_blank_lines(desk: Desk) -> None:
    text = "\n\n" + CPOR + "\r\n" + cpor() + "\n\n" + cpor(month=20261001) + "\r\n,,,,,,,,,\n"
    outcome = desk.look(text)
    assert (receipt(outcome)["rows_read"], receipt(outcome)["rows_refused"]) == (2, 0)


def test_a_separator_line_and_quotes(desk: Desk) -> None:
    outcome = desk.look("sep=,\n" + table(CPOR, cpor(name='"A ""quoted"", name"'), cpor(name='"two\nlines"')))
    assert values(outcome, "customer_name") == [('A "quoted", name',), ("two\nlines",)]


def test_blanks_around_cells(desk: Desk) -> None:
    padded = cpor(tenant=f"\u00a0{ONE}\t", name="\u00a0 Acme \u202f", mau=" 10 ", month=" 20260901\u00a0")
    outcome = desk.look(table(CPOR.replace(",", " ,\u00a0"), padded))
    assert values(outcome, "tenant_id", "customer_name", "mau") == [(ONE, "Acme", 10)]


def test_plain_spaces_around_cells(desk: Desk) -> None:
    names = ["Ac me", " Acme", "Acme ", "  Acme  ", "Acme", "  "]
    outcome = desk.look(table(CPOR, *(cpor(name=name) for name in names)))
    assert values(outcome, "customer_name") == [("Ac me",), *[("Acme",)] * 4, (None,)]


def test_gzip_zip_and_many_members(desk: Desk) -> None:
    assert desk.look(gzip.compress(TEXT.encode(), mtime=0), "export.csv.gz").is_usable
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2026-09_1.csv", TEXT)
        archive.writestr("folder/2026-09_2.csv", TEXT + "\n")
        archive.writestr("__MACOSX/._x", b"\0")
        archive.writestr("picture.png", b"\x89PNG\r\n\x1a\n")
    outcomes = desk.look_into(desk.file(content.getvalue(), "many.zip"))
    assert [(outcome.file_name, outcome.is_usable) for outcome in outcomes] == [
        ("many.zip > 2026-09_1.csv", True),
        ("many.zip > 2026-09_2.csv", True),
        ("many.zip > picture.png", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("20260601", "2026-06-01", "2026-06-01T00:00:00.000Z", "6/1/2026", "06/01/2026 12:00:00 AM", "01.06.2026"),
        *("Jun-26", "June 2026", "1-Jun-2026", "202606", "2026-06", "2026/6/1", "6/1/26"),
    ],
)
def test_dates(text: str) -> None:
    assert read_column(Kind.DATE, [text]).values == {text: JUNE}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.COUNT, "12,762 (XL)", 12762),
        (Kind.COUNT, "1 250", 1250),
        (Kind.COUNT, "1.250", 1250),
        (Kind.COUNT, "12.0", 12),
        (Kind.MONEY, "$4,500.00", Decimal("4500.00")),
        (Kind.MONEY, "-€1.234,5", Decimal("-1234.5")),
        (Kind.MONEY, "($5)", Decimal(-5)),
        (Kind.RATE, "18%", Decimal("0.18")),
        (Kind.RATE, "$4.50", Decimal("4.50")),
        (Kind.FLAG, "Yes", True),
        (Kind.PERIOD, "D28", 28),
        (Kind.STATE, "rejected_FINAL", "Rejected final"),
    ],
)
def test_cells(kind: Kind, text: str, value: object) -> None:
    assert read_column(kind, [text]).values == {text: value}


def test_slash_dates_are_settled_by_the_whole_column() -> None:
    assert read_column(Kind.DATE, ["1/2/2026", "13/2/2026"]).convention == "day/month/year"
    assert read_column(Kind.DATE, ["1/2/2026", "2/13/2026"]).convention == "month/day/year"
    both = read_column(Kind.DATE, ["1/2/2026", "3/4/2026"])
    assert (both.convention, both.is_ambiguous) == ("month/day/year", True)
    assert not read_column(Kind.DATE, ["20260102"]).is_ambiguous


def test_months_are_first_days_when_the_order_is_open() -> None:
    reading = read_column(Kind.MONTH, ["01/02/2026", "01/03/2026"])
    assert (reading.convention, reading.is_ambiguous) == ("day/month/year", False)
    assert reading.values["01/03/2026"] == date(2026, 3, 1)


def test_numbers_are_settled_by_the_whole_column() -> None:
    counts = read_column(Kind.COUNT, ["1.250", "900"])
    assert (counts.values, counts.is_ambiguous) == ({"1.250": 1250, "900": 900}, False)
    amounts = read_column(Kind.MONEY, ["1.250", "900"])
    assert (amounts.values["1.250"], amounts.is_ambiguous) == (Decimal("1.250"), True)
    assert read_column(Kind.MONEY, ["1.250", "7,5"]).values["1.250"] == 1250


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_digest_is_of_the_bytes_and_not_of_their_reading(desk: Desk, encoding: str) -> None:
    data = TEXT.encode(encoding)
    assert receipt(desk.look(data))["sha256"] == hashlib.sha256(data).hexdigest()
    assert receipt(desk.look(gzip.compress(data)))["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_convention_can_be_overruled(desk: Desk) -> None:
    text = table(CPOR, cpor(associated="1/2/2026", mau="1.250"))
    assert values(desk.look(text), "associated_on", "mau") == [(date(2026, 1, 2), 1250)]
    other = desk.look(text, conventions={"associated_on": "day/month/year", "mau": "1,234.5"})
    assert refusals(other) == [
        (2, "MonthlyActiveUsers", "1.250", "expected a whole number; users cannot be fractional")
    ]
    other = desk.look(text, conventions={"associated_on": "day/month/year"})
    assert values(other, "associated_on") == [(date(2026, 2, 1),)]
    assert receipt(other)["conventions"]["associated_on"] == "day/month/year"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("other", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", range(1, 8))
def test_line_ends_are_told_wherever_a_block_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, other: str, size: int
) -> None:
    monkeypatch.setattr(text_form, "_CHUNK", size)
    file = tmp_path / "text.csv"
    file.write_bytes(f"a,é{end}b,c{end}d{other}e,f{other}".encode())
    assert form_of(file, "text") == Form("utf-8", end == other != "\r")


@pytest.mark.parametrize(("blank", "is_odd"), [("\u00a0", True), ("\u202f", True), ("\t", True), ("é – Â", False)])
@pytest.mark.parametrize("size", range(1, 8))
def test_odd_blanks_are_found_wherever_a_block_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blank: str, is_odd: bool, size: int
) -> None:
    monkeypatch.setattr(text_form, "_CHUNK", size)
    file = tmp_path / "text.csv"
    for text in (f"a,b\nc,{blank}d\ne,f\n", f"a,b\nc,{blank}"):
        file.write_text(text, encoding="utf-8", newline="")
        assert lines_of(file, ",", "text", SETTINGS) == Lines(text.count("\n") + (text[-1] != "\n"), is_odd)


@pytest.mark.parametrize(
    ("text", "read"),
    [("0", 0), ("007", 7), ("999999999999", 10**12 - 1), ("1000000000000", None), ("٣", 3), ("+5", 5), ("²", None)],
)
def test_counts_of_digits_alone(text: str, read: int | None) -> None:
    for convention in NUMBER_CONVENTIONS:
        assert read_column(Kind.COUNT, [text], convention).values == ({text: read} if read is not None else {})
