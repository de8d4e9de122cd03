"""Which moves may be recorded today, and what is the sentence when one may not?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.business_days import plus_business_days
from domain.claim_states import TRANSITIONS, Need, Transition, Trigger, Window, transition
from domain.claim_windows import ClaimWindows
from domain.claims import Event, Life
from domain.errors import BadInput


@dataclass(frozen=True, slots=True)
class Step:
    """A move somebody wants to record, with what they gave for it."""

    trigger: Trigger
    on: date
    reason: str = ""
    document: str | None = None
    claim_number: str | None = None
    has_proof: bool = False
    is_acknowledged: bool = False


def answer_by(life: Life, windows: ClaimWindows) -> date:
    """The last day to answer Microsoft's question."""
    return plus_business_days(life.since_on, windows.answer_business_days, windows.country)


def dispute_by(life: Life, windows: ClaimWindows) -> date:
    """The last day to dispute a rejection; a new claim with fresh POE is possible from the day after."""
    return (life.rejected_on or life.since_on) + timedelta(days=windows.dispute_calendar_days)


def allowed(life: Life, today: date, windows: ClaimWindows) -> tuple[Transition, ...]:
    """The moves a claim's state and clocks allow today, and no others, in the machine's order."""
    return tuple(
        move
        for move in TRANSITIONS
        if move.source is life.state
        and not (move.window is Window.DISPUTE_IN_TIME and _dispute_refusal(life, today, windows))
        and not (move.window is Window.ANSWER_RAN_OUT and today <= answer_by(life, windows))
    )


def refusal(life: Life, step: Step, today: date, windows: ClaimWindows) -> str | None:
    """Why a step cannot be recorded, as a sentence, or None when it can."""
    move = transition(life.state, step.trigger)
    if move is None:
        possible = ", ".join(each.label for each in allowed(life, today, windows)) or "nothing"
        return f"A claim in state '{life.state}' cannot take the step '{step.trigger}'. Possible now: {possible}."
    if step.on > today:
        return f"{step.on:%d %b %Y} is in the future. Give the day on which it happened."
    if step.on < life.since_on:
        return (
            f"{step.on:%d %b %Y} is before the claim became '{life.state}' on {life.since_on:%d %b %Y}."
            " Give a day on or after that."
        )
    return _missing(move, step) or _late(move, life, step, windows)


def _missing(move: Transition, step: Step) -> str | None:
    reason = step.reason.strip()
    sentences = {
        Need.REASON: (bool(reason), "Give the reason in a few words."),
        Need.CLAIM_NUMBER: (bool((step.claim_number or "").strip()), "Give the claim number Partner Center shows."),
        Need.PROOF: (step.has_proof, "Attach the proof of execution first."),
        Need.ACKNOWLEDGEMENTS: (step.is_acknowledged, "Tick the acknowledgements first."),
        Need.REASON_OR_PROOF: (
            bool(reason or step.document),
            "Give a business justification or attach a new proof of execution.",
        ),
    }
    return next((sentence for need in move.needs for given, sentence in [sentences[need]] if not given), None)


def _late(move: Transition, life: Life, step: Step, windows: ClaimWindows) -> str | None:
    match move.window:
        case Window.DISPUTE_IN_TIME:
            return _dispute_refusal(life, step.on, windows)
        case Window.ANSWER_IN_TIME if step.on > answer_by(life, windows):
            return (
                f"The time to answer ended on {answer_by(life, windows):%d %b %Y}. Record the rejection instead;"
                " it can be disputed."
            )
        case Window.ANSWER_RAN_OUT if step.on <= answer_by(life, windows):
            return f"There is time to answer until {answer_by(life, windows):%d %b %Y}."
        case _:
            return None


def _dispute_refusal(life: Life, on: date, windows: ClaimWindows) -> str | None:
    if life.was_disputed:
        return "This claim was disputed once already. A claim can be disputed only once."
    last_day = dispute_by(life, windows)
    if on > last_day:
        return f"The time to dispute ended on {last_day:%d %b %Y}. File a new claim with a fresh proof of execution."
    return None


def next_event(life: Life, step: Step, *, today: date, windows: ClaimWindows, by: str, at: datetime) -> Event:
    """The event a step becomes; `BadInput` with the sentence of `refusal` when it is not allowed."""
    sentence = refusal(life, step, today, windows)
    move = transition(life.state, step.trigger)
    if sentence or move is None:
        raise BadInput(sentence or "This step is not allowed.")
    return Event(
        life.claim_id,
        life.events_count + 1,
        step.trigger,
        life.state,
        move.target,
        step.on,
        at,
        by,
        step.reason.strip(),
        step.document,
        (step.claim_number or "").strip() or None,
        move.actor,
    )
