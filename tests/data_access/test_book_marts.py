"""Does the whole book, added up when it is built, say what its customers say when they are asked?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from data_access.catalogue import CUSTOMERS, OPTIONS
from data_access.contract import Question
from data_access.eligibility import MOVES_MOST
from data_access.growth import BRIDGE, BY_MONTH, COHORTS, MOVERS, SLICES
from data_access.incentive_checks import UNMATCHED
from data_access.incentives import BY_STATUS, BY_WORKLOAD
from data_access.portfolio import TOTALS
from data_access.questions import question_named
from data_access.signals import OPPORTUNITIES
from data_access.warehouse import Warehouse
from domain.scope import Scope, Viewer
from tests.data_access.tiny_answers import ADA
from tests.data_access.usage_book import ADMIN, EXECUTIVE

ASKED: list[tuple[Question, dict[str, Any]]] = [
    *((BY_MONTH, {"slice_by": one}) for one in SLICES),
    (BRIDGE, {}),
    (COHORTS, {}),
    (MOVERS, {}),
    (MOVERS, {"most": 2}),
    (MOVES_MOST, {}),
    (OPPORTUNITIES, {}),
    (OPPORTUNITIES, {"status": "all", "skip_rows": 2, "page_size": 3}),
    (OPTIONS, {}),
    (TOTALS, {}),
]
SCOPES = (
    Scope(),
    Scope(start=date(2026, 7, 1), end_before=date(2026, 10, 1)),
    Scope(workloads=("EXO",)),
    Scope(locations=("4810012",)),
    Scope(workloads=("SPO", "EXO"), locations=("4810011",), start=date(2026, 8, 1)),
    Scope(workloads=()),
)


@pytest.mark.parametrize(("question", "given"), ASKED, ids=lambda one: str(getattr(one, "name", one)))
@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_the_whole_is_the_sum_of_its_customers(
    tiny: Warehouse, question: Question, given: dict[str, Any], scope: Scope
) -> None:
    """Every segment chosen is everybody, but counted customer group by customer group."""
    segments = tuple(tiny.ask(OPTIONS, viewer=ADMIN).frame.filter(kind="segment")["value"])
    assert len(segments) == 3
    one_by_one = tiny.ask(question, viewer=ADMIN, scope=replace(scope, segments=segments), **given)
    whole = tiny.ask(question, viewer=EXECUTIVE, scope=scope, **given)
    assert whole.key != one_by_one.key
    assert whole.frame.equals(one_by_one.frame)
    assert whole.frame.height or question in (BY_MONTH, BRIDGE, COHORTS, MOVERS, OPPORTUNITIES)


@pytest.mark.parametrize(("question", "given"), ASKED[:-2], ids=lambda one: str(getattr(one, "name", one)))
def test_nobody_with_customers_of_their_own_is_told_the_whole(
    tiny: Warehouse, question: Question, given: dict[str, Any]
) -> None:
    whole = tiny.ask(question, viewer=ADMIN, **given).frame
    assert not tiny.ask(question, viewer=ADA, **given).frame.equals(whole)
    assert not tiny.ask(question, viewer=ADMIN, scope=Scope(countries=("Spain",)), **given).frame.equals(whole)


ADDED_UP = {
    "growth/monthly": ("month", "workload", "partner_id", "is_associated"),
    "growth/moves": ("month", "workload", "partner_id"),
    "growth/maturing": ("associated_month", "month", "workload", "partner_id"),
    "portfolio/associated": ("month",),
    "portfolio/sums": ("tenant_id",),
    "signals/ready": ("owner", "signal", "signals"),
    "signals/reasons": ("tenant_id", "workload", "signal"),
    "signals/customers_listed": ("tenant_id",),
    "eligibility/contributions": ("program", "track", "month"),
    "incentives/units": ("month", "workload", "partner_id"),
    "incentives/workload_money": ("workload",),
    "incentives/money": ("month", "workload", "partner_id"),
    "incentives/rungs": ("step", "step_group", "workload", "partner_id"),
    "incentives/explained": ("cause", "month", "workload", "partner_id"),
    "incentives/differences_in_order": ("difference_no",),
    "incentives/caps_in_order": ("cap_no",),
    "incentives/ladder_in_order": ("series_no",),
    "incentives/told": ("month", "workload", "payment_status", "currency"),
}

WITH_UNKNOWN_CUSTOMERS = {"incentives/money": "reported_usd", "incentives/told": "amount_usd"}


@pytest.mark.parametrize("name", ADDED_UP)
@pytest.mark.parametrize("viewer", [EXECUTIVE, ADA], ids=lambda viewer: viewer.user)
def test_what_is_added_up_is_the_same_whichever_way_it_is_told(tiny: Warehouse, name: str, viewer: Viewer) -> None:
    """From the whole book, by customer group, and one customer at a time."""
    question, segments = question_named(name), tiny.ask(OPTIONS, viewer=viewer).frame.filter(kind="segment")["value"]
    tenants = tiny.ask(CUSTOMERS, viewer=viewer, search="").frame["tenant_id"]
    at_once = tiny.ask(question, viewer=viewer).frame
    by_group = tiny.ask(question, viewer=viewer, scope=Scope(segments=tuple(segments))).frame
    one_by_one = pl.concat([tiny.ask(question, viewer=viewer, tenant=tenant).frame for tenant in tenants])
    assert at_once.height
    assert _summed(by_group, name).equals(_summed(one_by_one, name))
    if name not in WITH_UNKNOWN_CUSTOMERS or viewer is not EXECUTIVE:
        assert _summed(at_once, name).equals(_summed(by_group, name))


@pytest.mark.parametrize(("name", "column"), WITH_UNKNOWN_CUSTOMERS.items())
def test_the_whole_book_has_the_money_of_customers_no_file_knows(tiny: Warehouse, name: str, column: str) -> None:
    question = question_named(name)
    segments = tuple(tiny.ask(OPTIONS, viewer=EXECUTIVE).frame.filter(kind="segment")["value"])
    known = _usd(tiny.ask(question, viewer=EXECUTIVE, scope=Scope(segments=segments)).frame[column])
    unmatched = _usd(tiny.ask(UNMATCHED, viewer=EXECUTIVE).frame.filter(unmatched_by="tenant")["amount_usd"])
    assert unmatched > 0
    assert _usd(tiny.ask(question, viewer=EXECUTIVE).frame[column]) == known + unmatched


def _summed(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    """Rows of nothing but zeros say nothing: one way to tell has them, another has not."""
    measured = frame.group_by(ADDED_UP[name]).agg(pl.selectors.numeric().sum())
    return measured.filter(pl.any_horizontal(pl.selectors.numeric() != 0)).sort(ADDED_UP[name])


def test_no_reported_money_is_lost_by_workload(tiny: Warehouse) -> None:
    for viewer in (EXECUTIVE, ADA):
        by_workload = _usd(tiny.ask(BY_WORKLOAD, viewer=viewer).frame["reported_usd"])
        of_unknown = _usd(tiny.ask(UNMATCHED, viewer=viewer).frame.filter(unmatched_by="tenant")["amount_usd"])
        assert by_workload == _usd(tiny.ask(BY_STATUS, viewer=viewer).frame["amount_usd"]) - of_unknown


def _usd(amounts: pl.Series) -> Decimal:
    return sum(amounts.drop_nulls(), Decimal(0))
