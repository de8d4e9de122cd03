"""What does the door put in front of a question, and bind in it, so that it answers for one viewer and scope?"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from data_access.contract import Question, tenant_parameter
from data_access.ways import VISIBLE, text_of, way_for
from domain.scope import Role, Scope, Viewer

_LEADING_WITH = re.compile(r"\A(?:\s*--[^\n]*\n)*\s*with\s", re.IGNORECASE)


def composed(question: Question, values: Mapping[str, Any]) -> str:
    """The SQL that answers these values, after the relations that narrow it to the viewer; all texts are files."""
    text = question.text_for(values)
    found = _LEADING_WITH.match(text)
    if not found:
        raise ValueError(f"{question.name}.sql must begin with `with`")
    return f"with {text_of(VISIBLE, way_for([VISIBLE], values))},\n{text[found.end() :]}"


def narrowed(question: Question, viewer: Viewer, scope: Scope, given: dict[str, Any]) -> dict[str, Any]:
    """Everything the question binds. `given`: its own parameters, and `tenant`, which goes before the scope's."""
    own = {name: value for name, value in given.items() if name != "tenant"}
    if given.get("tenant") is not None:
        scope = replace(scope, tenant=given["tenant"])
    known = {
        "sees_all": viewer.role.sees_all_customers,
        "viewer_user": viewer.user if viewer.role is Role.ACCOUNT_MANAGER else None,
        "viewer_team": viewer.team if viewer.role is Role.SALES_LEAD else None,
        "tenant": tenant_parameter(scope.tenant) if scope.tenant is not None else None,
        "start": scope.start,
        "end_before": scope.end_before,
        "workloads": _listed(scope.workloads),
        "segments": _listed(scope.segments),
        "countries": _listed(scope.countries),
        "managers": _listed(scope.managers),
        "locations": _listed(scope.locations),
        **question.values(own),
    }
    return those_of(question, known)


def those_of(question: Question, values: Mapping[str, Any]) -> dict[str, Any]:
    """Of these values the ones that the question's answer depends on."""
    wanted = question.binds | _VISIBLE_BINDS
    return {name: value for name, value in values.items() if name in wanted}


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return list(values) if values is not None else None


_VISIBLE_BINDS = Question(VISIBLE, {}).binds
