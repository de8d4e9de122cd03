"""Which processes compute a forecast's fits, and what ends them when the one that asked is gone?"""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread


def workers(count: int) -> ProcessPoolExecutor:
    """A pool of `count` processes, none of which outlives this one.

    A process that is killed tells its workers nothing, and they would wait for work, with 240 MB each, forever.
    """
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    asker = parent_process()
    if asker is not None:
        Thread(target=_end_after, args=(asker.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
