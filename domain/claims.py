"""In which state is a claim, how did it get there, and where may it go next?

A claim's state is nothing but the fold of its events; everything else about its life is derived from them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.claim_states import Actor, State, Trigger, transition
from domain.errors import BadInput, Conflict


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a claim: when (`on`, as the user dates it), who recorded it and why."""

    claim_id: str
    number: int
    trigger: Trigger
    source: State | None
    target: State
    on: date
    at: datetime
    by: str
    reason: str = ""
    document: str | None = None
    claim_number: str | None = None
    actor: Actor = Actor.PARTNER


@dataclass(frozen=True, slots=True)
class Life:
    """What a claim's events add up to."""

    claim_id: str
    state: State
    since_on: date
    filed_on: date
    events_count: int = 1
    submitted_on: date | None = None
    approved_on: date | None = None
    rejected_on: date | None = None
    was_disputed: bool = False
    claim_number: str | None = None


def begun(event: Event) -> Life:
    """The life a first event opens: filed as a draft, or brought in from an existing list in any state."""
    expected = State.DRAFT if event.trigger is Trigger.FILE else event.target
    if event.trigger not in (Trigger.FILE, Trigger.BRING_IN) or event.source or event.target is not expected:
        raise Conflict(f"A claim begins by being filed as a draft, not with '{event.trigger}'.")
    opened = Life(event.claim_id, event.target, event.on, filed_on=event.on, claim_number=event.claim_number)
    return _dated(opened, event)


def after(life: Life, event: Event) -> Life:
    """The life with one more event; `Conflict` when the machine has no such move."""
    move = transition(life.state, event.trigger)
    if move is None or event.source is not life.state or event.target is not move.target:
        raise Conflict(f"A claim in state '{life.state}' cannot take the step '{event.trigger}'.")
    moved = replace(
        life,
        state=move.target,
        since_on=event.on,
        events_count=life.events_count + 1,
        was_disputed=life.was_disputed or move.target is State.DISPUTE,
        claim_number=event.claim_number or life.claim_number,
    )
    return _dated(moved, event)


def _dated(life: Life, event: Event) -> Life:
    match event.target:
        case State.SUBMITTED:
            return replace(life, submitted_on=event.on)
        case State.APPROVED:
            return replace(life, approved_on=event.on)
        case State.REJECTED | State.REJECTED_FINAL:
            return replace(life, rejected_on=event.on)
        case _:
            return life


def fold(events: Iterable[Event]) -> Life:
    """A claim's life from its events in order; `BadInput` when there are none."""
    ordered = sorted(events, key=lambda event: event.number)
    if not ordered:
        raise BadInput("A claim without events has no state.")
    life = begun(ordered[0])
    for event in ordered[1:]:
        life = after(life, event)
    return life
