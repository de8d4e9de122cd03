"""Is what a page asked together answered side by side, once each, under the new version, and only then?"""

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from data_access.beside import Beside
from data_access.contract import Question
from data_access.growth import BRIDGE, BY_MONTH, COHORTS
from data_access.lately import TOGETHER_SECONDS, Asked, Lately
from data_access.portfolio import TOTALS
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from tests.data_access.test_ahead import SETTINGS, book, until
from tests.data_access.usage_book import ADMIN, publish, warehouse

PAGE = (BY_MONTH, BRIDGE, COHORTS, TOTALS)


def names(asked: list[Asked]) -> list[str]:
    return [one.question.name for one in asked]


def test_what_came_after_a_question_is_known_the_last_first() -> None:
    lately = Lately(10)
    for question in PAGE:
        lately.note(question, {"tenant": None}, "1")
    assert names(lately.together_with(BRIDGE, {"tenant": None}, "2")) == ["portfolio/totals", "growth/cohorts"]
    assert lately.together_with(BRIDGE, {"tenant": None}, "1") == [], "asked of this version already"
    assert lately.together_with(BRIDGE, {"tenant": "A"}, "2") == [], "another scope was never asked"
    assert lately.together_with(TOTALS, {"tenant": None}, "2") == []


def test_what_was_asked_much_later_is_not_together(monkeypatch: pytest.MonkeyPatch) -> None:
    lately = Lately(10)
    for question, at in ((BY_MONTH, 100.0), (BRIDGE, 100.5), (COHORTS, 100.0 + TOGETHER_SECONDS + 1)):
        monkeypatch.setattr(time, "monotonic", lambda at=at: at)
        lately.note(question, {}, "1")
    assert names(lately.together_with(BY_MONTH, {}, "2")) == ["growth/bridge"]


def test_only_so_much_is_remembered() -> None:
    lately = Lately(2)
    for question in (BY_MONTH, BRIDGE, BY_MONTH, COHORTS):
        lately.note(question, {}, "1")
    assert names(lately.all()) == ["growth/cohorts", "growth/by_month"]


def test_a_page_and_its_other_half_meet_and_ask_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(threads=1, answers_ahead=0)
    door = Warehouse(warehouse(tmp_path, book(10), settings=SETTINGS).workspace, settings, serves_pages=True)
    ran: list[tuple[str, str]] = []
    run = Warehouse._run

    def noted(self: Warehouse, version: Any, question: Question, values: dict[str, Any]) -> Any:
        ran.append((question.name, threading.current_thread().name))
        if question is BY_MONTH and len(ran) > len(PAGE):
            assert until(lambda: len(ran) == 2 * len(PAGE)), "the others are asked while this one is"
        return run(self, version, question, values)

    monkeypatch.setattr(Warehouse, "_run", noted)
    for question in PAGE:
        door.ask(question, viewer=ADMIN)
    assert {thread for _, thread in ran} == {threading.current_thread().name}
    publish(door.workspace, [book(10), book(25)], SETTINGS)
    answers = [door.ask(question, viewer=ADMIN) for question in PAGE]
    assert sorted(name for name, _ in ran[len(PAGE) :]) == sorted(question.name for question in PAGE)
    assert [name for name, thread in ran[len(PAGE) :] if thread == "answers beside"] == [
        "portfolio/totals",
        "growth/cohorts",
        "growth/bridge",
    ]
    assert {answer.version for answer in answers} == {door.version}
    assert answers[1].frame["closing"].to_list() == [32]
    door.close()


def test_a_failure_beside_is_told_to_whoever_asks() -> None:
    asked: list[str] = []

    def answer(question: Question, _: dict[str, Any]) -> None:
        asked.append(question.name)
        raise RuntimeError("no")

    beside = Beside(answer)
    beside.begin([Asked(question, {}, "1", 0.0) for question in (BRIDGE, BY_MONTH)])
    assert until(lambda: len(asked) == 2)
    beside.end()
    beside.begin([Asked(BRIDGE, {}, "1", 0.0)])
    assert len(asked) == 2, "the door is closed"
