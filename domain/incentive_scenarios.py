"""What is a tried-out change of the rules called, so that no number of it is taken for a real one?"""

from dataclasses import dataclass

MOST_STEPS = 4
"""How many milestone steps a scenario can move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Changes to the rules and the users, tried out together. Nothing set: the rules as they are.

    `steps`: percent by position from the lowest, None as it is. Workloads are codes; None means all. Users come to
    every customer, or to the one of `users_tenant`, called `users_at`.
    """

    rate_factor: float = 1.0
    rate_workload: str | None = None
    cap_usd: float | None = None
    steps: tuple[int | None, ...] = ()
    plus_users: int = 0
    users_workload: str | None = None
    users_tenant: str | None = None
    users_at: str = ""

    @property
    def changes(self) -> bool:
        """Whether anything differs from the rules as they are."""
        return bool(self._changes())

    @property
    def name(self) -> str:
        """What the scenario changes, in words.

        >>> Scenario(rate_factor=1.1, plus_users=50, users_workload="EXO", users_tenant="t", users_at="Acme").name
        'What if: rate +10 %, 50 more users (EXO, Acme)'
        >>> Scenario(rate_factor=0.9, rate_workload="SPO", steps=(10, None)).name
        'What if: rate -10 % (SPO), step 1 at 10 %'
        >>> Scenario().name
        'Rules as they are'
        """
        changes = self._changes()
        return f"What if: {', '.join(changes)}" if changes else "Rules as they are"

    def growth_parameters(self) -> dict[str, object]:
        """What the question incentives/what_if binds."""
        return {
            **self._users(),
            "rate_factor": self.rate_factor,
            "rate_workload": self.rate_workload,
            "cap_usd": self.cap_usd,
        }

    def step_parameters(self) -> dict[str, object]:
        """What the question incentives/what_if_steps binds."""
        moved = {f"step_{position}": step for position, step in enumerate(self.steps[:MOST_STEPS], 1)}
        return {**self._users(), **moved}

    def _users(self) -> dict[str, object]:
        return {
            "scenario": self.name,
            "plus_users": self.plus_users,
            "users_workload": self.users_workload,
            "users_tenant": self.users_tenant,
        }

    def _changes(self) -> list[str]:
        changes = []
        if self.rate_factor != 1:
            changes.append(f"rate {100 * (self.rate_factor - 1):+.4g} %" + _where(self.rate_workload))
        if self.cap_usd is not None:
            changes.append(f"cap {self.cap_usd:,.0f} USD")
        changes += [f"step {position} at {step} %" for position, step in enumerate(self.steps, 1) if step]
        if self.plus_users:
            at = (self.users_at or self.users_tenant) if self.users_tenant else None
            changes.append(f"{self.plus_users:,} more users" + _where(self.users_workload, at))
        return changes


def _where(*places: str | None) -> str:
    named = [place for place in places if place]
    return f" ({', '.join(named)})" if named else ""
