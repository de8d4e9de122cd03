"""Does a claim move exactly as Partner Center's documentation says, and no other way?"""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.claim_states import TRANSITIONS, State, Trigger, transition
from domain.claim_steps import Step, allowed, next_event, refusal
from domain.claim_windows import ClaimWindows
from domain.claims import Event, Life, after, fold
from domain.errors import BadInput, Conflict

WINDOWS = ClaimWindows()
DAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FILED = Event("C", 1, Trigger.FILE, None, State.DRAFT, DAY, AT, "ida")

DOCUMENTED = {
    ("Draft", "Submitted", "submit"),
    ("Submitted", "Under review", "review starts"),
    ("Under review", "Approved", "approve"),
    ("Under review", "Partner action required", "ask partner"),
    ("Under review", "Rejected", "reject"),
    ("Partner action required", "Submitted", "answer"),
    ("Partner action required", "Rejected", "no answer in time"),
    ("Approved", "Rejected", "customer declines"),
    ("Approved", "Rejected final", "disassociate"),
    ("Rejected", "Dispute", "dispute"),
    ("Dispute", "Approved", "dispute upheld"),
    ("Dispute", "Rejected final", "dispute lost"),
}


def life_in(state: State, since_on: date = DAY, **known: object) -> Life:
    return Life("C", state, since_on, filed_on=DAY, **known)  # type: ignore[arg-type]


def full(trigger: Trigger, on: date = DAY) -> Step:
    return Step(trigger, on, "because", "a" * 64, "900100", has_proof=True, is_acknowledged=True)


def test_the_machine_is_the_documented_one() -> None:
    assert {(each.source, each.target, each.trigger) for each in TRANSITIONS} == DOCUMENTED


@pytest.mark.parametrize("state", list(State), ids=str)
@pytest.mark.parametrize("trigger", list(Trigger), ids=str)
def test_every_move_is_taken_or_refused(state: State, trigger: Trigger) -> None:
    on = DAY + timedelta(days=28) if trigger is Trigger.NO_ANSWER else DAY
    known = {"rejected_on": DAY} if state is State.REJECTED else {}
    life, step = life_in(state, **known), full(trigger, on)
    target = {(source, word): to for source, to, word in DOCUMENTED}.get((state, trigger))
    if target is None:
        assert "cannot take the step" in (refusal(life, step, on, WINDOWS) or "")
        with pytest.raises(BadInput):
            next_event(life, step, today=on, windows=WINDOWS, by="ida", at=AT)
        for to in State:
            with pytest.raises(Conflict):
                after(life, Event("C", 2, trigger, state, to, on, AT, "ida"))
    else:
        event = next_event(life, step, today=on, windows=WINDOWS, by="ida", at=AT)
        assert after(life, event).state == target
        assert (event.source, event.target, event.number, event.by) == (state, target, 2, "ida")


@pytest.mark.parametrize(
    ("trigger", "source", "step", "sentence"),
    [
        (Trigger.SUBMIT, State.DRAFT, Step(Trigger.SUBMIT, DAY), "Attach the proof of execution"),
        (Trigger.SUBMIT, State.DRAFT, Step(Trigger.SUBMIT, DAY, has_proof=True), "Tick the acknowledgements"),
        (
            Trigger.SUBMIT,
            State.DRAFT,
            Step(Trigger.SUBMIT, DAY, has_proof=True, is_acknowledged=True, claim_number=" "),
            "claim number",
        ),
        (Trigger.ASK_PARTNER, State.UNDER_REVIEW, Step(Trigger.ASK_PARTNER, DAY), "Give the reason"),
        (Trigger.REJECT, State.UNDER_REVIEW, Step(Trigger.REJECT, DAY, " "), "Give the reason"),
        (Trigger.ANSWER, State.PARTNER_ACTION_REQUIRED, Step(Trigger.ANSWER, DAY), "Give the reason"),
        (Trigger.CUSTOMER_DECLINES, State.APPROVED, Step(Trigger.CUSTOMER_DECLINES, DAY), "Give the reason"),
        (Trigger.DISASSOCIATE, State.APPROVED, Step(Trigger.DISASSOCIATE, DAY), "Give the reason"),
        (Trigger.DISPUTE, State.REJECTED, Step(Trigger.DISPUTE, DAY), "business justification or attach"),
        (Trigger.DISPUTE_LOST, State.DISPUTE, Step(Trigger.DISPUTE_LOST, DAY), "Give the reason"),
    ],
)
def test_required_data_is_asked_for(trigger: Trigger, source: State, step: Step, sentence: str) -> None:
    assert sentence in (refusal(life_in(source), step, DAY, WINDOWS) or "")


