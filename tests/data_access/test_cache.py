"""Are answers computed once, kept within bounds, and never kept when they failed?"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import polars as pl
import pytest

from data_access.answer_cache import AnswerCache

KILOBYTE = pl.DataFrame({"number": pl.arange(0, 128, eager=True)})


class Counter:
    """Computes frames and counts how often."""

    def __init__(self, frame: pl.DataFrame = KILOBYTE) -> None:
        self.frame, self.count, self._lock = frame, 0, Lock()

    def __call__(self) -> pl.DataFrame:
        with self._lock:
            self.count += 1
        return self.frame.clone()


def test_an_answer_is_computed_once_and_shared() -> None:
    cache, compute = AnswerCache(1 << 20), Counter()
    first, was_there = cache.answer("a", compute)
    again, is_there = cache.answer("a", compute)
    assert (was_there, is_there, compute.count) == (False, True, 1)
    assert again is first
    assert cache.answer("b", compute)[1] is False


def test_many_who_wait_for_one_answer_compute_it_once() -> None:
    cache, ready, compute = AnswerCache(1 << 20), Barrier(8), Counter()

    def ask() -> pl.DataFrame:
        ready.wait()
        return cache.answer("a", compute)[0]

    with ThreadPoolExecutor(8) as pool:
        frames = [one.result() for one in [pool.submit(ask) for _ in range(8)]]
    assert compute.count == 1
    assert all(frame is frames[0] for frame in frames)


def test_different_answers_do_not_wait_for_each_other() -> None:
    cache, together = AnswerCache(1 << 20), Barrier(2, timeout=30)

    def compute() -> pl.DataFrame:
        together.wait()  # passes only when both are being computed
        return KILOBYTE

    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(cache.answer, key, compute) for key in ("a", "b")]
        assert [one.result()[1] for one in waiting] == [False, False]


def test_a_failure_is_told_to_everyone_and_kept_for_nobody() -> None:
    cache, ready = AnswerCache(1 << 20), Barrier(4)

    def fail() -> pl.DataFrame:
        raise RuntimeError("no")

    def ask(compute: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        ready.wait()
        return cache.answer("a", compute)[0]

    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(ask, fail) for _ in range(4)]
        for one in waiting:
            with pytest.raises(RuntimeError):
                one.result()
    assert cache.answer("a", Counter())[0].height == 128


def test_the_least_used_go_first_when_the_bytes_run_out() -> None:
    cache, compute = AnswerCache(3 * 1024 + 100), Counter()
    for key in ("a", "b", "c", "a", "d"):  # "a" was used again, so "b" goes
        cache.answer(key, compute)
    assert [cache.answer(key, compute)[1] for key in ("a", "c", "d")] == [True, True, True]
    assert cache.answer("b", compute)[1] is False


def test_an_answer_larger_than_the_cache_is_given_and_not_kept() -> None:
    cache, compute = AnswerCache(1000), Counter()
    assert cache.answer("a", compute)[0].height == 128
    assert cache.answer("a", compute)[1] is False
    assert AnswerCache(0).answer("a", compute)[1] is False


def test_an_emptied_cache_begins_again() -> None:
    cache, compute = AnswerCache(2 * 1024 + 100), Counter()
    for _ in range(3):
        cache.answer("a", compute)
        cache.answer("b", compute)
        cache.clear()
    assert compute.count == 6
    cache.answer("a", compute)
    cache.answer("b", compute)
    assert cache.answer("a", compute)[1], "what was cleared no longer takes room"
