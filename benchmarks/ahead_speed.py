"""What does a page cost a second after publishing, when what was asked lately has been asked again in the background?"""

import asyncio
from contextlib import AsyncExitStack, ExitStack

from benchmarks.findings import Finding
from benchmarks.ground import Ground
from benchmarks.page_speed import Door, compared, runs
from benchmarks.question_speed import any_tenant
from benchmarks.served import served
from benchmarks.timing import median_ms
from benchmarks.visitor import Run, visitor
from pages import MENU

_A_SECOND = 1.0


def ahead_findings(ground: Ground, rounds: int) -> list[Finding]:
    """Each page of the menu against the same page fed with ready frames; figures are drawn anew on both sides."""
    with ExitStack() as stack:
        addresses = {kind: stack.enter_context(served(kind, ground)).address for kind in ("ahead", "ready")}
        return asyncio.run(_measured(ground, addresses, rounds))


async def _measured(ground: Ground, addresses: dict[str, str], rounds: int) -> list[Finding]:
    found: list[Finding] = []
    for entry in MENU:
        name = entry.path.rsplit("/", 1)[-1]
        async with AsyncExitStack() as stack:
            doors: dict[str, Door] = {}
            for kind, address in addresses.items():
                one = await stack.enter_async_context(visitor(address))
                doors[kind] = Door(one, ground, {"tenant": any_tenant(ground.book)})
                await one.open(name, doors[kind].query)
            taken: dict[str, list[Run]] = {kind: [] for kind in doors}
            for _ in range(rounds):
                for kind, door in doors.items():
                    taken[kind] += await runs(door, 1, publishing=True, pause_seconds=_A_SECOND)
        times = {kind: median_ms([run.seconds for run in some]) for kind, some in taken.items()}
        found.append(compared(f"{entry.path}, a second after publishing / ready frames", times, "ahead", "ready"))
    return found
