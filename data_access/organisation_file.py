"""How is our organisation read from a small file: TOML for everything, CSV for the locations alone?"""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from domain.claim_form import sentences
from domain.errors import BadInput
from domain.organisation import Location, Organisation

COLUMNS = ("location_id", "name", "country", "currency", "status", "enrolled_on", "enrolled_before", "checked_on")

EXAMPLE = """\
# Legal names: the proof-of-execution check looks for any of them, templates use the first.
legal_names = ["Example Cloud B.V.", "Example Cloud"]

# One block a partner location. status: not invited, invited, validating, action required, enrolled, expired.
# enrolled_before is the first day the enrolment no longer holds; leave out what is not known.
[[locations]]
location_id = "1234567"
name = "Amsterdam"
country = "NL"
currency = "EUR"
status = "enrolled"
enrolled_on = 2026-07-01
"""

_LARGEST = 1_000_000


def read_organisation(file_name: str, content: bytes) -> Organisation:
    """The organisation a `.toml` or `.csv` file describes; `BadInput` says what was expected and where."""
    if len(content) > _LARGEST:
        raise BadInput("The file is larger than 1 MB. An organisation file is a page of text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadInput("The file is not UTF-8 text. Save it as TOML or CSV in UTF-8.") from wrong
    if file_name.lower().endswith(".csv"):
        return Organisation(locations=_locations(_csv_rows(text)))
    try:
        stored = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise BadInput(f"The file is not TOML: {wrong}. Download the example to see the form.") from wrong
    names, places = stored.get("legal_names", []), stored.get("locations", [])
    if not isinstance(names, list) or not isinstance(places, list) or not (names or places):
        raise BadInput("The file names neither legal_names nor [[locations]]. Download the example to see the form.")
    return Organisation(
        legal_names=tuple(str(name) for name in names if str(name).strip()), locations=_locations(places)
    )


def _csv_rows(text: str) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = {"location_id", "name", "country", "currency"} - set(reader.fieldnames or ())
    if missing:
        raise BadInput(f"The CSV lacks {', '.join(sorted(missing))}. Its columns are: {', '.join(COLUMNS)}.")
    return [{name: row[name] for name in COLUMNS if row.get(name)} for row in reader]


def _locations(rows: Iterable[Mapping[str, Any]]) -> tuple[Location, ...]:
    found = []
    for number, row in enumerate(rows, start=1):
        try:
            found.append(Location.model_validate(dict(row)))
        except (ValidationError, TypeError, ValueError) as wrong:
            said = _said(wrong) if isinstance(wrong, ValidationError) else "Give a table of fields."
            raise BadInput(f"Location {number}: {said}") from wrong
    return tuple(found)


def _said(wrong: ValidationError) -> str:
    return " ".join(f"{field or 'row'}: {sentence}" for field, sentence in sentences(wrong).items())
