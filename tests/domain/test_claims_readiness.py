"""Does what is left before submitting read as words, and does only what blocks keep a claim from being ready?"""

from domain.claim_readiness import gaps, is_ready
from domain.proof import Checklist, Finding, Item, Verdict

LEFT = (
    Finding(Item.WORKLOAD, Verdict.NOT_FOUND, "Teams Phone is not named in the document.", workload="TEAMS_PHONE"),
    Finding(Item.TENANT, Verdict.UNSURE, "Confirm by eye."),
    Finding(Item.PARTNER, Verdict.FOUND, "'Wexmoor Cloud' is named."),
)


def test_open_points_are_named_in_words_and_only_warn() -> None:
    found = gaps(has_document=True, is_acknowledged=True, location_refusal=None, checklists=(Checklist(LEFT),))
    assert [gap.sentence for gap in found] == [
        "Workload Teams Phone: Teams Phone is not named in the document.",
        "Tenant ID: Confirm by eye.",
    ]
    assert is_ready(found)


def test_what_is_missing_altogether_blocks() -> None:
    found = gaps(has_document=False, is_acknowledged=False, location_refusal="Wien cannot file.", checklists=())
    assert [gap.sentence for gap in found] == [
        "Wien cannot file.",
        "Attach the signed proof of execution.",
        "Tick the acknowledgements.",
    ]
    assert not is_ready(found)
