"""What does the data add to a page's time on the server: the first time after publishing, cached, and at ten times?"""

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass

from benchmarks.findings import Finding, ratio
from benchmarks.ground import Ground, make_book, publish_again
from benchmarks.question_speed import any_tenant
from benchmarks.served import served
from benchmarks.timing import median_ms
from benchmarks.visitor import Run, Visitor, visitor
from pages import MENU

UNCACHED_BUDGET, CACHED_BUDGET, TIMES_TEN_BUDGET = 1.6, 1.1, 1.3
_SECTION = "pages"
_PAUSE_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Door:
    """One server with one open session, and the grounds whose publication makes it forget."""

    visitor: Visitor
    ground: Ground
    query: Mapping[str, str]


def page_findings(ground: Ground, rounds: int, *, with_times_ten: bool) -> list[Finding]:
    """Each page of the menu, as an incentives admin opens it, from the message sent to the last one received."""
    grounds = {"ours": ground, "ready": ground}
    if with_times_ten:
        grounds["times_ten"] = ground.times_ten()
    for one in grounds.values():
        make_book(one)
    with ExitStack() as stack:
        kinds = {name: ("ready" if name == "ready" else "ours") for name in grounds}
        addresses = {name: stack.enter_context(served(kinds[name], one)).address for name, one in grounds.items()}
        return asyncio.run(_measured(grounds, addresses, rounds))


async def _measured(grounds: Mapping[str, Ground], addresses: Mapping[str, str], rounds: int) -> list[Finding]:
    found: list[Finding] = []
    for entry in MENU:
        name = entry.path.rsplit("/", 1)[-1]
        async with AsyncExitStack() as stack:
            doors: dict[str, Door] = {}
            for kind, ground in grounds.items():
                one = await stack.enter_async_context(visitor(addresses[kind]))
                doors[kind] = Door(one, ground, {"tenant": any_tenant(ground.book)})
                # Modules are loaded and, at the ready door, frames made ready.
                await one.open(name, doors[kind].query)
            uncached = {kind: await runs(doors[kind], 0, publishing=True) for kind in doors}
            cached = {kind: await runs(doors[kind], 0, publishing=False) for kind in doors}
            for _ in range(rounds):
                for kind in doors:
                    uncached[kind] += await runs(doors[kind], 1, publishing=True)
                    cached[kind] += await runs(doors[kind], 1, publishing=False)
        found += _findings(entry.path, uncached, cached)
    return found


async def runs(door: Door, count: int, *, publishing: bool, pause_seconds: float = _PAUSE_SECONDS) -> list[Run]:
    taken = []
    for _ in range(count):
        if publishing:
            publish_again(door.ground.book)
        # What the server does after answering (it collects garbage) is no part of the next answer.
        await asyncio.sleep(pause_seconds)
        taken.append(await door.visitor.again(door.query))
    return taken


def _findings(path: str, uncached: Mapping[str, list[Run]], cached: Mapping[str, list[Run]]) -> list[Finding]:
    first = {kind: median_ms([run.seconds for run in runs]) for kind, runs in uncached.items()}
    later = {kind: median_ms([run.seconds for run in runs]) for kind, runs in cached.items()}
    one = cached["ours"][-1]
    drawn = {"charts": one.elements.get("plotly_chart", 0), "sent_kb": one.bytes_received // 1024}
    if one.failures:
        return [Finding(_SECTION, path, None, details={"failed": one.failures[0]})]
    found = [
        compared(f"{path}, first after publishing / ready frames", first, "ours", "ready", UNCACHED_BUDGET),
        compared(f"{path}, cached / ready frames", later, "ours", "ready", CACHED_BUDGET, drawn),
    ]
    if "times_ten" in first:
        found.append(compared(f"{path}, ten times the data", first, "times_ten", "ours", TIMES_TEN_BUDGET))
    return found


def compared(
    name: str,
    times: Mapping[str, float],
    ours: str,
    theirs: str,
    budget: float | None = None,
    more: Mapping[str, int] | None = None,
) -> Finding:
    details = {f"{kind}_ms": round(times[kind], 1) for kind in (ours, theirs)}
    return Finding(
        _SECTION, name, ratio(times[ours], times[theirs]), budget=budget, details={**details, **(more or {})}
    )
