"""Do the form's values change as the form asks, and do the register's filters narrow?"""

from datetime import date

import polars as pl

from components.claim_filters import Chosen, narrowed
from components.claim_review import open_steps
from components.claim_values import changed, value_of
from data_access.claim_workbench import BLANK


def test_form_of_the_other_area_claims_subscriptions_and_asks_for_its_role() -> None:
    values = changed({**BLANK, "workloads": ["EXO"]}, "solution_area", "Business Applications")
    assert (values["role"], values["workloads"]) == (None, [])
    back = changed({**values, "subscriptions": ["s-1"]}, "solution_area", "Modern Work and Security")
    assert (back["role"], back["subscriptions"]) == ("Use or consume", [])


def test_contact_is_changed_without_losing_its_other_fields() -> None:
    values = changed(changed({}, "customer_contact.name", "Jo"), "customer_contact.title", "CIO")
    assert value_of(values, "customer_contact.name") == "Jo"


def test_blank_form_misses_all_but_the_solution() -> None:
    assert list(open_steps(dict(BLANK))) == ["details", "workloads", "contacts"]


def test_filters_narrow_by_state_place_waiting_and_words() -> None:
    claims = pl.DataFrame(
        {
            "claim_id": ["CLM-1", "CLM-2", "CLM-3"],
            "customer_name": ["Contoso", None, "Adatum (East)"],
            "claim_name": ["a", "b", "c"],
            "tenant_id": ["t1", "t2", "t3"],
            "claim_number": [None, "310", None],
            "domain": ["contoso.com", "x", "y"],
            "state": ["Draft", "Approved", "Draft"],
            "location_id": ["1", "1", "2"],
            "needs_us": [True, False, False],
            "since": [date(2026, 1, 1)] * 3,
        }
    )

    def found(**asked: object) -> list[str]:
        given = {"view": "board", "search": "", "states": (), "locations": (), "is_waiting": False, **asked}
        return narrowed(claims, Chosen(**given))["claim_id"].to_list()  # type: ignore[arg-type]

    assert found() == ["CLM-1", "CLM-2", "CLM-3"]
    assert found(states=("Draft",), locations=("2",)) == ["CLM-3"]
    assert found(is_waiting=True) == ["CLM-1"]
    assert found(search="(east") == ["CLM-3"]
    assert found(search="310") == ["CLM-2"]
