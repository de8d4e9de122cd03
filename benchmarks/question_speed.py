"""How long does every question take when nobody asked it before, and which are the slowest?"""

import time
from collections.abc import Mapping
from typing import Any

from benchmarks.findings import Finding
from benchmarks.ground import Ground, make_book, publish_again
from benchmarks.timing import median_ms
from data_access.catalogue import CUSTOMERS
from data_access.contract import Question
from data_access.imports import FRESHNESS
from data_access.questions import every_question
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.errors import InsightsError
from domain.periods import plus_months
from domain.scope import Role, Scope, Viewer
from sample_data.constants import LAST_MONTH

ADMIN = Viewer("benchmark", Role.INCENTIVES_ADMIN)
# A page asks these for one customer; for everybody they answer with the whole book.
_OF_ONE_CUSTOMER = ("adoption/ledger", "adoption/other_values", "portfolio/workloads", "portfolio/customer")
_PAGED: Mapping[str, Mapping[str, Any]] = {"portfolio/customers": {"page_size": 25}}


def question_findings(ground: Ground, rounds: int) -> list[Finding]:
    """Every question of the last twelve months as a page asks it, first after publishing; slowest first."""
    make_book(ground)
    door = Warehouse(ground.book)
    try:
        found = [_finding(door, question, ground, rounds) for question in every_question().values()]
    finally:
        door.close()
    return sorted(found, key=lambda one: -(one.value or 0))


def _finding(door: Warehouse, question: Question, ground: Ground, rounds: int) -> Finding:
    section = f"questions {ground.facts_count:,}"
    given, scope = _parameters(door, question), last_year(ground)
    seconds, rows = [], 0
    for _ in range(rounds):
        publish_again(ground.book)
        # Opening what was published is the door's time, not this question's.
        door.ask(FRESHNESS, viewer=ADMIN)
        started = time.perf_counter()
        try:
            rows = door.ask(question, viewer=ADMIN, scope=scope, **given).frame.height
        except InsightsError as refusal:
            return Finding(section, question.name, None, "ms", details={"refused": refusal.sentence})
        seconds.append(time.perf_counter() - started)
    return Finding(section, question.name, median_ms(seconds), "ms", details={"rows": rows})


def last_year(ground: Ground, months: int = 12) -> Scope:
    """The months the scope bar opens with."""
    end_before = plus_months(LAST_MONTH, 1)
    return Scope(start=plus_months(end_before, -min(months, ground.months)), end_before=end_before, compare="previous")


def any_tenant(workspace: Workspace) -> str:
    """The first customer of the list; the same in every run."""
    door = Warehouse(workspace)
    try:
        return str(door.ask(CUSTOMERS, viewer=ADMIN, search="").frame.item(0, "tenant_id"))
    finally:
        door.close()


def _parameters(door: Warehouse, question: Question) -> dict[str, Any]:
    given = dict(_PAGED.get(question.name, {}))
    if question.name in _OF_ONE_CUSTOMER:
        given["tenant"] = any_tenant(door.workspace)
    if question.name == CUSTOMERS.name:
        given["search"] = "am"
    return given
