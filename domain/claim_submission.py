"""What does a person say about a claim's submission: as planned, and as it happened at Microsoft?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Planned:
    """What a proof is checked against besides the claim. `customer_name` None: the customers table knows it."""

    submission_on: date
    needs_disclosure: bool = False
    customer_name: str | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """When the claim was submitted in Partner Center, and the number it got there."""

    on: date
    claim_number: str
