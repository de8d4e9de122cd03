"""Do the score questions answer what a person would compute by hand from the same facts?"""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from data_access.contract import Question
from data_access.eligibility import CONTRIBUTORS, HISTORY, MOVES_MOST, ONE_STEP, PROVIDERS, SCORES
from data_access.eligibility_rules import score_programs
from domain.periods import plus_months
from tests.data_access.eligibility_book import NOW, YEAR_AGO, Book, actual, only

ADDS, GROWTH, DEPLOYMENTS = "net_customer_adds", "usage_growth", "deployments"

QUESTIONS = {
    "eligibility/scores": SCORES,
    "eligibility/history": HISTORY,
    "eligibility/contributors": CONTRIBUTORS,
    "eligibility/one_step": ONE_STEP,
    "eligibility/moves_most": MOVES_MOST,
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_viewer_without_customers_learns_nothing_of_any(name: str) -> None:
    book = Book().both("a", "EXO", (5, 21), (8, 21)).both("b", "EXO", (5, 400), (300, 400)).built()
    nobody = book.ask(QUESTIONS[name], sees_all=False, viewer_user="nobody")
    if "tenant_id" in nobody.columns:
        assert nobody["tenant_id"].drop_nulls().is_empty()
    else:
        points = nobody["points" if "points" in nobody.columns else "known_points"]
        assert points.drop_nulls().sum() == 0
        assert not nobody["is_whole"].any()


def test_eligibility_scores_have_a_row_per_metric_of_every_track() -> None:
    scores = Book().both("a", "EXO", (10, 400), (10, 400)).built().ask(SCORES)
    assert scores.group_by("program", "track").len().sort("program", "track").rows() == [
        ("modern-work", "enterprise", 5),
        ("modern-work", "smb", 5),
        ("security", "enterprise", 4),
        ("security", "smb", 4),
    ]
    assert scores["month"].unique().to_list() == [NOW]


def test_net_adds_count_customers_by_their_largest_workload() -> None:
    book = Book()
    book.both("same", "EXO", (9, 400), (9, 500))
    book.both("grown", "EXO", (9, 300), (9, 301))  # SMB a year ago, Enterprise now
    book.used("claimed", "EXO", 9, 999, claimed_on=date(2026, 5, 20))
    book.used("gone", "EXO", 9, 350, month=YEAR_AGO)
    book.both("small", "EXO", (9, 10), (9, 11))
    book.both("tiny", "EXO", (9, 10), (9, 10))
    book.both("mixed", "EXO", (9, 400), (9, 400)).used("mixed", "SPO", 1, 50)
    scores = book.built().ask(SCORES)
    assert actual(scores, ADDS) == 1  # grown + claimed - gone
    assert actual(scores, ADDS, "smb") == 1  # small + mixed (by SharePoint) - grown
    (row,) = only(scores, program="modern-work", track="enterprise", metric=ADDS)
    assert (row["points"], row["association_type"], row["is_by_hand"]) == (4.0, "CPOR", False)


def test_workloads_of_another_program_or_only_for_usage_make_no_customer() -> None:
    book = Book().used("a", "TEAMS_PREMIUM", 100, 400).used("b", "MDO", 100, 400)
    scores = book.built().ask(SCORES)
    assert actual(scores, ADDS) == 0
    assert actual(scores, GROWTH) == 100  # Teams Premium counts for usage, Defender does not
    assert actual(scores, ADDS, program="security") == 1


def test_the_security_smb_track_starts_at_five_licences() -> None:
    book = Book().used("a", "MDO", 1, 5).used("b", "MDO", 1, 4)
    assert actual(book.built().ask(SCORES), ADDS, "smb", "security") == 1


def test_promoted_customers_stay_smb_where_the_rules_say_so() -> None:
    book = Book().both("grown", "EXO", (9, 300), (20, 301))
    modern_work = score_programs().programs[0]
    enterprise, smb = modern_work.tracks
    keeping = replace(modern_work, tracks=(enterprise, replace(smb, keeps_promoted=True)))
    scores = book.built([keeping]).ask(SCORES)
    assert (actual(scores, ADDS, "smb"), actual(scores, ADDS)) == (0, 1)
    assert actual(scores, GROWTH, "smb") == 11


def test_growth_counts_from_association_on() -> None:
    book = Book().both("old", "EXO", (100, 400), (160, 400))
    # Claimed within the year: from the last month before the claim, else from the first month known.
    book.used("new", "EXO", 250, 400, claimed_on=date(2026, 3, 9))
    for month, users in ((date(2025, 12, 1), 150), (date(2026, 2, 1), 200), (date(2026, 3, 1), 210)):
        book.used("new", "EXO", users, 400, month=month, claimed_on=date(2026, 3, 9))
    book.used("newest", "EXO", 330, 400, claimed_on=date(2026, 8, 1))
    book.used("newest", "EXO", 300, 400, month=date(2026, 8, 1), claimed_on=date(2026, 8, 1))
    assert actual(book.built().ask(SCORES), GROWTH) == 60 + 50 + 30


def test_growth_of_a_customer_that_left_is_a_loss() -> None:
    book = Book().both("stays", "EXO", (100, 400), (300, 400)).used("gone", "EXO", 150, 400, month=YEAR_AGO)
    assert actual(book.built().ask(SCORES), GROWTH) == 200 - 150


@pytest.mark.parametrize(("users", "counts"), [(9, 1), (8, 0)])
def test_nine_of_21_licences_deploy_and_eight_do_not(users: int, counts: int) -> None:
    scores = Book().both("a", "EXO", (0, 21), (users, 21)).built().ask(SCORES)
    assert actual(scores, DEPLOYMENTS, "smb") == counts


def test_a_deployment_is_judged_over_all_workloads_of_the_customer() -> None:
    book = Book().both("a", "EXO", (0, 100), (80, 100)).used("a", "SPO", 0, 100)
    assert actual(book.built().ask(SCORES), DEPLOYMENTS, "smb") == 1  # 80 of 200
    book = Book().both("a", "EXO", (0, 100), (79, 100)).used("a", "SPO", 0, 100)
    assert actual(book.built().ask(SCORES), DEPLOYMENTS, "smb") == 0


def test_a_deployment_of_a_year_ago_is_no_new_one() -> None:
    book = Book().both("kept", "EXO", (40, 100), (90, 100)).both("lost", "EXO", (40, 100), (39, 100))
    assert actual(book.built().ask(SCORES), DEPLOYMENTS, "smb") == -1


@pytest.mark.parametrize(("users_before_claim", "counts"), [(40, 1), (41, 0)])
def test_a_workload_above_the_share_when_claimed_is_left_out(users_before_claim: int, counts: int) -> None:
    claimed_on = date(2026, 3, 9)
    book = Book().used("a", "EXO", 60, 100, claimed_on=claimed_on)
    book.used("a", "EXO", users_before_claim, 100, month=date(2026, 2, 1), claimed_on=claimed_on)
    scores = book.built().ask(SCORES)
    assert actual(scores, DEPLOYMENTS, "smb") == counts
    assert actual(scores, GROWTH, "smb") == 60 - users_before_claim


def test_what_was_left_out_does_not_carry_the_rest_of_the_customer() -> None:
    claimed_on = date(2026, 3, 9)
    book = Book().used("a", "EXO", 90, 100, claimed_on=claimed_on).both("a", "SPO", (10, 100), (30, 100))
    book.used("a", "EXO", 90, 100, month=date(2026, 2, 1), claimed_on=claimed_on)
    assert actual(book.built().ask(SCORES), DEPLOYMENTS, "smb") == 0


def test_security_deploys_at_fifteen_percent() -> None:
    book = Book().both("a", "MDO", (0, 400), (60, 400)).both("b", "MDO", (0, 400), (59, 400))
    scores = book.built().ask(SCORES)
    assert actual(scores, DEPLOYMENTS, program="security") == 1
    (row,) = only(scores, program="security", track="enterprise", metric=GROWTH)
    assert (row["actual"], row["points"]) == (119, 0.952)


def test_unassociated_usage_does_not_count() -> None:
    scores = Book().used("a", "EXO", 100, 400, claimed_on=None).used("b", "EXO", 1, 400).built().ask(SCORES)
    assert actual(scores, ADDS) == 1


def test_an_incomplete_month_is_not_scored() -> None:
    book = Book(late_months=1).both("a", "EXO", (0, 400), (400, 400))
    september = plus_months(NOW, -1)
    book.used("a", "EXO", 30, 400, month=september).used("a", "EXO", 10, 400, month=plus_months(september, -12))
    scores = book.built().ask(SCORES)
    assert scores["month"].unique().to_list() == [september]
    assert actual(scores, GROWTH) == 20


def test_the_end_of_the_range_chooses_the_month() -> None:
    august = date(2026, 8, 1)
    book = Book().both("a", "EXO", (0, 400), (400, 400)).used("a", "EXO", 70, 400, month=august)
    scores = book.built().ask(SCORES, end_before=date(2026, 9, 1))
    assert scores["month"].unique().to_list() == [august]
    assert actual(scores, GROWTH) == 70


def test_without_the_year_before_metrics_are_unknown_until_entered() -> None:
    book = Book(months_count=8).used("a", "EXO", 100, 400).entered(GROWTH, 250.0)
    scores = book.built().ask(SCORES)
    (adds,) = only(scores, program="modern-work", track="enterprise", metric=ADDS)
    assert (adds["actual"], adds["points"], adds["is_known"]) == (None, None, False)
    (growth,) = only(scores, program="modern-work", track="enterprise", metric=GROWTH)
    assert (growth["points"], growth["is_by_hand"]) == (7.5, True)
    assert book.ask(CONTRIBUTORS).is_empty()


def test_hand_entries_count_while_they_are_valid_and_the_newest_wins() -> None:
    certifications = "intermediate_certifications"
    book = Book().both("a", "EXO", (1, 400), (1, 400))
    assert actual(book.built().ask(SCORES), certifications) is None
    book = Book().both("a", "EXO", (1, 400), (1, 400))
    book.entered(certifications, 1).entered(certifications, 3, valid_from=date(2026, 6, 1))
    book.entered(certifications, 4, valid_from=date(2026, 7, 1), valid_to=date(2026, 9, 30))
    book.entered(certifications, 9, track="smb", valid_from=date(2027, 1, 1))
    book.built()
    assert actual(book.ask(SCORES), certifications) == 3
    assert actual(book.ask(SCORES, today=date(2026, 9, 30)), certifications) == 4
    assert actual(book.ask(SCORES), certifications, "smb") is None
    (row,) = only(book.ask(SCORES), program="modern-work", track="enterprise", metric=certifications)
    assert (row["points"], row["is_by_hand"], row["association_type"]) == (7.5, True, None)


def test_an_entry_made_after_the_usage_was_complete_counts_at_once() -> None:
    book = Book().both("a", "EXO", (1, 400), (1, 400))
    book.entered("advanced_certifications", 2, valid_from=date(2026, 11, 23), at="2026-11-23 10:00:00")
    assert actual(book.built().ask(SCORES), "advanced_certifications") == 2


def test_the_better_association_type_wins() -> None:
    book = Book().both("a", "EXO", (0, 400), (300, 400)).entered("usage_growth_dpor", 2000.0)
    (row,) = only(book.built().ask(SCORES), program="modern-work", track="enterprise", metric=GROWTH)
    assert (row["points"], row["association_type"], row["actual"], row["is_by_hand"]) == (15.0, "DPOR", 2000, True)


def narrowed_book() -> Book:
    book = Book(manager_of={"b": "bob"})
    book.used("a", "EXO", 100, 400, claimed_on=date(2026, 1, 9)).used("a", "TEAMS", 50, 400)
    book.both("b", "EXO", (10, 400), (30, 400))
    return book.entered("advanced_certifications", 2).built()


def test_a_viewer_sees_the_own_customers_part_and_is_told_so() -> None:
    book = narrowed_book()
    whole, part = book.ask(SCORES), book.ask(SCORES, sees_all=False, viewer_user="bob")
    assert (actual(whole, GROWTH), actual(part, GROWTH)) == (50 + 20, 20)
    assert whole["is_whole"].all()
    assert not part["is_whole"].any()
    assert actual(part, "advanced_certifications") == 2
    assert set(book.ask(CONTRIBUTORS, sees_all=False, viewer_user="bob")["tenant_id"]) == {"b"}
    history = book.ask(HISTORY, sees_all=False, viewer_user="bob")
    assert not history["is_whole"].any()


@pytest.mark.parametrize(
    ("scope", "growth"),
    [({}, 70), ({"tenant": "a"}, 50), ({"workloads": ["TEAMS"]}, 50), ({"workloads": ["EXO"]}, 20)],
)
def test_scope_narrows_scores_contributors_and_history_alike(scope: dict[str, object], growth: int) -> None:
    book = narrowed_book()
    scores = book.ask(SCORES, **scope)
    assert actual(scores, GROWTH) == growth
    contributed = only(book.ask(CONTRIBUTORS, **scope), program="modern-work", track="enterprise", metric=GROWTH)
    assert sum(row["contribution"] for row in contributed) == growth
    (latest,) = only(book.ask(HISTORY, **scope), program="modern-work", track="enterprise", month=NOW)
    known = only(scores, program="modern-work", track="enterprise", is_known=True)
    assert latest["known_points"] == pytest.approx(sum(row["points"] for row in known))


def test_eligibility_contributors_say_why() -> None:
    book = Book().used("new", "EXO", 50, 100, claimed_on=date(2026, 1, 9)).both("less", "EXO", (90, 100), (30, 100))
    book.used("new", "EXO", 20, 100, month=date(2025, 12, 1), claimed_on=date(2026, 1, 9))
    found = only(book.built().ask(CONTRIBUTORS), program="modern-work", track="smb")
    assert [(row["metric"], row["tenant_id"], row["contribution"], row["reason"]) for row in found] == [
        (ADDS, "new", 1, "added"),
        (GROWTH, "new", 30, "grown"),
        (GROWTH, "less", -60, "shrunk"),
        (DEPLOYMENTS, "new", 1, "deployed"),
        (DEPLOYMENTS, "less", -1, "no-longer-deployed"),
    ]
    assert found[1]["points_worth"] == pytest.approx(1.8)
    assert (found[1]["users_at_claim"], found[1]["active_share"]) == (20, 0.5)


def test_eligibility_one_step_names_what_is_missing() -> None:
    book = Book().both("users", "EXO", (5, 21), (8, 21)).both("licences", "EXO", (5, 290), (250, 290))
    book.both("far", "EXO", (0, 200), (10, 200))
    book.used("unclaimed", "EXO", 90, 400, claimed_on=None)
    book.seats.append(("seats", "SPO", 20, NOW))
    found = book.built().ask(ONE_STEP).filter(pl.col("program") == "modern-work")
    columns = ("track", "metric", "tenant_id", "step", "workload", "missing_count", "points_worth")
    assert found.select(columns).rows() == [
        ("enterprise", ADDS, "unclaimed", "claim", "EXO", 1, 4.0),
        ("enterprise", ADDS, "licences", "add-licences", None, 11, 4.0),
        ("smb", ADDS, "seats", "claim", "SPO", 1, 2.0),
        ("smb", DEPLOYMENTS, "users", "add-users", None, 1, 5.0),
    ]
    assert book.ask(ONE_STEP, end_before=NOW).is_empty()
    assert set(book.ask(ONE_STEP, workloads=["SPO"])["tenant_id"]) == {"seats"}


@pytest.mark.parametrize(
    ("question", "sort", "column", "falls"),
    [(CONTRIBUTORS, "points_worth", "points_worth", True), (ONE_STEP, "missing_count", "missing_count", False)],
    ids=lambda one: str(getattr(one, "name", one)),
)
def test_pages_of_customers_are_the_whole_table(question: Question, sort: str, column: str, falls: bool) -> None:
    book = Book()
    for number, users in enumerate((36, 7, 30, 34, 33, 66)):
        book.both(f"t{number}", "EXO", (5, 90), (users, 95 + number))
    book.built()
    for sort_by in ("metric_name", sort):
        whole = book.ask(question, program="modern-work", track="smb", sort_by=sort_by, skip_rows=0)
        pages = [
            book.ask(question, program="modern-work", track="smb", sort_by=sort_by, skip_rows=skip, page_size=2)
            for skip in range(0, whole.height, 2)
        ]
        assert pl.concat(pages).equals(whole)
        assert whole["total_count"].unique().to_list() == [whole.height]
    assert whole[column].n_unique() > 2
    assert whole[column].is_sorted(descending=falls)
    found = book.ask(question, search="T3", program="modern-work", track="smb", sort_by=sort, skip_rows=0)
    assert found["tenant_id"].unique().to_list() == ["t3"]


def test_eligibility_moves_most_names_the_nearest_providers() -> None:
    book = Book().both("near", "EXO", (5, 21), (8, 21)).both("next", "EXO", (5, 100), (35, 100))
    found = only(book.built().ask(MOVES_MOST), program="modern-work", track="smb")
    columns = ("metric", "points_per_unit", "provider_rank", "tenant_id", "step", "missing_count", "points_worth")
    assert [tuple(row[name] for name in columns) for row in found] == [
        (ADDS, 2.0, None, None, None, None, None),
        ("intermediate_certifications", 5.0, None, None, None, None, None),
        ("advanced_certifications", 15.0, None, None, None, None, None),
        (GROWTH, 0.06, 1, "next", "grow-users", 65, 3.9),
        (GROWTH, 0.06, 2, "near", "grow-users", 13, 0.78),
        (DEPLOYMENTS, 5.0, 1, "near", "add-users", 1, 5.0),
        (DEPLOYMENTS, 5.0, 2, "next", "add-users", 5, 5.0),
    ]


def test_the_whole_book_knows_its_five_nearest_providers_beforehand() -> None:
    """eligibility/providers: unlike sizes, equal ones that share the fifth place, and months before the last."""
    book = Book()
    unused = (1, 250, 40, 41, 39, 40, 40, 40, 2, 3)
    for number, missing in enumerate(unused):
        book.both(f"t{number}", "EXO", (5, 300), (300 - missing, 300))
    book.used("once", "EXO", 10, 290, month=plus_months(NOW, -3))
    book.built()
    everybody = [*(f"t{number}" for number in range(len(unused))), "once"]
    segments = book.connection.sql("select distinct segment from customers").pl()["segment"].to_list()
    for end_before in (None, plus_months(NOW, -2)):
        whole = book.ask(PROVIDERS, end_before=end_before)
        each = book.ask(PROVIDERS, end_before=end_before, segments=segments)
        by = ("program", "track", "counts", "provider_rank")
        assert whole.height
        assert set(whole["tenant_id"]) <= set(everybody)
        assert whole.sort(by).equals(each.sort(by))
    users = only(book.ask(PROVIDERS), program="modern-work", track="smb", counts="users")
    assert [row["tenant_id"] for row in users] == ["t1", "t3", "t2", "t5", "t6"]
    assert {row["providers_count"] for row in users} == {len(unused)}


def test_eligibility_history_judges_each_month_and_names_the_better_track() -> None:
    book = Book()
    for number in range(5):
        book.both(f"c{number}", "EXO", (0, 300), (200, 400))
    for metric in ("intermediate_certifications", "advanced_certifications"):
        book.entered(metric, 4, valid_from=date(2026, 11, 1))
    history = book.built().ask(HISTORY).filter(pl.col("program") == "modern-work")
    now = {row["track"]: row for row in only(history, month=NOW)}
    # Enterprise: 5 adds 20, certifications 10 + 15, growth 1,000 users 30, 5 deployments 25.
    assert now["enterprise"]["known_points"] == 100
    assert (now["enterprise"]["is_qualified"], now["enterprise"]["is_better_track"]) == (True, True)
    assert (now["smb"]["at_zero_count"], now["smb"]["is_qualified"], now["smb"]["is_better_track"]) == (3, False, False)
    assert now["enterprise"]["counted_on"] == date(2026, 11, 20)
    (september,) = only(history, month=plus_months(NOW, -1), track="enterprise")
    assert (september["known_points"], september["unknown_count"], september["is_qualified"]) == (0, 2, False)
    assert history["month"].n_unique() == 12


def test_nothing_imported_is_no_score() -> None:
    assert Book(months_count=0).built().ask(SCORES).is_empty()
