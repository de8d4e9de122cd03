"""Do points, totals and the qualifying line follow the designations' rules?"""

from decimal import Decimal

import pytest

from data_access.eligibility_rules import score_programs
from domain.eligibility import (
    better_track,
    metric_score,
    points_for,
    points_per_unit,
    recomputed,
    track_score,
)
from domain.eligibility_rules import ScoreProgram, Track

PROGRAMS = {program.program: program for program in score_programs().programs}
MODERN_WORK, SECURITY = PROGRAMS["modern-work"], PROGRAMS["security"]
LINE = MODERN_WORK.line_points


def track(program: ScoreProgram, name: str) -> Track:
    return program.track(name)


@pytest.mark.parametrize(
    ("program", "name", "metric", "actuals", "points", "association"),
    [
        # The designations' own worked cases: 15 against 45, cut at 30; and 10 against 20.
        (MODERN_WORK, "enterprise", "usage_growth", (1500, 2000), 30, "CPOR"),
        (MODERN_WORK, "smb", "deployments", (4, 4), 20, "CPOR"),
        (MODERN_WORK, "enterprise", "usage_growth", (400, 2000), 15, "DPOR"),
        (MODERN_WORK, "smb", "usage_growth", (1000, 1000), 30, "CPOR"),
        (MODERN_WORK, "enterprise", "deployments", (3, 4), 15, "CPOR"),
        (MODERN_WORK, "enterprise", "net_customer_adds", (1,), 4, "CPOR"),
        (MODERN_WORK, "smb", "net_customer_adds", (1,), 2, "CPOR"),
        (MODERN_WORK, "enterprise", "intermediate_certifications", (3,), "7.5", ""),
        (MODERN_WORK, "smb", "advanced_certifications", (1,), 15, ""),
        (SECURITY, "enterprise", "usage_growth", (125,), 1, "CPOR"),
        (SECURITY, "smb", "usage_growth", (50,), 1, "CPOR"),
        (SECURITY, "enterprise", "usage_growth", (9999,), 20, "CPOR"),
        (SECURITY, "enterprise", "deployments", (2,), "6.6667", "CPOR"),
        (SECURITY, "smb", "deployments", (6,), 20, "CPOR"),
        (SECURITY, "enterprise", "net_customer_adds", (10,), 20, "CPOR"),
        (SECURITY, "smb", "net_customer_adds", (5,), 20, "CPOR"),
    ],
)
def test_points_of_the_best_association_type(
    program: ScoreProgram, name: str, metric: str, actuals: tuple[int, ...], points: str | int, association: str
) -> None:
    score = metric_score(track(program, name).metric(metric), actuals)
    assert score.points == Decimal(points)
    assert score.option is not None
    assert score.option.association_type == association


def test_the_other_association_type_is_never_added() -> None:
    growth = track(MODERN_WORK, "enterprise").metric("usage_growth")
    assert metric_score(growth, (500, 2000)).points == Decimal(15)


def test_a_loss_has_no_points_and_is_not_taken_from_the_rest() -> None:
    assert points_for(-3, 5, 20) == 0


def test_unknown_is_no_zero() -> None:
    assert points_for(None, 5, 20) is None
    score = metric_score(track(SECURITY, "smb").metric("skilling"), (None,))
    assert (score.is_known, score.actual, score.points, score.option) == (False, None, None, None)


FULL = {
    "net_customer_adds": (5,),
    "intermediate_certifications": (4,),
    "advanced_certifications": (2,),
    "usage_growth": (1000, None),
    "deployments": (5, None),
}


@pytest.mark.parametrize(
    ("changes", "total", "is_qualified"),
    [
        ({}, "100", True),
        ({"usage_growth": (0, None)}, "70", False),  # at the line, but one metric is at zero
        ({"usage_growth": (1, None), "net_customer_adds": (1,)}, "54.03", False),
        # 20 + 10 + 15 + 4.98 + 20 is a hair below the line; 20 + 10 + 15 + 15 + 10 is exactly on it
        ({"usage_growth": (166, None), "deployments": (4, None)}, "69.98", False),
        ({"usage_growth": (500, None), "deployments": (2, None)}, "70", True),
        ({"net_customer_adds": (-2,)}, "80", False),
    ],
)
def test_the_line_and_every_metric_above_zero(
    changes: dict[str, tuple[int | None, ...]], total: str, is_qualified: bool
) -> None:
    score = track_score(track(MODERN_WORK, "enterprise"), LINE, {**FULL, **changes})
    assert score.known_points == Decimal(total)
    assert score.is_qualified is is_qualified


def test_an_unknown_metric_is_left_out_of_the_total_and_may_leave_the_answer_open() -> None:
    known = {name: actuals for name, actuals in FULL.items() if name != "advanced_certifications"}
    score = track_score(track(MODERN_WORK, "enterprise"), LINE, known)
    assert score.known_points == 85
    assert score.unknown == ("advanced_certifications",)
    assert score.is_qualified is None
    assert track_score(track(MODERN_WORK, "enterprise"), LINE, {}).is_qualified is None


def test_an_unknown_metric_cannot_save_a_hopeless_total() -> None:
    score = track_score(
        track(MODERN_WORK, "enterprise"), LINE, {**FULL, "advanced_certifications": (None,), "usage_growth": (1, None)}
    )
    assert score.possible_points == Decimal("70.03")
    assert score.is_qualified is None
    hopeless = recomputed(score, {"net_customer_adds": 4})
    assert hopeless.possible_points == Decimal("66.03")
    assert hopeless.is_qualified is False


def test_the_higher_total_counts_not_the_better_metrics() -> None:
    enterprise = track_score(track(MODERN_WORK, "enterprise"), LINE, {**FULL, "net_customer_adds": (0,)})
    smb = track_score(track(MODERN_WORK, "smb"), LINE, {**FULL, "net_customer_adds": (5,), "usage_growth": (100, None)})
    assert enterprise.known_points == 80
    assert smb.known_points == 66
    assert better_track([smb, enterprise]) is enterprise


def test_sliders_change_what_they_name_and_nothing_else() -> None:
    before = track_score(track(MODERN_WORK, "enterprise"), LINE, {**FULL, "usage_growth": (100, 2000)})
    after = recomputed(before, {"usage_growth": 3000, "deployments": 1})
    assert [score.points for score in after.metrics] == [20, 10, 15, Decimal("22.5"), 5]
    assert before.known_points == 85
    assert recomputed(after, {"deployments": None}).unknown == ("deployments",)


def test_one_more_unit_brings_less_at_the_maximum() -> None:
    metric = track(SECURITY, "enterprise").metric("deployments")
    assert points_per_unit(metric_score(metric, (0,))) == Decimal("3.3333")
    assert points_per_unit(metric_score(metric, (6,))) == 0
    assert points_per_unit(metric_score(metric, (None,))) == Decimal("3.3333")
