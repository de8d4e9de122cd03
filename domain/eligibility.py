"""How many points does a partner have towards a designation, and which metric holds it back?

Source: Learn, Solutions Partner for Modern Work and for Security, as read in 2026. Points are exact fractions
rounded half-even to four decimals; a metric nobody knows yet has no points at all and is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from domain.eligibility_rules import Metric, Option, Track

STEP = Decimal("0.0001")
NONE = Decimal(0)

Actual = Decimal | int | None


@dataclass(frozen=True, slots=True)
class MetricScore:
    """A metric's points and what earned them. Unknown: `actual`, `points` and `option` are all None."""

    metric: Metric
    actual: Decimal | None
    points: Decimal | None
    option: Option | None

    @property
    def is_known(self) -> bool:
        return self.points is not None


@dataclass(frozen=True, slots=True)
class TrackScore:
    """One track's metrics, in the order of the rules."""

    track: Track
    line_points: Decimal
    metrics: tuple[MetricScore, ...]

    @property
    def known_points(self) -> Decimal:
        """The total of what is known: the least this track has."""
        return sum((score.points for score in self.metrics if score.points is not None), NONE)

    @property
    def possible_points(self) -> Decimal:
        """The most this track can have once the unknown metrics are entered."""
        unknown = sum((score.metric.max_points for score in self.metrics if not score.is_known), NONE)
        return self.known_points + unknown

    @property
    def unknown(self) -> tuple[str, ...]:
        return tuple(score.metric.metric for score in self.metrics if not score.is_known)

    @property
    def at_zero(self) -> tuple[str, ...]:
        """Metrics known to be at zero: one is enough to miss the designation."""
        return tuple(score.metric.metric for score in self.metrics if score.points == NONE)

    @property
    def points_to_line(self) -> Decimal:
        return max(NONE, self.line_points - self.known_points)

    @property
    def is_qualified(self) -> bool | None:
        """At the line with every metric above zero; None while an unknown metric decides it."""
        if self.at_zero or self.possible_points < self.line_points:
            return False
        return None if self.unknown else True


def points_for(actual: Actual, threshold: Decimal | int, max_points: Decimal | int) -> Decimal | None:
    """min(max, actual / threshold x max), never below zero; None when the actual is unknown.

    >>> points_for(2000, 4000, 30), points_for(1500, 1000, 30), points_for(-3, 5, 20)
    (Decimal('15.0000'), Decimal('30.0000'), Decimal('0.0000'))
    """
    if actual is None:
        return None
    share = Decimal(actual) * Decimal(max_points) / Decimal(threshold)
    return min(Decimal(max_points), max(NONE, share)).quantize(STEP, ROUND_HALF_EVEN)


def metric_score(metric: Metric, actuals: Sequence[Actual]) -> MetricScore:
    """The best option's points; options are alternatives, never added. `actuals` follow the metric's options."""
    scored = [
        MetricScore(metric, Decimal(actual), points_for(actual, option.threshold, metric.max_points), option)
        for option, actual in zip(metric.options, actuals, strict=True)
        if actual is not None
    ]
    return max(scored, key=_points, default=MetricScore(metric, None, None, None))


def track_score(track: Track, line_points: Decimal, actuals: Mapping[str, Sequence[Actual]]) -> TrackScore:
    """A track's score from actuals per metric name; a metric without actuals is unknown."""
    return TrackScore(
        track,
        line_points,
        tuple(
            metric_score(metric, actuals.get(metric.metric, (None,) * len(metric.options))) for metric in track.metrics
        ),
    )


def recomputed(score: TrackScore, changed: Mapping[str, Actual]) -> TrackScore:
    """The same track with other actuals for the metrics named (the sliders); every other metric stays.

    A changed actual is read against the option that scored before, or the first one where none had.
    """
    return replace(
        score,
        metrics=tuple(
            _changed(one, changed[one.metric.metric]) if one.metric.metric in changed else one for one in score.metrics
        ),
    )


def better_track(scores: Sequence[TrackScore]) -> TrackScore:
    """The track with the higher total: totals are compared, not metrics. The first of equals."""
    return max(scores, key=lambda score: score.known_points)


def points_per_unit(score: MetricScore) -> Decimal:
    """What one more unit adds to a metric: nothing at its maximum, and less than usual just under it."""
    option = score.option or score.metric.options[0]
    more = points_for((score.actual or NONE) + 1, option.threshold, score.metric.max_points) or NONE
    return more - (score.points or NONE)


def _points(score: MetricScore) -> Decimal:
    return NONE if score.points is None else score.points


def _changed(score: MetricScore, actual: Actual) -> MetricScore:
    option = score.option or score.metric.options[0]
    if actual is None:
        return MetricScore(score.metric, None, None, None)
    points = points_for(actual, option.threshold, score.metric.max_points)
    return MetricScore(score.metric, Decimal(actual), points, option)
