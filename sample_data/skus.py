"""Which products exist in the sample, and which workloads does each entitle to?"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sample_data.workloads import codes


@dataclass(frozen=True, slots=True)
class Plan:
    """A service plan inside a product."""

    name: str
    id: str
    friendly_name: str
    workloads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sku:
    """A product a customer subscribes to; `pricing` is Commercial, Trial or Free, `price` USD a month."""

    string_id: str
    name: str
    id: str
    price: float
    is_ems: bool
    pricing: str
    plans: tuple[Plan, ...]

    @property
    def is_paid(self) -> bool:
        """Trials and free products are no paid available units."""
        return self.pricing == "Commercial"


@cache
def skus() -> tuple[Sku, ...]:
    """Every product, in the order of the arrays' product axis."""
    text = Path(__file__).with_name("skus.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    plans = {name: Plan(name, row["id"], row["name"], tuple(row["workloads"])) for name, row in table["plans"].items()}
    return tuple(
        Sku(
            string_id=string_id,
            name=row["name"],
            id=row["id"],
            price=row["price"],
            is_ems=row["is_ems"],
            pricing=row.get("pricing", "Commercial"),
            plans=tuple(plans[plan] for plan in row["plans"]),
        )
        for string_id, row in table["skus"].items()
    )


def position(string_id: str) -> int:
    """A product's place on the axis."""
    return [sku.string_id for sku in skus()].index(string_id)


@cache
def entitlements() -> npt.NDArray[np.int64]:
    """Products x workloads: 1 where a paid product holds the workload's service plan."""
    held = [{code for plan in sku.plans for code in plan.workloads} for sku in skus()]
    return np.array(
        [[int(sku.is_paid and code in row) for code in codes()] for sku, row in zip(skus(), held, strict=True)]
    )
