"""Does whoever looks right after a publication meet answers that are ready, right, and their own?"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data_access import ahead, lately
from data_access.ahead import Ahead
from data_access.associations import FUNNEL
from data_access.claim_watch import desk_for
from data_access.contract import Question
from data_access.growth import BRIDGE, BY_MONTH
from data_access.lately import Lately
from data_access.organisation import save_legal_names
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import replace_file
from domain.claim_windows import ClaimWindows
from domain.scope import Role, Scope, Viewer
from tests.data_access.usage_book import ADMIN, Import, Use, publish, tenant_id, warehouse

SETTINGS = Settings(threads=1)
ANN = Viewer("am-ann", Role.ACCOUNT_MANAGER)
BEN = Viewer("am-ben", Role.ACCOUNT_MANAGER)
OWNED = [
    {"tenant_id": tenant_id(1), "account_manager_id": "am-ann"},
    {"tenant_id": tenant_id(2), "account_manager_id": "am-ben"},
]


def book(users: int) -> Import:
    return Import(
        [Use(1, "EXO", 0, users, 900, date(2025, 1, 1)), Use(2, "EXO", 0, 7, 900, date(2025, 1, 1))], customers=OWNED
    )


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(ahead, "LOOKS_EVERY_SECONDS", 0.02)
    caplog.set_level(logging.INFO, logger="cpor.door")


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Warehouse]:
    closed = warehouse(tmp_path, book(10), settings=SETTINGS)
    door = Warehouse(closed.workspace, SETTINGS, serves_pages=True)
    yield door
    door.close()


def until(happened: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    return happened()


@pytest.fixture
def watching() -> Callable[[], bool]:
    """Whether a thread that began since looks for publications; doors of other tests may have theirs."""
    before = set(threading.enumerate())
    return lambda: any(one.name == "answers ahead" for one in threading.enumerate() if one not in before)


def asked_ahead(caplog: pytest.LogCaptureFixture, times: int) -> bool:
    return until(lambda: sum("answers ahead in" in one for one in caplog.messages) >= times)


def test_after_a_publication_the_same_viewers_meet_their_new_answers(
    door: Warehouse, caplog: pytest.LogCaptureFixture
) -> None:
    narrow = Scope(workloads=("EXO",))
    assert door.ask(BY_MONTH, viewer=ANN, scope=narrow).frame["mau"].to_list() == [10]
    assert door.ask(BRIDGE, viewer=ADMIN).frame["closing"].to_list() == [17]
    publish(door.workspace, [book(10), book(25)], SETTINGS)
    assert asked_ahead(caplog, 1)
    hers, everybodys = door.ask(BY_MONTH, viewer=ANN, scope=narrow), door.ask(BRIDGE, viewer=ADMIN)
    assert (hers.is_cached, everybodys.is_cached) == (True, True)
    assert hers.frame["mau"].to_list() == [25]
    assert everybodys.frame["closing"].to_list() == [32]
    assert hers.version == door.version
    assert not door.ask(BY_MONTH, viewer=BEN, scope=narrow).is_cached, "what nobody asked is not asked ahead"


def test_after_somebody_filed_what_reads_the_registry_is_ready(
    door: Warehouse, caplog: pytest.LogCaptureFixture
) -> None:
    before = door.ask(FUNNEL, viewer=ADMIN)
    save_legal_names(desk_for(door, ADMIN, date(2026, 11, 23), ClaimWindows()), ["Wexmoor Cloud B.V."])
    assert asked_ahead(caplog, 1)
    after = door.ask(FUNNEL, viewer=ADMIN)
    assert after.is_cached
    assert after.key != before.key


@pytest.mark.parametrize(("most", "serves_pages"), [(0, True), (200, False)])
def test_it_is_off_where_the_settings_or_the_door_say_so(
    tmp_path: Path, most: int, serves_pages: bool, watching: Callable[[], bool]
) -> None:
    settings = Settings(threads=1, answers_ahead=most)
    door = Warehouse(warehouse(tmp_path, book(10), settings=settings).workspace, settings, serves_pages=serves_pages)
    door.ask(BY_MONTH, viewer=ADMIN)
    assert not watching()
    publish(door.workspace, [book(10), book(25)], settings)
    assert not door.ask(BY_MONTH, viewer=ADMIN).is_cached
    door.close()


def test_it_ends_with_the_door(door: Warehouse, watching: Callable[[], bool]) -> None:
    door.ask(BY_MONTH, viewer=ADMIN)
    assert watching()
    door.close()
    assert not watching()


class Watched:
    """Something that is asked ahead, and the pointer whose replacement sets it off."""

    def __init__(
        self,
        folder: Path,
        answer: Callable[[Question, dict[str, Any]], object],
        most: int = 10,
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self.pointer = folder / "pointer"
        self.lately = Lately(100)
        self.ahead = Ahead(self.lately, [self.pointer], answer, is_busy, most)

    def note(self, question: Question, values: dict[str, Any]) -> None:
        self.lately.note(question, values, "1")
        self.ahead.watch()

    def publish(self, number: int = 1) -> None:
        replace_file(self.pointer, str(number).encode())


def test_a_failure_is_told_to_the_log_and_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    answered: list[str] = []

    def answer(question: Question, values: dict[str, Any]) -> None:
        if question is BRIDGE:
            raise RuntimeError(values["secret"])
        answered.append(question.name)

    one = Watched(tmp_path, answer)
    one.note(BY_MONTH, {})
    one.note(BRIDGE, {"secret": "Wexmoor"})
    one.publish(1)
    assert asked_ahead(caplog, 1)
    one.publish(2)
    assert asked_ahead(caplog, 2)
    one.ahead.end()
    assert answered == ["growth/by_month"] * 2
    assert "could not answer growth/bridge ahead: RuntimeError" in caplog.messages
    assert "Wexmoor" not in caplog.text


def test_the_latest_go_first_and_no_more_than_wanted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    answered: list[int] = []
    one = Watched(tmp_path, lambda _, values: answered.append(values["number"]), most=3)
    for number in (1, 2, 3, 4, 2):
        one.note(BY_MONTH, {"number": number})
    one.publish()
    assert asked_ahead(caplog, 1)
    one.ahead.end()
    assert answered == [2, 4, 3]


def test_whoever_waits_for_an_answer_goes_first(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    answered: list[str] = []
    somebody_waits = threading.Event()
    somebody_waits.set()
    one = Watched(tmp_path, lambda question, _: answered.append(question.name), is_busy=somebody_waits.is_set)
    one.note(BY_MONTH, {})
    one.publish()
    time.sleep(0.2)
    assert answered == []
    somebody_waits.clear()
    assert asked_ahead(caplog, 1)
    one.ahead.end()
    assert answered == ["growth/by_month"]


def test_it_spends_no_more_than_its_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "SPENDS_SECONDS", 0.1)
    one = Watched(tmp_path, lambda _, __: time.sleep(0.08))
    for number in range(5):
        one.note(BY_MONTH, {"number": number})
    one.publish()
    assert until(lambda: "asked 2 of 5 answers ahead, no more" in caplog.messages)
    one.ahead.end()


def test_nothing_is_watched_when_nobody_asked_for_long_until_somebody_asks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, watching: Callable[[], bool]
) -> None:
    monkeypatch.setattr(lately, "FORGETS_AFTER_SECONDS", 0.05)
    answered: list[int] = []
    one = Watched(tmp_path, lambda _, values: answered.append(values["number"]))
    one.note(BY_MONTH, {"number": 1})
    assert until(lambda: not watching())
    monkeypatch.setattr(lately, "FORGETS_AFTER_SECONDS", 60.0)
    one.note(BY_MONTH, {"number": 2})
    one.publish()
    assert asked_ahead(caplog, 1)
    one.ahead.end()
    assert answered[0] == 2


def test_a_workspace_that_is_taken_away_does_not_come_back(door: Warehouse, tmp_path: Path) -> None:
    door.ask(BY_MONTH, viewer=ADMIN)
    away = tmp_path.with_name(f"{tmp_path.name}_away")
    tmp_path.rename(away)
    time.sleep(0.2)
    assert not tmp_path.exists()
    away.rename(tmp_path)
