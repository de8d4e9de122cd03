"""What is a tried-out change of the rules called, so that no number of it is taken for a real one?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A change to the rules or the users. Nothing set: the rules as they are."""

    rate_factor: float = 1.0
    cap_usd: float | None = None
    position: int | None = None
    step: int | None = None
    plus_users: int = 0
    only_workload: str | None = None

    @property
    def name(self) -> str:
        """What the scenario changes, in words.

        >>> Scenario(rate_factor=1.1, plus_users=50, only_workload="EXO").name
        'What if: rate +10 %, 50 more users (EXO)'
        >>> Scenario().name
        'Rules as they are'
        """
        changes = []
        if self.rate_factor != 1:
            changes.append(f"rate {100 * (self.rate_factor - 1):+.4g} %")
        if self.cap_usd is not None:
            changes.append(f"cap {self.cap_usd:,.0f} USD")
        if self.step is not None:
            changes.append(f"step {self.position} at {self.step} %")
        if self.plus_users:
            changes.append(f"{self.plus_users:,} more users")
        where = f" ({self.only_workload})" if self.only_workload and changes else ""
        return f"What if: {', '.join(changes)}{where}" if changes else "Rules as they are"

    def growth_parameters(self) -> dict[str, object]:
        """What the question incentives/what_if binds."""
        return {
            "scenario": self.name,
            "rate_factor": self.rate_factor,
            "cap_usd": self.cap_usd,
            "plus_users": self.plus_users,
            "only_workload": self.only_workload,
        }

    def step_parameters(self) -> dict[str, object]:
        """What the question incentives/what_if_steps binds."""
        return {
            "scenario": self.name,
            "position": self.position,
            "step": self.step,
            "plus_users": self.plus_users,
            "only_workload": self.only_workload,
        }
