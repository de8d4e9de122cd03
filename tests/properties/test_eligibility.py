"""Do the score rules hold for any portfolio, and does the SQL agree with a plain reading of them?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.eligibility import CONTRIBUTORS, SCORES
from data_access.eligibility_rules import score_programs
from domain.eligibility import metric_score, points_for, recomputed, track_score
from domain.eligibility_rules import ScoreProgram, Track
from domain.periods import plus_months
from tests.data_access.eligibility_book import NOW, YEAR_AGO, Book

PROGRAMS = score_programs().programs
TRACKS = [(program, track) for program in PROGRAMS for track in program.tracks]
MONTHS = [plus_months(NOW, -back) for back in (0, 1, 5, 12, 14)]

wholes = st.integers(-2_000, 20_000)
users = st.integers(0, 120)
licences = st.sampled_from([4, 5, 10, 11, 100, 300, 301, 400])


@given(wholes, wholes, st.integers(1, 5_000), st.integers(1, 40))
def test_points_lie_between_nothing_and_the_maximum_and_never_fall(
    less: int, more: int, threshold: int, maximum: int
) -> None:
    low, high = sorted((less, more))
    points = points_for(low, threshold, maximum), points_for(high, threshold, maximum)
    assert points[0] is not None
    assert points[1] is not None
    assert 0 <= points[0] <= points[1] <= maximum
    assert points_for(threshold, threshold, maximum) == maximum


@given(st.sampled_from(TRACKS), st.data())
def test_another_association_type_never_lowers_and_never_adds(
    where: tuple[ScoreProgram, Track], data: st.DataObject
) -> None:
    metric = data.draw(st.sampled_from(where[1].metrics))
    actuals = [data.draw(st.none() | wholes) for _ in metric.options]
    alone = [metric_score(metric, [a if i == k else None for i, a in enumerate(actuals)]) for k in range(len(actuals))]
    known = [score.points for score in alone if score.points is not None]
    assert metric_score(metric, actuals).points == max(known, default=None)


@given(st.sampled_from(TRACKS), st.data())
def test_a_total_is_the_sum_of_its_known_metrics_and_grows_with_each(
    where: tuple[ScoreProgram, Track], data: st.DataObject
) -> None:
    program, track = where
    actuals = {m.metric: [data.draw(st.none() | wholes) for _ in m.options] for m in track.metrics}
    score = track_score(track, program.line_points, actuals)
    assert score.known_points == sum(one.points for one in score.metrics if one.points is not None)
    assert 0 <= score.known_points <= score.possible_points <= 100
    slid = data.draw(st.sampled_from(score.metrics))
    more = recomputed(score, {slid.metric.metric: (slid.actual or Decimal(0)) + data.draw(st.integers(0, 500))})
    assert more.known_points >= score.known_points
    if score.is_qualified:
        assert more.is_qualified


@dataclass(frozen=True)
class Series:
    """One customer workload: when it was claimed, and (users, licences) per month it was seen in."""

    tenant: str
    workload: str
    claimed_on: date
    seen: dict[date, tuple[int, int]]


SERIES = st.builds(
    Series,
    st.sampled_from("abc"),
    st.sampled_from(["EXO", "TEAMS_PREMIUM", "MDO", "INTUNE"]),
    st.sampled_from([date(2024, 3, 9), date(2025, 10, 31), date(2025, 11, 1), date(2026, 5, 20), date(2026, 10, 2)]),
    st.dictionaries(st.sampled_from(MONTHS), st.tuples(users, licences), min_size=1),
)
PORTFOLIO = st.lists(SERIES, max_size=7, unique_by=lambda one: (one.tenant, one.workload))


@settings(max_examples=40)
@given(PORTFOLIO)
def test_sql_reads_the_rules_as_a_person_would(portfolio: list[Series]) -> None:
    scores = book_of(portfolio).built().ask(SCORES)
    for program, track in TRACKS:
        expected = reference(portfolio, program, track)
        found = scores.filter(pl.col("program") == program.program, pl.col("track") == track.track)
        computed = {row["metric"]: row for row in found.to_dicts() if row["is_known"]}
        assert {name: row["actual"] for name, row in computed.items()} == expected
        for name, row in computed.items():
            threshold = track.metric(name).options[0].threshold
            assert Decimal(str(row["points"])) == points_for(expected[name], threshold, track.metric(name).max_points)


@settings(max_examples=25)
@given(PORTFOLIO)
def test_parts_add_up_to_the_whole_and_narrowing_never_adds_customers(portfolio: list[Series]) -> None:
    book = book_of(portfolio, managers={"a": "ana", "b": "bob", "c": "bob"}).built()
    whole = actuals(book, {})
    parts = [actuals(book, {"sees_all": False, "viewer_user": user}) for user in ("ana", "bob")]
    assert whole == {key: parts[0][key] + parts[1][key] for key in whole}
    everyone = book.ask(CONTRIBUTORS)
    for narrowed in ({"tenant": "a"}, {"workloads": ["EXO"]}, {"sees_all": False, "viewer_user": "bob"}):
        some = book.ask(CONTRIBUTORS, **narrowed)
        keys = ["program", "track", "metric", "tenant_id"]
        counted = some.filter(pl.col("metric") != "usage_growth")
        assert counted.join(everyone, on=keys, how="anti").is_empty()
    added = everyone.group_by("program", "track", "metric").agg(pl.col("contribution").sum())
    assert all(whole[row[:3]] == row[3] for row in added.iter_rows())


def book_of(portfolio: list[Series], managers: dict[str, str] | None = None) -> Book:
    book = Book(manager_of=managers or {})
    for one in portfolio:
        for month, (mau, pau) in one.seen.items():
            book.used(one.tenant, one.workload, mau, pau, month=month, claimed_on=one.claimed_on)
    return book


def actuals(book: Book, narrowed: dict[str, Any]) -> dict[tuple[str, str, str], float]:
    scores = book.ask(SCORES, **narrowed).filter(pl.col("is_known"))
    return {(row["program"], row["track"], row["metric"]): row["actual"] for row in scores.to_dicts()}


def reference(portfolio: list[Series], program: ScoreProgram, track: Track) -> dict[str, int]:
    """The three computed metrics, customer by customer, in plain Python."""
    totals = {"net_customer_adds": 0, "usage_growth": 0, "deployments": 0}
    percent = track.metric("deployments").active_percent or 0
    for tenant in {one.tenant for one in portfolio}:
        own = [
            one
            for one in portfolio
            if one.tenant == tenant and one.workload in (*program.workloads, *program.usage_only_workloads)
        ]
        now, before = ([one for one in own if is_claimed(one, month)] for month in (NOW, YEAR_AGO))
        fresh = [one for one in now if one not in before and one.claimed_on.replace(day=1) > YEAR_AGO]
        is_in, was_in = fits(now, NOW, track), fits(before, YEAR_AGO, track)
        adding = [[one for one in part if one.workload in program.workloads] for part in (now, before)]
        totals["net_customer_adds"] += fits(adding[0], NOW, track) - fits(adding[1], YEAR_AGO, track)
        gained = sum(one.seen[NOW][0] for one in now) - sum(at_claim(one)[0] for one in fresh)
        totals["usage_growth"] += is_in * gained - was_in * sum(one.seen[YEAR_AGO][0] for one in before)
        judged = [one for one in now if one not in fresh or not is_above(at_claim(one), percent)]
        totals["deployments"] += is_in * deploys([one.seen[NOW] for one in judged], percent)
        totals["deployments"] -= was_in * deploys([one.seen[YEAR_AGO] for one in before], percent)
    return totals


def is_claimed(one: Series, month: date) -> bool:
    return month in one.seen and month >= one.claimed_on.replace(day=1)


def fits(part: list[Series], month: date, track: Track) -> bool:
    most = track.max_licences or 10**9
    return any(track.min_licences <= one.seen[month][1] <= most for one in part)


def at_claim(one: Series) -> tuple[int, int]:
    claimed = one.claimed_on.replace(day=1)
    earlier = [month for month in one.seen if month < claimed]
    return one.seen[max(earlier) if earlier else min(one.seen)]


def is_above(reading: tuple[int, int], percent: int) -> bool:
    return 100 * reading[0] > percent * reading[1]


def deploys(readings: list[tuple[int, int]], percent: int) -> bool:
    active, paid = sum(one[0] for one in readings), sum(one[1] for one in readings)
    return paid > 0 and 100 * active >= percent * paid
