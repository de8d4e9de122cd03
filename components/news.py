"""Which customers need somebody, in at most five plain sentences, each a link to the customer?"""

from typing import Any

import polars as pl

from components.links import Said
from domain.wording import counted
from domain.workloads import workload_name

_MOST = 5


def needs_somebody(movers: pl.DataFrame, headroom: pl.DataFrame) -> list[Said]:
    """Where usage was lost, and where most is paid for and not used. Frames of growth/movers, portfolio/headroom."""
    lost = movers.filter(pl.col("mau_change") < 0).sort("mau_change").head(_MOST - 2)
    said = [
        _about(row, f"lost {counted(-row['mau_change'], 'workload user')}: {_reason(row)}.", "trending_down")
        for row in lost.iter_rows(named=True)
    ]
    said += [
        _about(row, f"has {counted(row['opportunity_units'], 'paid unit')} above its high-water marks.", "event_seat")
        for row in headroom.head(_MOST - len(said)).iter_rows(named=True)
    ]
    return said or [Said("Nobody lost usage, and no headroom is known.", "growth/trends")]


def _about(row: dict[str, Any], rest: str, icon: str) -> Said:
    parameters = (("tenant", row["tenant_id"]),)
    return Said(f"{row['name']} {rest}", "customers/customer", parameters, f":material/{icon}:")


def _reason(row: dict[str, Any]) -> str:
    return f"mainly {workload_name(row['workload'])}, {row['reason']}"
