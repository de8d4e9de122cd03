"""Are codes, causes, statuses and scenarios said in words?"""

import pytest

from domain.incentive_causes import CAUSES
from domain.incentive_payments import STATUS_GROUPS, status_group
from domain.incentive_scenarios import Scenario
from domain.refusals import REFUSALS, refusal

PARTNER_CAN_ACT = {"CUSPUBSEC", "IVDADV", "IVDCOMP", "IVDCOSELL", "IVDMPA", "IVDPOE"}


def test_the_documented_codes_are_known_with_who_can_act() -> None:
    microsofts = {code: one for code, one in REFUSALS.items() if not one.is_ours}
    assert len(microsofts) == 19
    assert {code for code, one in microsofts.items() if one.is_actionable} == PARTNER_CAN_ACT


def test_an_unknown_code_is_kept_as_it_is() -> None:
    assert refusal("NEWCODE27").words == "NEWCODE27"


@pytest.mark.parametrize("words", [*CAUSES.values(), *(one.words for one in REFUSALS.values())])
def test_every_reason_is_a_sentence(words: str) -> None:
    assert words[0].isupper()
    assert len(words.split()) > 3


def test_every_payment_status_has_a_group_and_others_are_not_guessed() -> None:
    assert set(STATUS_GROUPS.values()) == {"earned", "upcoming", "paid", "held", "lost"}
    assert (status_group("unprocessed"), status_group(None), status_group("?")) == ("earned", "other", "other")


def test_a_scenario_names_everything_it_changes() -> None:
    everything = Scenario(rate_factor=0.5, cap_usd=5000, steps=(None, 35), plus_users=10)
    assert everything.name == "What if: rate -50 %, cap 5,000 USD, step 2 at 35 %, 10 more users"
    assert everything.growth_parameters()["scenario"] == everything.name
    assert everything.step_parameters()["step_2"] == 35
    assert everything.changes
    assert not Scenario().changes
