"""What does a program count, towards which maximum, at which threshold, and from which month on?

Plain dataclasses: `data_access/eligibility_rules.py` fills them from `programs/*.toml` and validates types and
keys; what a type cannot say (maximums add up to 100, known workloads) is checked here.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from domain.workloads import known_workloads

Counts = Literal["customers", "users", "deployments", "by-hand"]

TOTAL_POINTS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Option:
    """One way to earn a metric. `entry` is the name under which its actual is entered by hand.

    `association_type` is empty where no association is involved (certifications).
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    association_type: str
    threshold: Decimal
    entry: str | None = None

    def __post_init__(self) -> None:
        if self.threshold <= 0:
            raise ValueError("threshold must be above 0")


@dataclass(frozen=True, slots=True)
class Metric:
    """One line of a score. `counts` names the rule that computes it from usage, or "by-hand"."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    metric: str
    name: str
    category: str
    counts: Counts
    unit: str
    max_points: Decimal
    options: tuple[Option, ...]
    active_percent: int | None = None

    def __post_init__(self) -> None:
        if self.max_points <= 0:
            raise ValueError("max_points must be above 0")
        if not self.options:
            raise ValueError("options must name at least one threshold")
        if (self.counts == "deployments") != (self.active_percent is not None):
            raise ValueError("active_percent belongs to metrics that count deployments, and to those only")
        if self.active_percent is not None and not 0 < self.active_percent <= 100:
            raise ValueError("active_percent must lie between 1 and 100")
        if any(option.entry is None for option in self.options[1:]):
            raise ValueError("options after the first need an entry: their actuals are entered by hand")

    @property
    def is_by_hand(self) -> bool:
        return self.counts == "by-hand"


@dataclass(frozen=True, slots=True)
class Track:
    """Enterprise or SMB: which customers count, by the paid licences of their largest fitting workload."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    track: str
    name: str
    min_licences: int
    metrics: tuple[Metric, ...]
    max_licences: int | None = None
    keeps_promoted: bool = False

    def __post_init__(self) -> None:
        if self.min_licences < 1:
            raise ValueError("min_licences must be 1 or more")
        if self.max_licences is not None and self.max_licences < self.min_licences:
            raise ValueError("max_licences must not be below min_licences")
        names = [metric.metric for metric in self.metrics]
        if len(set(names)) < len(names):
            raise ValueError("metrics: every metric of a track needs its own name")
        total = sum((metric.max_points for metric in self.metrics), Decimal(0))
        if total != TOTAL_POINTS:
            raise ValueError(f"metrics: max_points must add up to {TOTAL_POINTS}, not {total}")

    def metric(self, name: str) -> Metric:
        """The metric of this name; KeyError when the track has none."""
        return {metric.metric: metric for metric in self.metrics}[name]


@dataclass(frozen=True, slots=True)
class ScoreProgram:
    """One designation's rules, in force in [effective_from, effective_until)."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: Literal["program-score"]
    program: str
    name: str
    effective_from: date
    line_points: Decimal
    source: str
    workloads: tuple[str, ...]
    tracks: tuple[Track, ...]
    effective_until: date | None = None
    usage_only_workloads: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.effective_from.day != 1 or (self.effective_until and self.effective_until.day != 1):
            raise ValueError("effective_from and effective_until must be the first of a month")
        if self.effective_until is not None and self.effective_until <= self.effective_from:
            raise ValueError("effective_until must be after effective_from")
        if not 0 < self.line_points <= TOTAL_POINTS:
            raise ValueError("line_points must lie above 0 and not above 100")
        if len({track.track for track in self.tracks}) < len(self.tracks) or not self.tracks:
            raise ValueError("tracks: at least one, each with its own name")
        listed = (*self.workloads, *self.usage_only_workloads)
        if len(set(listed)) < len(listed):
            raise ValueError("workloads: each may be listed once")
        for code in listed:
            if code not in known_workloads():
                raise ValueError(f"workloads: “{code}” is not a code of the workload table")

    def track(self, name: str) -> Track:
        """The track of this name; KeyError when the program has none."""
        return {track.track: track for track in self.tracks}[name]


@dataclass(frozen=True, slots=True)
class NamedGate:
    """A program without a computed score, what is public about getting into it, and the page that says so."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    name: str
    group: str
    requires: str
    usage_gate: str
    source: str


@dataclass(frozen=True, slots=True)
class GateList:
    """Every named program of one file, with where the words come from."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: Literal["program-gates"]
    source: str
    programs: tuple[NamedGate, ...] = field(default=())
