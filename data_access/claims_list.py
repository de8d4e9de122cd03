"""How do the claims of an imported claims list get into the register?"""

from datetime import date

import polars as pl

from data_access.registry import Desk
from data_access.registry.existing import Brought, ExistingClaim, bring_in
from domain.claim_states import State


def bring_in_listed(desk: Desk, listed: pl.DataFrame) -> list[Brought]:
    """Enter the claims of `associations/listed`, each in the state the list gives; what became of each."""
    return bring_in(desk, [_existing(row, desk.today) for row in listed.iter_rows(named=True)])


def _existing(row: dict[str, object], today: date) -> ExistingClaim:
    """The list dates a decision or the submission; where it dates neither, the state is known as of today."""
    submitted = row["submitted_on"]
    since = row["decided_on"] or submitted or today
    return ExistingClaim(
        claim_number=str(row["claim_number"]),
        tenant_id=str(row["tenant_id"]),
        workloads=tuple(str(row["workloads"]).split(",")),
        state=State(str(row["state"])),
        since_on=since if isinstance(since, date) else today,
        location_id=str(row["location_id"] or ""),
        claim_name=str(row["claim_name"] or ""),
        domain=str(row["domain"] or ""),
        submitted_on=submitted if isinstance(submitted, date) else None,
    )
