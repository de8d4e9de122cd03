"""How long do twenty people wait who change a filter every two seconds?

Twenty sessions over real WebSockets (`visitor`), from one process beside the server: its reading of messages costs
both pages the same and little. Twenty browsers would need more processor for drawing than two cores have, and would
then measure themselves. A wait counts from the moment a change was due, so that a slow server cannot hide waiting
changes by delaying the ones after them.
"""

import asyncio
import time
from contextlib import AsyncExitStack, ExitStack

from benchmarks.bare_frames import PAGE, PRESETS, drawn_by, write_frames
from benchmarks.findings import Finding, ratio
from benchmarks.ground import Ground, make_book
from benchmarks.served import served
from benchmarks.timing import median_ms, percentile
from benchmarks.visitor import Run, Visitor, visitor

P95_BUDGET = 1.1
SESSIONS, EVERY_SECONDS, SHARE = 20, 2.0, 0.95
_SECTION = "sessions"


def session_findings(ground: Ground, seconds: float, sessions: int = SESSIONS) -> list[Finding]:
    """p95 of our executive summary over that of the bare page: bare, ours, ours, bare, half of `seconds` each."""
    make_book(ground)
    taken: dict[str, list[Run]] = {"ours": [], "bare": []}
    with ExitStack() as stack:
        ours = stack.enter_context(served("ours", ground))
        bare = stack.enter_context(served("bare", ground, write_frames(ground, drawn_by(ours))))
        addresses = {"ours": ours.address, "bare": bare.address}
        for kind in ("bare", "ours", "ours", "bare"):
            taken[kind] += asyncio.run(_crowd(addresses[kind], sessions, seconds / 2))
    waits = {kind: [run.seconds for run in runs] for kind, runs in taken.items()}
    p95 = {kind: percentile(each, SHARE) for kind, each in waits.items()}
    details: dict[str, object] = {f"{kind}_p95_ms": round(value * 1000) for kind, value in p95.items()}
    details |= {f"{kind}_median_ms": round(median_ms(each)) for kind, each in waits.items()}
    details |= {f"{kind}_changes": len(each) for kind, each in waits.items()}
    failed = sum(bool(run.failures) for runs in taken.values() for run in runs)
    details |= {"failed": failed} if failed else {}
    name = f"p95 of {sessions} sessions, a change every {EVERY_SECONDS:.0f} s / bare page"
    return [Finding(_SECTION, name, None if failed else ratio(p95["ours"], p95["bare"]), "x", P95_BUDGET, details)]


async def _crowd(address: str, sessions: int, seconds: float) -> list[Run]:
    """Every change of every session within `seconds`, sessions spread evenly over the interval."""
    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(visitor(address)) for _ in range(sessions)]
        for person in people:
            await person.open(PAGE)
        for preset in PRESETS:
            await people[0].choose("Months", preset)
        begun = time.perf_counter()
        starts = [begun + EVERY_SECONDS * at / sessions for at in range(sessions)]
        walks = [
            _walk(one, at, start, begun + seconds) for at, (one, start) in enumerate(zip(people, starts, strict=True))
        ]
        return [run for walk in await asyncio.gather(*walks) for run in walk]


async def _walk(person: Visitor, at: int, due: float, until: float) -> list[Run]:
    taken: list[Run] = []
    presets = list(PRESETS)
    while due < until:
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        run = await person.choose("Months", presets[(at + len(taken)) % len(presets)])
        run.seconds = time.perf_counter() - due
        taken.append(run)
        due += EVERY_SECONDS
    return taken
