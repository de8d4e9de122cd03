"""What was asked for: how many customers, how long a history, which seed?"""

from dataclasses import dataclass
from datetime import date

from sample_data.constants import LAST_MONTH, READY_CUSTOMERS, READY_MONTHS, READY_SEED
from sample_data.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Recipe:
    """The generator's arguments; the same recipe writes the same bytes.

    `is_dense`: every customer holds and has claimed the same ten workloads in every month, so that the CPOR
    usage file has exactly customers x months x 10 rows (for benchmarks).
    """

    customers: int = READY_CUSTOMERS
    months: int = READY_MONTHS
    seed: int = READY_SEED
    last_month: date = LAST_MONTH
    is_dense: bool = False

    @property
    def timeline(self) -> Timeline:
        """The months of this recipe."""
        return Timeline(self.last_month, self.months)
