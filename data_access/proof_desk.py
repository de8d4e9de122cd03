"""What can be done with a filed form until it is submitted: its documents, their checks, comments, submission."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from data_access.claim_pack import claim_pack
from data_access.documents import DocumentStore
from data_access.organisation import organisation
from data_access.poe_template import poe_template
from data_access.registry import Desk, read
from data_access.registry.amendments import amend, complete_draft
from data_access.registry.attachments import attach_document, detach_document
from data_access.registry.life import record_step
from data_access.registry.proof_facts import claim_facts
from data_access.registry.proofs import check_document, last_checklist, override
from domain.claim_readiness import Gap, gaps
from domain.claim_states import Trigger
from domain.claim_steps import Step
from domain.claim_submission import Planned, Submission
from domain.organisation import filing_refusal
from domain.proof import Checklist, Verdict


@dataclass(frozen=True)
class ProofDesk:
    """A filed form and its claim, with the store its documents are kept in."""

    desk: Desk
    form_id: str
    claim_id: str
    store: DocumentStore

    def attach(self, file_name: str, content: bytes, planned: Planned) -> None:
        """Keep an upload and check it at once."""
        attached = attach_document(self.desk, self.form_id, file_name, content, self.store)
        self.check(attached.document.sha256, planned)

    def check(self, sha256: str, planned: Planned) -> None:
        check_document(
            self.desk,
            self.form_id,
            sha256,
            submission_on=planned.submission_on,
            store=self.store,
            needs_disclosure=planned.needs_disclosure,
            customer_name=planned.customer_name,
        )

    def detach(self, sha256: str) -> None:
        detach_document(self.desk, self.form_id, sha256)

    def judge(self, sha256: str, key: str, verdict: Verdict, reason: str) -> None:
        override(self.desk, self.form_id, sha256, key, verdict, reason)

    def template(self, planned: Planned) -> bytes:
        """A DOCX prefilled from the form as it stands."""
        facts = read(
            self.desk.workspace,
            lambda connection: claim_facts(
                connection,
                self.desk,
                self.form_id,
                planned.submission_on,
                planned.needs_disclosure,
                planned.customer_name,
            ),
        )
        return poe_template(facts)

    def checklists(self, documents: pl.DataFrame) -> dict[str, Checklist | None]:
        """The last check of each document of `associations/documents`; None where it was never checked."""
        return {sha256: last_checklist(self.desk, self.form_id, sha256) for sha256 in documents["sha256"]}

    def gaps(self, claim: dict[str, Any], checklists: dict[str, Checklist | None]) -> tuple[Gap, ...]:
        """What is left before submitting. `claim`: its row of the register."""
        location_id = str(claim["location_id"])
        ours = organisation(self.desk.workspace)
        return gaps(
            has_document=bool(checklists),
            is_acknowledged=bool(claim["is_acknowledged"]),
            location_refusal=filing_refusal(ours.location(location_id), location_id, self.desk.today),
            checklists=tuple(checklists.values()),
        )

    def complete(self, comments: str, is_acknowledged: bool) -> None:
        complete_draft(self.desk, self.claim_id, comments=comments, is_acknowledged=is_acknowledged)

    def amend(self, changes: dict[str, Any]) -> None:
        amend(self.desk, self.claim_id, changes)

    def pack(self) -> bytes:
        return claim_pack(self.desk, self.claim_id, self.store)

    def submitted(self, given: Submission) -> None:
        """Record that the user submitted the claim in Partner Center."""
        record_step(self.desk, self.claim_id, Step(Trigger.SUBMIT, given.on, claim_number=given.claim_number))
