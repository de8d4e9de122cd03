"""What would a page cost if its frames were ready? The same pages, with a door that only looks them up.

The first time a question is asked its answer is fetched from the real door; after that it is one dictionary lookup,
whatever is published. The answer's key still changes with each publication, so that figures are drawn anew exactly
when the real page draws them anew: what differs between the two is the data alone.
"""

from dataclasses import replace
from typing import Any

from data_access.contract import Question
from data_access.warehouse import Answer, Warehouse
from domain.scope import Scope, Viewer

_ask = Warehouse.ask
_prepared: dict[str, Answer] = {}


def answer_from_memory() -> None:
    """Put the looking-up door in the real one's place, in this process."""
    Warehouse.ask = look_up  # type: ignore[assignment, method-assign]


def look_up(
    door: Warehouse, question: Question, *, viewer: Viewer, scope: Scope | None = None, **parameters: Any
) -> Answer:
    asked = repr((question.name, viewer, scope, sorted(parameters.items())))
    if asked not in _prepared:
        _prepared[asked] = _ask(door, question, viewer=viewer, scope=scope, **parameters)
    found = _prepared[asked]
    published = door.workspace.pointer.stat().st_mtime_ns
    return replace(found, key=f"{found.key}@{published}", is_cached=True)
