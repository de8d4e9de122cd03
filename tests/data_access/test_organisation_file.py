"""Is our organisation read from a small file, and a wrong one refused with what was expected?"""

from datetime import date

import pytest

from data_access.organisation_file import EXAMPLE, read_organisation
from domain.errors import BadInput
from domain.organisation import EnrolmentStatus


def test_the_example_is_a_file_that_can_be_read() -> None:
    read = read_organisation("organisation.toml", EXAMPLE.encode())
    assert read.legal_names == ("Example Cloud B.V.", "Example Cloud")
    assert read.locations[0].status is EnrolmentStatus.ENROLLED
    assert read.locations[0].enrolled_on == date(2026, 7, 1)


def test_locations_come_from_a_csv_too() -> None:
    text = "\ufefflocation_id,name,country,currency,status,enrolled_on\n4711,Berlin,de,eur,enrolled,2026-07-01\n4712,Wien,AT,EUR,,\n"
    read = read_organisation("Locations.CSV", text.encode())
    assert [(one.location_id, one.country, one.status) for one in read.locations] == [
        ("4711", "DE", EnrolmentStatus.ENROLLED),
        ("4712", "AT", EnrolmentStatus.NOT_INVITED),
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.toml", b"legal_names = [", "not TOML"),
        ("a.toml", b"other = 1", "neither legal_names nor"),
        ("a.toml", b"\xff\xfe\x00", "not UTF-8"),
        (
            "a.toml",
            b'[[locations]]\nlocation_id="1"\nname="A"\ncountry="Germany"\ncurrency="EUR"',
            "Location 1: .*two letters",
        ),
        ("a.csv", b"id,name\n1,A\n", "lacks country, currency, location_id"),
        ("a.csv", b"location_id,name,country,currency\n1,A,DE,EUR\n2,,DE,EUR\n", "Location 2: .*name"),
    ],
)
def test_wrong_file_is_refused_with_what_was_expected(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_organisation(name, content)
