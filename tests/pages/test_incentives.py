"""Do the incentive pages try out, set and adopt what is typed into them?"""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access.programs import rule_sets
from data_access.workspace import Workspace
from tests.pages.conftest import Open


@pytest.fixture
def own(tiny_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_folder, tmp_path / "own"))


def said(app: AppTest) -> list[str]:
    return [one.value for one in app.markdown]


def press(app: AppTest, label: str) -> None:
    (button,) = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception
    assert [box.value for box in app.error] == []


def test_several_changes_are_tried_out_together_and_named(opened: Open, own: Path) -> None:
    app = opened(own, "incentives/milestones")
    assert "**Rules as they are**" in said(app)
    app.number_input(key="if_rate").set_value(10)
    app.number_input(key="if_cap").set_value(500.0)
    app.number_input(key="if_step_1").set_value(10)
    app.number_input(key="if_users").set_value(25)
    app.selectbox(key="if_users_workload").set_value("EXO").run()
    assert not app.exception
    (named,) = [one for one in said(app) if one.startswith("**What if")]
    assert named.replace("\\", "") == "**What if: rate +10 %, cap 500 USD, step 1 at 10 %, 25 more users (EXO)**"


def test_a_target_of_a_team_is_set_and_stands_against_what_was_reached(opened: Open, own: Path) -> None:
    app = opened(own, "incentives/earnings")
    owners = next(one for one in app.selectbox if one.label == "For")
    team = next(option for option in owners.options if option.startswith("Team "))
    owners.select(team)
    next(one for one in app.number_input if one.label == "Target").set_value(400.0)
    press(app, "Set the target")
    shown = [one.value for one in app.dataframe if "target_amount" in one.value.columns]
    assert [(row["owner"], float(row["target_amount"])) for row in shown[0].to_dict("records")] == [
        (team.removeprefix("Team "), 400.0)
    ]


def test_the_rates_of_the_export_are_adopted_under_a_cap(opened: Open, own: Path) -> None:
    app = opened(own, "incentives/earnings")
    next(one for one in app.number_input if one.label.startswith("Cap per")).set_value(2000.0)
    press(app, "Adopt the export's rates")
    adopted = rule_sets(Workspace(own)).book.own
    assert adopted
    assert {one.cap_usd for one in adopted} == {Decimal("2000.00")}  # type: ignore[union-attr]
    assert not any(one.illustrative for one in adopted)
