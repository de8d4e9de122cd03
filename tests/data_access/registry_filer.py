"""A process that files claims until it is killed, saying each receipt as soon as it has it."""

import sys
import uuid
from pathlib import Path

from data_access.registry.drafts import new_form_id, save_draft
from data_access.registry.filing import file_claim
from tests.data_access.registry_desks import desk_of, filled


def file_for_ever(root: Path) -> None:
    desk = desk_of(root)
    while True:
        form_id = new_form_id()
        save_draft(desk, form_id, filled(tenant_id=str(uuid.uuid4()), domain=f"{form_id}.example"))
        receipt = file_claim(desk, form_id)
        sys.stdout.write(f"{receipt.receipt_id} {receipt.claim_id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    file_for_ever(Path(sys.argv[1]))
