"""How does each simulated workload behave, and how does each report spell it?

The table is data (`workloads.toml`); the last three names are deliberately unknown to the workload table.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

RENAMED_ON = 20250701
"""From this month the CPOR usage report writes a workload's newer name."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One row of the table; shares are 0..1, `rate_cents` is a made-up price per new unit."""

    code: str
    cpor_names: tuple[str, str] | None
    office_name: str | None
    ems_prefix: str | None
    earnings_name: str
    start_share: float
    ceiling_share: float
    summer: float
    claim_share: float
    held_share: float
    rate_cents: int


@cache
def behaviours() -> tuple[Behaviour, ...]:
    """Every simulated workload, in the order of the arrays' workload axis."""
    rows = tomllib.loads(Path(__file__).with_name("workloads.toml").read_text(encoding="utf-8"))
    return tuple(
        Behaviour(
            code=code,
            cpor_names=tuple(row["cpor"]) if "cpor" in row else None,
            office_name=row.get("office"),
            ems_prefix=row.get("ems"),
            earnings_name=row.get("earnings", ""),
            start_share=row["start"],
            ceiling_share=row["ceiling"],
            summer=row["summer"],
            claim_share=row.get("claim", 0.0),
            held_share=row.get("held", 1.0),
            rate_cents=round(row.get("rate", 0.0) * 100),
        )
        for code, row in rows.items()
    )


def codes() -> list[str]:
    """The codes in axis order."""
    return [row.code for row in behaviours()]


def position(code: str) -> int:
    """A workload's place on the axis."""
    return codes().index(code)


def column(name: str) -> npt.NDArray[np.float64]:
    """One number of the table for every workload, in axis order."""
    return np.array([getattr(row, name) for row in behaviours()], dtype=np.float64)
