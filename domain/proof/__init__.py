"""Would a reviewer accept this proof of execution? Pages of text and a claim's facts in, a checklist out."""

from domain.proof.checklist import check
from domain.proof.findings import Checklist, ClaimFacts, Finding, Item, Override, Page, Verdict

__all__ = ["Checklist", "ClaimFacts", "Finding", "Item", "Override", "Page", "Verdict", "check"]
