"""What changed, why, and what to do: a dozen sentences for one role, each from an answer of the door."""

from datetime import date
from typing import Any

from data_access import catalogue, growth, imports, portfolio, signals
from data_access.contract import Question
from data_access.warehouse import Warehouse
from domain import brief_sentences as say
from domain.brief_sentences import Sentence
from domain.errors import Unavailable
from domain.periods import plus_months
from domain.scope import Role, Scope, Viewer

MOST_SENTENCES = 12
_MONTHS = 12


def brief(warehouse: Warehouse, viewer: Viewer, today: date, scope: Scope | None = None) -> list[Sentence]:
    """At most a dozen sentences for this viewer, in the order of their role's morning; the same data, the same text.

    Without a scope: the viewer's whole book in the last twelve months of the data, as pages open.
    """
    try:
        asked = _Asked(warehouse, viewer, today, scope or _as_pages_open(warehouse, viewer))
        return _BY_ROLE[viewer.role](asked)[:MOST_SENTENCES]
    except Unavailable as missing:
        return [Sentence(missing.sentence, "data/imports")]


def _as_pages_open(warehouse: Warehouse, viewer: Viewer) -> Scope:
    options = warehouse.ask(catalogue.OPTIONS, viewer=viewer).frame
    months = sorted(date.fromisoformat(value) for kind, value, _ in options.iter_rows() if kind == "month")
    if not months:
        return Scope()
    end_before = plus_months(months[-1], 1)
    return Scope(start=max(plus_months(end_before, -_MONTHS), months[0]), end_before=end_before)


class _Asked:
    """The answers a brief is made of, asked once each when needed."""

    def __init__(self, warehouse: Warehouse, viewer: Viewer, today: date, scope: Scope | None) -> None:
        self.today = today
        self._warehouse, self._viewer, self._scope = warehouse, viewer, scope

    def rows(self, question: Question, **parameters: Any) -> list[dict[str, Any]]:
        if "today" in question.parameters:
            parameters["today"] = self.today
        return self._warehouse.ask(question, viewer=self._viewer, scope=self._scope, **parameters).frame.to_dicts()

    def months(self) -> list[dict[str, Any]]:
        return sorted((row for row in self.rows(growth.BY_MONTH) if row["is_complete"]), key=lambda row: row["month"])

    def associated(self) -> list[Sentence]:
        return say.associated(sorted(self.rows(portfolio.TOTALS), key=lambda row: row["month"]))

    def totals(self) -> dict[str, Any]:
        return self.rows(signals.TOTALS)[0]

    def changes(self) -> list[Sentence]:
        return say.changes(self.rows(signals.CHANGES), self.totals()["has_before"])

    def top(self, most: int) -> list[Sentence]:
        return say.top(self.rows(signals.OPPORTUNITIES, page_size=most), most)

    def claims(self) -> list[Sentence]:
        return [
            *say.claims("claim_overdue", self.rows(signals.CLAIM_OVERDUE)),
            *say.claims("poe_ageing", self.rows(signals.POE_AGEING)),
            *say.claims("claim_without_usage", self.rows(signals.CLAIM_WITHOUT_USAGE)),
        ]

    def late(self) -> list[Sentence]:
        may_import = self._viewer.role.may_import
        return say.late(self.rows(imports.FRESHNESS), self.today, may_import=may_import)


def _account_manager(asked: _Asked) -> list[Sentence]:
    named = asked.rows(signals.BY_SIGNAL)
    return [
        *say.usage(asked.months()),
        *say.movers(asked.rows(growth.MOVERS)),
        *asked.changes(),
        *say.open_value(asked.totals()),
        *asked.top(3),
        *say.open_signal("falling", named),
        *asked.claims(),
    ]


def _sales_lead(asked: _Asked) -> list[Sentence]:
    named = asked.rows(signals.BY_SIGNAL)
    return [
        *say.usage(asked.months()),
        *say.movers(asked.rows(growth.MOVERS)),
        *asked.changes(),
        *say.open_value(asked.totals()),
        *say.not_taken(asked.totals()),
        *say.owners(asked.rows(signals.BY_OWNER)),
        *asked.top(2),
        *say.open_signal("falling", named),
        *say.open_signal("near_milestone", named),
        *say.claims("claim_overdue", asked.rows(signals.CLAIM_OVERDUE)),
    ]


def _executive(asked: _Asked) -> list[Sentence]:
    named = asked.rows(signals.BY_SIGNAL)
    return [
        *say.usage(asked.months()),
        *say.new_units(asked.months()),
        *asked.associated(),
        *say.movers(asked.rows(growth.MOVERS)),
        *say.open_value(asked.totals()),
        *asked.changes(),
        *asked.top(1),
        *say.open_signal("falling", named),
        *say.claims("claim_overdue", asked.rows(signals.CLAIM_OVERDUE)),
        *say.record(asked.rows(signals.LIFT)),
        *asked.late(),
    ]


def _incentives_admin(asked: _Asked) -> list[Sentence]:
    named = asked.rows(signals.BY_SIGNAL)
    return [
        *asked.late(),
        *asked.claims(),
        *say.open_signal("unclaimed", named),
        *say.open_signal("cap_nearly_used", named),
        *say.open_signal("size_line", named),
        *say.usage(asked.months()),
        *say.new_units(asked.months()),
        *say.movers(asked.rows(growth.MOVERS)),
        *asked.changes(),
        *say.open_value(asked.totals()),
        *say.record(asked.rows(signals.LIFT)),
    ]


_BY_ROLE = {
    Role.ACCOUNT_MANAGER: _account_manager,
    Role.SALES_LEAD: _sales_lead,
    Role.EXECUTIVE: _executive,
    Role.INCENTIVES_ADMIN: _incentives_admin,
}
