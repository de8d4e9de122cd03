"""What changed, in at most five plain sentences, each a link to the view that proves it?"""

from typing import Any

import polars as pl

from components.links import Said
from components.reading import complete
from domain.metrics import Unit
from domain.wording import change, counted, month, short
from domain.workloads import workload_name

_MOST = 5


def what_changed(months: pl.DataFrame, customers: pl.DataFrame, movers: pl.DataFrame) -> list[Said]:
    """Sentences built from frames of growth/by_month, portfolio/totals and growth/movers; deterministic."""
    said = [*_usage(complete(months)), *_customers(complete(customers)), *_movers(movers), *_incomplete(months)]
    return said[:_MOST] or [
        Said("Nothing changed in these months, or there are too few months to tell.", "growth/trends")
    ]


def needs_somebody(movers: pl.DataFrame, headroom: pl.DataFrame) -> list[Said]:
    """Where usage was lost, and where most is paid for and not used. Frames of growth/movers, portfolio/customers."""
    lost = movers.filter(pl.col("mau_change") < 0).sort("mau_change").head(_MOST - 2)
    said = [
        _about(row, f"lost {counted(-row['mau_change'], 'workload user')}: {_reason(row)}.", "trending_down")
        for row in lost.iter_rows(named=True)
    ]
    said += [
        _about(row, f"has {counted(row['opportunity_units'], 'paid unit')} above its high-water marks.", "event_seat")
        for row in headroom.filter(pl.col("opportunity_units") > 0).head(_MOST - len(said)).iter_rows(named=True)
    ]
    return said or [Said("Nobody lost usage, and no headroom is known.", "growth/trends")]


def _about(row: dict[str, Any], rest: str, icon: str) -> Said:
    parameters = (("tenant", row["tenant_id"]),)
    return Said(f"{row['name']} {rest}", "customers/customer", parameters, f":material/{icon}:")


def _reason(row: dict[str, Any]) -> str:
    return f"mainly {workload_name(row['workload'])}, {row['reason']}"


def _usage(rows: pl.DataFrame) -> list[Said]:
    if rows.height < 2:
        return []
    first, last = rows.row(0, named=True), rows.row(-1, named=True)
    moved = change(last["mau"], first["mau"], Unit.USERS)
    said = []
    if moved:
        sentence = (
            f"Workload users went from {short(first['mau'], Unit.USERS)} in {month(first['month'])} to "
            f"{short(last['mau'], Unit.USERS)} in {month(last['month'])} ({moved})."
        )
        said.append(Said(sentence, "growth/trends", icon=":material/trending_up:"))
    points = change(last["usage_share"], first["usage_share"], Unit.SHARE)
    if points:
        sentence = f"Usage is {short(last['usage_share'], Unit.SHARE)} of paid units, {points} over the same months."
        said.append(Said(sentence, "growth/trends", icon=":material/percent:"))
    return said


def _customers(rows: pl.DataFrame) -> list[Said]:
    if rows.height < 2:
        return []
    added = rows.item(rows.height - 1, "associated_customers") - rows.item(0, "associated_customers")
    if not added:
        return []
    noun = "more customer" if added > 0 else "fewer customer"
    verb = "is" if abs(added) == 1 else "are"
    sentence = f"{counted(abs(added), noun)} {verb} associated than in {month(rows.item(0, 'month'))}."
    return [Said(sentence, "customers/portfolio", icon=":material/domain:")]


def _movers(movers: pl.DataFrame) -> list[Said]:
    said = []
    for rows, verb in ((movers.head(1), "gained"), (movers.tail(1), "lost")):
        for row in rows.iter_rows(named=True):
            if (row["mau_change"] > 0) == (verb == "gained"):
                users = counted(abs(row["mau_change"]), "workload user")
                said.append(_about(row, f"{verb} most: {users}, {_reason(row)}.", "arrow_forward"))
    return said


def _incomplete(months: pl.DataFrame) -> list[Said]:
    late = months.filter(~pl.col("is_complete")).sort("month")
    if late.is_empty():
        return []
    sentence = (
        f"{month(late.item(0, 'month'))} is incomplete: a source has not delivered it yet, so changes leave it out."
    )
    return [Said(sentence, "data/imports", icon=":material/schedule:")]
