"""Which states does a claim pass through, and what moves it from one to the next?

Source: DOCS-23 incentives-manage-customer-associations.md (Partner Center documentation, October 2023).
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Microsoft's eight states. There is no "expired" and no "renewed"."""

    DRAFT = "Draft"
    SUBMITTED = "Submitted"
    UNDER_REVIEW = "Under review"
    PARTNER_ACTION_REQUIRED = "Partner action required"
    APPROVED = "Approved"
    REJECTED = "Rejected"
    DISPUTE = "Dispute"
    REJECTED_FINAL = "Rejected final"

    @property
    def is_live(self) -> bool:
        """Whether a claim in this state holds its workloads, so that a second one is refused."""
        return self not in (State.REJECTED, State.REJECTED_FINAL)

    @property
    def is_editable(self) -> bool:
        """Whether Partner Center lets the partner change the claim (after submission: only when asked to act)."""
        return self in (State.DRAFT, State.PARTNER_ACTION_REQUIRED)


class Actor(StrEnum):
    """Who makes the move. The product only records what happened at Microsoft."""

    PARTNER = "partner"
    MICROSOFT = "Microsoft"
    CUSTOMER = "customer"
    CLOCK = "clock"


class Trigger(StrEnum):
    """What moves a claim; `FILE` and `BRING_IN` begin one."""

    FILE = "file"
    BRING_IN = "bring in"
    SUBMIT = "submit"
    REVIEW_STARTS = "review starts"
    APPROVE = "approve"
    ASK_PARTNER = "ask partner"
    REJECT = "reject"
    ANSWER = "answer"
    NO_ANSWER = "no answer in time"
    CUSTOMER_DECLINES = "customer declines"
    DISASSOCIATE = "disassociate"
    DISPUTE = "dispute"
    DISPUTE_UPHELD = "dispute upheld"
    DISPUTE_LOST = "dispute lost"


class Need(StrEnum):
    """What must be given with a move, besides its date."""

    REASON = "reason"
    CLAIM_NUMBER = "Microsoft's claim number"
    PROOF = "proof of execution"
    ACKNOWLEDGEMENTS = "acknowledgements"
    REASON_OR_PROOF = "a justification or a new proof of execution"


class Window(StrEnum):
    """Which clock bounds a move; lengths are in `claim_windows`."""

    ANSWER_IN_TIME = "the partner's time to answer"
    ANSWER_RAN_OUT = "the partner's time to answer is over"
    DISPUTE_IN_TIME = "the time to dispute, once only"


@dataclass(frozen=True, slots=True)
class Transition:
    """One allowed move: from, to, trigger, who acts, what it needs, which clock bounds it."""

    source: State
    target: State
    trigger: Trigger
    actor: Actor
    label: str
    needs: tuple[Need, ...] = ()
    window: Window | None = None


_PAR, _REASON = State.PARTNER_ACTION_REQUIRED, (Need.REASON,)

TRANSITIONS = (
    Transition(
        State.DRAFT,
        State.SUBMITTED,
        Trigger.SUBMIT,
        Actor.PARTNER,
        "Record submission",
        (Need.PROOF, Need.ACKNOWLEDGEMENTS, Need.CLAIM_NUMBER),
    ),
    Transition(State.SUBMITTED, State.UNDER_REVIEW, Trigger.REVIEW_STARTS, Actor.MICROSOFT, "Review has started"),
    Transition(State.UNDER_REVIEW, State.APPROVED, Trigger.APPROVE, Actor.MICROSOFT, "Microsoft approved"),
    Transition(State.UNDER_REVIEW, _PAR, Trigger.ASK_PARTNER, Actor.MICROSOFT, "Microsoft asks for more", _REASON),
    Transition(State.UNDER_REVIEW, State.REJECTED, Trigger.REJECT, Actor.MICROSOFT, "Microsoft rejected", _REASON),
    Transition(
        _PAR, State.SUBMITTED, Trigger.ANSWER, Actor.PARTNER, "Record our answer", _REASON, Window.ANSWER_IN_TIME
    ),
    Transition(
        _PAR,
        State.REJECTED,
        Trigger.NO_ANSWER,
        Actor.CLOCK,
        "Rejected for lack of an answer",
        window=Window.ANSWER_RAN_OUT,
    ),
    Transition(State.APPROVED, State.REJECTED, Trigger.CUSTOMER_DECLINES, Actor.CUSTOMER, "Customer declined", _REASON),
    Transition(State.APPROVED, State.REJECTED_FINAL, Trigger.DISASSOCIATE, Actor.PARTNER, "Disassociate", _REASON),
    Transition(
        State.REJECTED,
        State.DISPUTE,
        Trigger.DISPUTE,
        Actor.PARTNER,
        "Dispute the rejection",
        (Need.REASON_OR_PROOF,),
        Window.DISPUTE_IN_TIME,
    ),
    Transition(State.DISPUTE, State.APPROVED, Trigger.DISPUTE_UPHELD, Actor.MICROSOFT, "Dispute decided for us"),
    Transition(
        State.DISPUTE,
        State.REJECTED_FINAL,
        Trigger.DISPUTE_LOST,
        Actor.MICROSOFT,
        "Dispute decided against us",
        _REASON,
    ),
)


def transition(source: State, trigger: Trigger) -> Transition | None:
    """The move a trigger makes from a state, or None when the machine has no such move."""
    for each in TRANSITIONS:
        if each.source is source and each.trigger is trigger:
            return each
    return None
