"""Is what takes too long stopped, and only that?"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from data_access.time_limit import TimeLimit

ENDLESS = "select count(*) from range(100000000000) as a, range(100000000000) as b"


def watchers(before: set[threading.Thread]) -> int:
    """Those that began since; doors of other tests may have theirs."""
    return sum(one.name == "time limit of questions" for one in threading.enumerate() if one not in before)


def test_each_is_stopped_in_its_own_time_by_one_thread() -> None:
    before, limit = set(threading.enumerate()), TimeLimit(0.3)
    root = duckdb.connect(config={"threads": 1})

    def took(delay: float) -> float:
        time.sleep(delay)
        began = time.monotonic()
        with root.cursor() as cursor, limit.of(cursor), pytest.raises(duckdb.InterruptException):
            cursor.execute(ENDLESS)
        return time.monotonic() - began

    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(took, delay) for delay in (0.0, 0.1, 0.2)]
        time.sleep(0.25)
        assert watchers(before) == 1
        assert all(0.3 <= one.result() < 5 for one in waiting)


def test_a_cursor_used_again_is_not_stopped_for_what_it_did_before() -> None:
    limit = TimeLimit(0.2)
    cursor = duckdb.connect(config={"threads": 1})
    until = time.monotonic() + 0.6
    while time.monotonic() < until:
        with limit.of(cursor):
            assert cursor.execute("select count(*) from range(1000)").fetchall() == [(1000,)]


def test_nobody_watches_when_nothing_runs() -> None:
    before, limit = set(threading.enumerate()), TimeLimit(0.05)
    cursor = duckdb.connect()
    for _ in range(2):
        with limit.of(cursor):
            cursor.execute("select 1")
        until = time.monotonic() + 5
        while watchers(before) and time.monotonic() < until:
            time.sleep(0.01)
        assert not watchers(before)
