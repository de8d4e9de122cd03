"""Are rule sets read, refused with a reason, kept when broken, and adopted from an export?"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from data_access.programs import check, in_force, keep_last_good, parsed_rules, rule_sets
from data_access.rate_adoption import adopt_rates
from data_access.workspace import Workspace
from domain.errors import BadInput, Conflict
from domain.incentive_rules import GrowthRules, MilestoneRules

GOOD = """
family = "growth"
start = 2026-01-01
illustrative = false
source = "our contract"
[rates_usd]
EXO = 1.10
"""
STEPS = """
family = "milestone"
start = 2026-01-01
illustrative = true
source = "made up"
workloads = ["EXO"]
steps_percent = [15, 40]
[[bands]]
name = "S"
from_pau = 100
amounts_usd = [1.00, 2.00]
"""


def put(workspace: Workspace, name: str, text: str) -> Path:
    workspace.programs.mkdir(parents=True, exist_ok=True)
    file = workspace.programs / name
    file.write_text(text, encoding="utf-8")
    return file


def test_shipped_sets_are_illustrative_and_both_families_are_in_force_today() -> None:
    book = rule_sets().book
    assert all(one.illustrative for one in book.shipped)
    today = date(2026, 10, 1)
    growth, milestone = book.growth("EXO", today), book.milestone("EXO", today)
    assert growth is not None
    assert milestone is not None
    assert (milestone.steps_percent, milestone.minimum_pau) == ((15, 40), 150)
    assert {row["family"] for row in in_force()} == {"growth", "milestone"}


def test_amounts_are_read_as_decimals() -> None:
    rules = parsed_rules("a.toml", GOOD)
    assert isinstance(rules, GrowthRules)
    assert rules.rates_usd["EXO"] == Decimal("1.10")
    assert isinstance(parsed_rules("b.toml", STEPS), MilestoneRules)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("growth", "glowth"), "a.toml: family: expected"),
        (GOOD.replace("EXO = 1.10", "EXO = -1.10"), "a.toml: rates_usd.EXO: -1.10 is negative"),
        (GOOD.replace("EXO", '"Exchange Online"'), "did you mean EXO?"),
        (GOOD.replace("EXO", "EXCHANGO"), "“EXCHANGO” is not the code of a known workload"),
        (GOOD.replace("2026-01-01", "2026-01-15"), "a.toml: start: 2026-01-15 is not the first of a month"),
        (GOOD.replace("source", "sauce"), "source: this key is missing"),
        (GOOD.replace("source", "sauce"), "sauce: unknown key"),
        (GOOD.replace("[rates", "cap_usd = 10.001\n[rates"), "cap_usd: 10.001 is not an amount in USD"),
        (GOOD.replace("[rates", "end_before = 2026-01-01\n[rates"), "end_before: 2026-01-01 must be after start"),
        (GOOD.replace("=", ":"), "a.toml: not a TOML file"),
        (GOOD + '[[bands]]\nname = "S"', "bands: unknown key"),
        (STEPS.replace("[15, 40]", "[40, 15]"), "steps_percent: [40, 15] is out of order"),
        (STEPS.replace("[1.00, 2.00]", "[1.00]"), "bands.0.amounts_usd: needs one amount for each"),
        (STEPS.replace("from_pau = 100", "from_pau = 151"), "bands: the first starts at 151, above minimum_pau 150"),
        (STEPS.replace('["EXO"]', '["EXO", "EXO"]'), "workloads: a workload is listed twice"),
    ],
)
def test_a_wrong_set_is_refused_naming_file_and_key(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        parsed_rules("a.toml", text)
    assert said in refused.value.sentence
    assert refused.value.sentence.startswith("a.toml: ")


def test_an_own_set_stands_before_the_shipped_one(tmp_workspace: Workspace) -> None:
    file = put(tmp_workspace, "ours.toml", GOOD)
    assert check(file, tmp_workspace).startswith("ours.toml is right: growth rules (real amounts) for 1 workloads")
    ours = rule_sets(tmp_workspace).book.growth("EXO", date(2026, 2, 1))
    assert ours is not None
    assert ours.name == "ours"
    (row,) = [row for row in in_force(tmp_workspace) if row["is_own"]]
    assert (row["workload"], row["start"], row["end_before"]) == ("EXO", date(2026, 1, 1), None)


def test_a_broken_set_is_refused_and_the_last_good_one_stays(tmp_workspace: Workspace) -> None:
    file = put(tmp_workspace, "ours.toml", GOOD)
    keep_last_good(tmp_workspace, rule_sets(tmp_workspace))
    file.write_text(GOOD.replace("1.10", "-5"), encoding="utf-8")
    loaded = rule_sets(tmp_workspace)
    (kept,) = loaded.book.own
    assert isinstance(kept, GrowthRules)
    assert kept.rates_usd["EXO"] == Decimal("1.10")
    (problem,) = loaded.problems
    assert problem == "ours.toml: rates_usd.EXO: -5 is negative. Its last good version stays in force."
    assert in_force(tmp_workspace)[-1]["problem"] == problem


def test_a_set_that_was_never_good_leaves_the_shipped_one(tmp_workspace: Workspace) -> None:
    put(tmp_workspace, "ours.toml", GOOD.replace("1.10", "-5"))
    loaded = rule_sets(tmp_workspace)
    assert loaded.book.own == ()
    assert loaded.problems == ("ours.toml: rates_usd.EXO: -5 is negative.",)


def test_of_two_overlapping_sets_the_newcomer_is_refused(tmp_workspace: Workspace) -> None:
    put(tmp_workspace, "zz_first.toml", GOOD)
    keep_last_good(tmp_workspace, rule_sets(tmp_workspace))
    second = put(tmp_workspace, "aa_second.toml", GOOD.replace("2026-01-01", "2026-03-01"))
    loaded = rule_sets(tmp_workspace)
    assert [one.name for one in loaded.book.own] == ["zz_first"]
    assert "are both growth rules for EXO from March 2026" in loaded.problems[0]
    with pytest.raises(BadInput, match=r"aa_second\.toml: .*end one where the other starts"):
        check(second, tmp_workspace)


def test_a_file_taken_away_is_forgotten(tmp_workspace: Workspace) -> None:
    file = put(tmp_workspace, "ours.toml", GOOD)
    keep_last_good(tmp_workspace, rule_sets(tmp_workspace))
    file.unlink()
    keep_last_good(tmp_workspace, rule_sets(tmp_workspace))
    assert rule_sets(tmp_workspace).book.own == ()
    assert list((tmp_workspace.programs / "last_good").iterdir()) == []


def test_score_programs_beside_rule_sets_are_left_alone(tmp_workspace: Workspace) -> None:
    put(tmp_workspace, "scores.toml", 'kind = "program-score"\n')
    assert rule_sets(tmp_workspace).problems == ()


def derived(*rows: tuple[str, date, str]) -> pl.DataFrame:
    return pl.DataFrame(
        [(workload, month, Decimal(rate)) for workload, month, rate in rows],
        schema={"workload": pl.String, "month": pl.Date, "derived_rate": pl.Decimal(18, 6)},
        orient="row",
    )


def test_rates_are_adopted_by_runs_of_months(tmp_workspace: Workspace) -> None:
    seen = derived(
        ("EXO", date(2026, 1, 1), "3"),
        ("SPO", date(2026, 2, 1), "5"),
        ("EXO", date(2026, 3, 1), "3"),
        ("EXO", date(2026, 4, 1), "3.5"),
        ("Loop Workspaces", date(2026, 4, 1), "9"),
    )
    files = adopt_rates(tmp_workspace, seen, cap_usd=Decimal(100), time_cap_months=12)
    assert [file.name for file in files] == [
        "adopted_rates_2026_01.toml",
        "adopted_rates_2026_02.toml",
        "adopted_rates_2026_04.toml",
    ]
    book = rule_sets(tmp_workspace).book
    march, may = book.growth("EXO", date(2026, 3, 1)), book.growth("EXO", date(2026, 5, 1))
    assert march is not None
    assert may is not None
    assert march.rates_usd == {"EXO": Decimal(3), "SPO": Decimal(5)}
    assert not march.illustrative
    assert (may.rates_usd["EXO"], may.cap_usd, may.time_cap_months) == (Decimal("3.5"), Decimal(100), 12)
    assert may.source == "derived from your earnings export"
    before = book.growth("EXO", date(2025, 12, 1))
    assert before is not None
    assert before.illustrative


def test_adopting_again_replaces_what_was_adopted(tmp_workspace: Workspace) -> None:
    adopt_rates(tmp_workspace, derived(("EXO", date(2026, 1, 1), "3")))
    adopt_rates(tmp_workspace, derived(("EXO", date(2026, 2, 1), "4")))
    assert [one.name for one in rule_sets(tmp_workspace).book.own] == ["adopted_rates_2026_02"]


def test_rates_are_not_adopted_over_a_set_of_ones_own(tmp_workspace: Workspace) -> None:
    put(tmp_workspace, "ours.toml", GOOD)
    with pytest.raises(Conflict, match=r"programs/ours\.toml"):
        adopt_rates(tmp_workspace, derived(("EXO", date(2026, 1, 1), "3")))


def test_without_a_known_rate_there_is_nothing_to_adopt(tmp_workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="nothing to adopt"):
        adopt_rates(tmp_workspace, derived(("Loop Workspaces", date(2026, 1, 1), "3")))
