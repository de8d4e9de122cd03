"""Does every spelling seen in a file mean one workload, and is an unknown one kept?"""

from collections import Counter

import pytest

from domain.workloads import (
    FAMILIES,
    earlier_and_other_names,
    folded,
    known_workloads,
    workload_code,
    workload_family,
    workload_name,
)


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Exchange Online", "EXO"),
        ("exchange", "EXO"),
        ("exo", "EXO"),
        ("SharePoint", "SPO"),
        ("TeamsMeetings", "TEAMS_MEETINGS"),
        ("teams\u00a0meetings ", "TEAMS_MEETINGS"),
        ("Teams Phone calling 1p/3p", "TEAMS_PHONE"),
        ("Teams Platform", "TEAMS_PLATFORM"),
        ("ProPlus", "PROPLUS"),
        ("Azure Active Directory Premium", "AADP"),
        ("Entra ID P1", "AADP"),
        ("Yammer", "YAMMER"),
        ("Azip", "MIP"),
        ("AATP", "MDI"),
        ("Microsoft Cloud App Security", "MCAS"),
        ("Microsoft 365 Copilot", "COPILOT"),
    ],
)
def test_old_and_new_names_mean_the_same(spelling: str, code: str) -> None:
    assert workload_code(spelling) == code


def test_no_spelling_means_two_workloads() -> None:
    meant = Counter(
        key for row in known_workloads().values() for key in {folded(s) for s in (row.code, row.name, *row.spellings)}
    )
    assert [spelling for spelling, count in meant.items() if count > 1] == []
    assert "" not in meant


def test_every_workload_has_a_family_with_a_colour_and_reads_itself() -> None:
    for code, row in known_workloads().items():
        assert row.family in FAMILIES
        assert workload_code(row.name) == workload_code(code) == code
        assert workload_family(code) == row.family
        assert row.name in earlier_and_other_names(code)


def test_an_unknown_spelling_is_nobodys_and_its_own_name() -> None:
    assert workload_code("Loop Workspaces") is None
    assert workload_name("Loop Workspaces") == "Loop Workspaces"
    assert workload_family("Loop Workspaces") == "Other"
    assert earlier_and_other_names("Loop Workspaces") == ("Loop Workspaces",)
    assert workload_code("") is None


def test_a_viewer_may_name_one_and_overrule_the_table() -> None:
    assert workload_code("loop  workspaces", {"Loop Workspaces": "SPO"}) == "SPO"
    assert workload_code("Exchange", {"exchange": "OUTLOOK_MOBILE"}) == "OUTLOOK_MOBILE"
    assert workload_code("Exchange", {"Loop": "SPO"}) == "EXO"


def test_what_earns_nothing_is_marked() -> None:
    unlisted = {code for code, row in known_workloads().items() if not row.is_listed}
    assert unlisted == {"OUTLOOK_MOBILE", "YAMMER", "MIP"}
