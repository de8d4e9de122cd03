"""How does the check do on labelled documents: often right, and never sure of what is not so?"""

import pytest

from benchmarks.poe import Judged, judged, scores
from tests.poe_documents.cases import GROUPS, cases

EVERY = 9


@pytest.fixture(scope="module")
def points() -> list[Judged]:
    """The points of every ninth document; the benchmark reads them all."""
    return [point for number, case in enumerate(cases()) if number % EVERY == 0 for point in judged(case)]


@pytest.mark.parametrize("group", GROUPS)
def test_no_verdict_is_falsely_certain(points: list[Judged], group: str) -> None:
    wrong = [(point.case.name, point.item, point.why) for point in points if point.is_false_certainty]
    assert [each for each in wrong if each[0].split(":")[0] in GROUPS[group]] == []


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_there_is_found_and_what_is_missing_caught(points: list[Judged], group: str) -> None:
    measured = scores([point for point in points if point.case.group == group])
    found, caught, unsure = measured["recall_found"], measured["caught"], measured["unsure_share"]
    assert found is not None
    assert caught == 1.0
    assert found >= 0.97
    assert unsure is not None
    assert unsure <= 0.05
