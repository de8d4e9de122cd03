"""What is asked of a proof of execution, and what was found: never more certain than the evidence."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Item(StrEnum):
    """The points reviewers look for (Microsoft's CPOR POE template; DOCS-23)."""

    PARTNER = "partner name"
    CUSTOMER = "customer name"
    DOMAIN = "customer domain"
    TENANT = "tenant ID"
    SIGNATURE = "customer signature"
    DATE = "acknowledgement date"
    WORKLOAD = "workload"
    ACTIVITIES = "activities"
    DISCLOSURE = "public-sector disclosure"


class Verdict(StrEnum):
    """`UNSURE` asks a person to look; it is never a failure by itself."""

    FOUND = "found"
    NOT_FOUND = "not found"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Page:
    """One page's text; `has_images` says that something on it cannot be read."""

    text: str
    has_images: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What the document must agree with. `workloads`: code -> every name it may go by."""

    partner_names: tuple[str, ...]
    customer_name: str
    domain: str
    tenant_id: str
    workloads: dict[str, tuple[str, ...]]
    submission_on: date
    needs_disclosure: bool = False
    valid_months: int = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the checklist. `quote` and `page` (from 1) are the evidence; `workload` is a code."""

    item: Item
    verdict: Verdict
    why: str
    quote: str = ""
    page: int | None = None
    workload: str | None = None
    day: date | None = None

    @property
    def key(self) -> str:
        """A stable name for this line: the item, with the workload's code where there is one."""
        return f"{self.item}: {self.workload}" if self.workload else str(self.item)


@dataclass(frozen=True, slots=True)
class Override:
    """A person's own judgement on one line, with the reason; it stands beside the machine's, never replaces it."""

    key: str
    verdict: Verdict
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """All findings in order. `can_be_read` is False for a scan or picture without text."""

    findings: tuple[Finding, ...]
    can_be_read: bool = True
    overrides: tuple[Override, ...] = field(default=())

    def with_overrides(self, overrides: tuple[Override, ...]) -> "Checklist":
        return replace(self, overrides=overrides)

    def verdict(self, finding: Finding) -> Verdict:
        """What counts for a line: the latest override, else what was found."""
        own = [each.verdict for each in self.overrides if each.key == finding.key]
        return own[-1] if own else finding.verdict

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Lines that neither the document nor a person has settled."""
        return tuple(each for each in self.findings if self.verdict(each) is not Verdict.FOUND)

    @property
    def is_clear(self) -> bool:
        return not self.open_findings

    @property
    def acknowledged_on(self) -> date | None:
        """The day of the customer's acknowledgement, where it could be read."""
        return next((each.day for each in self.findings if each.item is Item.DATE and each.day), None)
