"""Which months does a sample cover, and how does a file spell them?"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from domain.periods import plus_months
from sample_data.constants import AS_OF, HIDDEN_MONTHS, LAST_MONTH, TODAY


@dataclass(frozen=True)
class Timeline:
    """Hidden months, then the visible ones; a month is known by its position on this line.

    >>> line = Timeline(date(2026, 10, 1), 36)
    >>> len(line.months), line.months[line.first], line.months[-1]
    (48, datetime.date(2023, 11, 1), datetime.date(2026, 10, 1))
    """

    last: date
    visible: int
    hidden: int = HIDDEN_MONTHS

    @property
    def first(self) -> int:
        """Position of the first visible month."""
        return self.hidden

    @property
    def size(self) -> int:
        """Hidden and visible months together."""
        return self.hidden + self.visible

    @cached_property
    def months(self) -> list[date]:
        """First-of-month dates, hidden months included."""
        return [self.month_at(position) for position in range(self.size)]

    @cached_property
    def numbers(self) -> npt.NDArray[np.int64]:
        """The months as Insights spells them: 20261001."""
        return np.array([int(f"{month:%Y%m%d}") for month in self.months])

    @cached_property
    def calendar_months(self) -> npt.NDArray[np.int64]:
        """1 for January to 12 for December."""
        return np.array([month.month for month in self.months])

    def month_at(self, position: int) -> date:
        """The month at a position, also before the line begins (negative) or after it ends."""
        return plus_months(self.last, position - self.size + 1)

    def position_of(self, month: date) -> int:
        """Where a month stands on the line; may lie outside it."""
        return self.size - 1 + (month.year - self.last.year) * 12 + month.month - self.last.month

    @property
    def today(self) -> date:
        """The sample's fixed day: in the month after the last one."""
        return plus_months(self.last, _months_after(TODAY)).replace(day=TODAY.day)

    @property
    def as_of(self) -> date:
        """The day the files were downloaded."""
        return plus_months(self.last, _months_after(AS_OF)).replace(day=AS_OF.day)


def _months_after(day: date) -> int:
    return (day.year - LAST_MONTH.year) * 12 + day.month - LAST_MONTH.month