def test_days_must_be_in_order_and_not_in_the_future() -> None:
    life = life_in(State.SUBMITTED)
    tomorrow = DAY + timedelta(days=1)
    assert "in the future" in (refusal(life, full(Trigger.REVIEW_STARTS, tomorrow), DAY, WINDOWS) or "")
    yesterday = DAY - timedelta(days=1)
    assert "is before the claim became 'Submitted'" in (
        refusal(life, full(Trigger.REVIEW_STARTS, yesterday), DAY, WINDOWS) or ""
    )


def test_an_answer_has_fourteen_business_days() -> None:
    # 2 Nov 2026 is a Monday; Veterans Day (11 Nov) does not count, so day 14 is Monday 23 Nov.
    life = life_in(State.PARTNER_ACTION_REQUIRED)
    last, late = date(2026, 11, 23), date(2026, 11, 24)
    assert refusal(life, full(Trigger.ANSWER, last), late, WINDOWS) is None
    assert "ended on 23 Nov 2026" in (refusal(life, full(Trigger.ANSWER, late), late, WINDOWS) or "")
    assert "until 23 Nov 2026" in (refusal(life, full(Trigger.NO_ANSWER, last), late, WINDOWS) or "")
    assert refusal(life, full(Trigger.NO_ANSWER, late), late, WINDOWS) is None


def test_a_dispute_has_thirty_calendar_days_once() -> None:
    life = life_in(State.REJECTED, rejected_on=DAY)
    last, late = date(2026, 12, 2), date(2026, 12, 3)
    assert refusal(life, full(Trigger.DISPUTE, last), last, WINDOWS) is None
    assert "ended on 02 Dec 2026" in (refusal(life, full(Trigger.DISPUTE, late), late, WINDOWS) or "")
    again = life_in(State.REJECTED, rejected_on=DAY, was_disputed=True)
    assert "only once" in (refusal(again, full(Trigger.DISPUTE), DAY, WINDOWS) or "")
    short = ClaimWindows(dispute_calendar_days=10)
    assert "12 Nov 2026" in (refusal(life, full(Trigger.DISPUTE, last), last, short) or "")


def test_only_what_state_and_clock_allow_is_offered() -> None:
    offered = {
        state: [move.trigger for move in allowed(life_in(state, rejected_on=DAY), DAY, WINDOWS)] for state in State
    }
    assert offered == {
        State.DRAFT: ["submit"],
        State.SUBMITTED: ["review starts"],
        State.UNDER_REVIEW: ["approve", "ask partner", "reject"],
        State.PARTNER_ACTION_REQUIRED: ["answer"],
        State.APPROVED: ["customer declines", "disassociate"],
        State.REJECTED: ["dispute"],
        State.DISPUTE: ["dispute upheld", "dispute lost"],
        State.REJECTED_FINAL: [],
    }
    late = DAY + timedelta(days=31)
    assert allowed(life_in(State.REJECTED, rejected_on=DAY), late, WINDOWS) == ()
    waiting = allowed(life_in(State.PARTNER_ACTION_REQUIRED), late, WINDOWS)
    assert [move.trigger for move in waiting] == ["answer", "no answer in time"]


def test_a_disputed_approval_that_is_declined_cannot_be_disputed_again() -> None:
    steps = ("submit", "review starts", "reject", "dispute", "dispute upheld", "customer declines")
    events = [FILED]
    for word in steps:
        life = fold(events)
        events.append(next_event(life, full(Trigger(word)), today=DAY, windows=WINDOWS, by="ida", at=AT))
    assert fold(events).state is State.REJECTED
    assert allowed(fold(events), DAY, WINDOWS) == ()


def test_a_claim_begins_by_being_filed_or_brought_in() -> None:
    assert fold([FILED]).state is State.DRAFT
    brought = Event("C", 1, Trigger.BRING_IN, None, State.APPROVED, DAY, AT, "ida", claim_number="7")
    assert (fold([brought]).state, fold([brought]).approved_on) == (State.APPROVED, DAY)
    with pytest.raises(Conflict, match="begins by being filed"):
        fold([Event("C", 1, Trigger.SUBMIT, State.DRAFT, State.SUBMITTED, DAY, AT, "ida")])
    with pytest.raises(BadInput, match="without events"):
        fold([])


@given(st.lists(st.sampled_from([each for each in Trigger if each.value not in ("file", "bring in")]), max_size=12))
def test_any_walk_stays_inside_the_machine(triggers: list[Trigger]) -> None:
    windows = ClaimWindows(answer_business_days=0)
    events, day = [FILED], DAY
    for trigger in triggers:
        life = fold(events)
        step = full(trigger, day)
        if refusal(life, step, day, windows) is None:
            events.append(next_event(life, step, today=day, windows=windows, by="ida", at=AT))
        day += timedelta(days=1)
    moves = [(event.source, event.target, event.trigger) for event in events[1:]]
    assert set(moves) <= DOCUMENTED
    assert [one.target for one in events[:-1]] == [two.source for two in events[1:]]
    assert sum(event.target is State.DISPUTE for event in events) <= 1
    assert all(transition(event.source, event.trigger) for event in events[1:] if event.source)
