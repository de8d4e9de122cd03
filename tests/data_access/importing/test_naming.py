"""Is a workload's spelling named once, remembered, and taken up by what is served?"""

import pytest

from data_access.adoption import LEDGER
from data_access.importing.naming import name_workload, named_workloads
from data_access.importing.run import rebuild
from domain.errors import BadInput, NotAllowed
from tests.data_access.importing.desk import ADMIN, CPOR, MANAGER, Desk, cpor, receipt, table


def test_a_name_is_taken_up_by_the_next_import_and_by_rebuilding(desk: Desk) -> None:
    desk.take(desk.file(table(CPOR, cpor(workload="Post"))))
    assert desk.answer(LEDGER)["workload"].to_list() == ["Post"]
    name_workload(desk.workspace, "Post", "Exchange Online", ADMIN)
    rebuild(desk.workspace, desk.asked, desk.settings)
    assert desk.answer(LEDGER)["workload"].to_list() == ["EXO"]
    assert receipt(desk.look(table(CPOR, cpor(workload=" POST* "))))["unknown_workloads"] == ()


def test_names_are_remembered_by_spelling_and_can_be_forgotten(desk: Desk) -> None:
    name_workload(desk.workspace, "Post", "EXO", ADMIN)
    name_workload(desk.workspace, "post ", "SPO", ADMIN)
    assert named_workloads(desk.workspace) == {"post ": "SPO"}
    assert name_workload(desk.workspace, "POST", None, ADMIN) == {}


def test_a_name_that_means_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput, match="“Nothing” is no workload"):
        name_workload(desk.workspace, "Post", "Nothing", ADMIN)
    with pytest.raises(BadInput, match="Expected the spelling"):
        name_workload(desk.workspace, " * ", "EXO", ADMIN)
    with pytest.raises(NotAllowed):
        name_workload(desk.workspace, "Post", "EXO", MANAGER)
    assert named_workloads(desk.workspace) == {}
