"""Do the benchmarks measure what they say? Their own functions, on a book of a dozen customers."""

import asyncio
import json
from pathlib import Path

import pytest

from benchmarks.bare_frames import PRESETS, Drawn, write_frames
from benchmarks.findings import Finding, as_json, as_table, ratio
from benchmarks.ground import Ground, make_book, publish_again
from benchmarks.import_speed import import_findings
from benchmarks.question_speed import ADMIN, last_year, question_findings
from benchmarks.ready_door import look_up
from benchmarks.served import served
from benchmarks.timing import alternating, percentile
from benchmarks.visitor import Run, visitor
from data_access.growth import BY_MONTH
from data_access.questions import every_question
from data_access.warehouse import Warehouse


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    made = Ground(tmp_path_factory.mktemp("ground"), customers=12, months=14)
    make_book(made)
    return made


def test_turns_alternate_and_every_second_round_goes_backwards() -> None:
    order: list[str] = []

    def noted(name: str) -> float:
        order.append(name)
        return float(len(order))

    taken = alternating({"ours": lambda: noted("ours"), "bare": lambda: noted("bare")}, 3)
    assert order == ["ours", "bare", "bare", "ours", "ours", "bare"]
    assert taken == {"ours": [1.0, 4.0, 5.0], "bare": [2.0, 3.0, 6.0]}


def test_p95_of_twenty_values_is_the_nineteenth() -> None:
    assert percentile([float(value) for value in range(20, 0, -1)], 0.95) == 19.0


def test_a_budget_is_kept_passed_or_cannot_be_judged() -> None:
    verdicts = [Finding("s", "n", value, budget=5.0).verdict for value in (5.0, 5.1, None)]
    assert verdicts == ["within", "OVER", "FAILED"]
    assert Finding("s", "n", 9.0).verdict == ""
    assert ratio(1.0, 0.0) is None


def test_findings_print_as_a_table_and_as_json() -> None:
    findings = [Finding("import", "ratio", 2.5, budget=5.0, details={"rows": 10}), Finding("pages", "broken", None)]
    table = as_table(findings, {"cores": 2})
    assert "| import | ratio | 2.50 x | 5.00 x | within | rows 10 |" in table
    assert "| pages | broken |  |  | FAILED |  |" in table
    told = json.loads(as_json(findings, {"cores": 2}))
    assert (told["machine"], told["findings"][0]["verdict"]) == ({"cores": 2}, "within")


def test_the_import_is_measured_against_reading_the_same_rows(ground: Ground) -> None:
    first, *others = import_findings(ground, rounds=1)
    assert first.details["rows"] == ground.facts_count == 1680
    assert first.value is not None
    assert first.value > 0
    assert {"peak memory", "Building ledger", "marts with incentives / adoption marts"} <= {one.name for one in others}


def test_every_question_is_measured_and_none_refused(ground: Ground) -> None:
    found = question_findings(ground, rounds=1)
    assert {one.name for one in found} == set(every_question())
    assert [one.details for one in found if one.value is None] == []
    assert [one.value for one in found] == sorted((one.value or 0 for one in found), reverse=True)


def test_publishing_again_forgets_answers_but_changes_none(ground: Ground) -> None:
    door = Warehouse(ground.book)
    scope = last_year(ground)
    before = door.ask(BY_MONTH, viewer=ADMIN, scope=scope)
    publish_again(ground.book)
    after = door.ask(BY_MONTH, viewer=ADMIN, scope=scope)
    door.close()
    assert not after.is_cached
    assert after.key != before.key
    assert after.frame.equals(before.frame)


def test_the_ready_door_keeps_its_frame_and_renews_its_key(ground: Ground) -> None:
    door = Warehouse(ground.book)
    first = look_up(door, BY_MONTH, viewer=ADMIN, scope=last_year(ground))
    again = look_up(door, BY_MONTH, viewer=ADMIN, scope=last_year(ground))
    publish_again(ground.book)
    later = look_up(door, BY_MONTH, viewer=ADMIN, scope=last_year(ground))
    door.close()
    assert first.frame is again.frame is later.frame
    assert first.key == again.key != later.key


def test_a_visitor_sees_the_bare_page_change(ground: Ground) -> None:
    frames: Path = write_frames(ground, Drawn(charts=3, numbers=4))

    async def visit(address: str) -> list[Run]:
        async with visitor(address) as one:
            return [await one.open(), *[await one.choose("Months", preset) for preset in PRESETS]]

    with served("bare", ground, frames) as bare:
        runs = asyncio.run(visit(bare.address))
    assert [run.failures for run in runs] == [[]] * 5
    assert all(run.elements["plotly_chart"] == 3 and run.elements["metric"] == 4 for run in runs)
    assert runs[1].bytes_received != runs[4].bytes_received
