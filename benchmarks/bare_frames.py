"""What does the bare page show? The very frames of our executive summary, written once, for every choice of months."""

import asyncio
import json
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.ground import Ground, make_book
from benchmarks.question_speed import ADMIN, last_year
from benchmarks.served import Served
from benchmarks.visitor import Run, visitor
from data_access import catalogue, growth, portfolio
from data_access.contract import Question
from data_access.warehouse import Warehouse

PAGE = "executive"
PRESETS = {"3M": 3, "6M": 6, "12M": 12, "24M": 24}
_FRAMES: dict[str, tuple[Question, dict[str, str]]] = {
    "months": (growth.BY_MONTH, {}),
    "customers": (portfolio.TOTALS, {}),
    "by_workload": (growth.BY_MONTH, {"slice_by": "workload"}),
    "bridge": (growth.BRIDGE, {}),
    "movers": (growth.MOVERS, {}),
}
_OFFERED = {
    "workload": "Workloads",
    "segment": "Segments",
    "country": "Countries",
    "account_manager": "Account managers",
    "location": "Partner locations",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """How much our page shows, so that the bare one shows as much."""

    charts: int
    numbers: int


def drawn_by(ours: Served) -> Drawn:
    """Count the charts and numbers of our executive summary as a visitor receives them."""

    async def open_page() -> Run:
        async with visitor(ours.address) as one:
            await one.open(PAGE)
            return await one.again()

    run = asyncio.run(open_page())
    if run.failures:
        raise RuntimeError(f"The executive summary fails: {run.failures[0]}")
    return Drawn(run.elements.get("plotly_chart", 0), run.numbers)


def write_frames(ground: Ground, drawn: Drawn) -> Path:
    """The folder that the bare page reads."""
    make_book(ground)
    folder = ground.folder / f"bare_{ground.customers}x{ground.months}"
    folder.mkdir(exist_ok=True)
    door = Warehouse(ground.book)
    try:
        for preset, count in PRESETS.items():
            scope = replace(last_year(ground, count), compare=None)
            for name, (question, parameters) in _FRAMES.items():
                frame = door.ask(question, viewer=ADMIN, scope=scope, **parameters).frame
                frame.write_parquet(folder / f"{preset}_{name}.parquet")
        rows = door.ask(catalogue.OPTIONS, viewer=ADMIN).frame.iter_rows()
    finally:
        door.close()
    options: dict[str, list[str]] = {label: [] for label in _OFFERED.values()}
    for kind, _, label in rows:
        if kind in _OFFERED:
            options[_OFFERED[kind]].append(label)
    counts = {"charts": drawn.charts, "numbers": drawn.numbers}
    (folder / "told.json").write_text(json.dumps({"counts": counts, "options": options}), encoding="utf-8")
    return folder
