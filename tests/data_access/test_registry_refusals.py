"""Is every write refused to whoever may not make it, with a sentence, and with nothing left behind?"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data_access.documents import DocumentStore
from data_access.organisation import remove_location, save_legal_names, save_location, tick_requirement
from data_access.registry import Desk
from data_access.registry.amendments import amend, complete_draft
from data_access.registry.attachments import attach_document, detach_document
from data_access.registry.contacts import erase_contact
from data_access.registry.drafts import discard_draft, draft_of, save_draft, start_drafts
from data_access.registry.entries import note_rival, write_note
from data_access.registry.existing import ExistingClaim, bring_in
from data_access.registry.filing import file_claim
from data_access.registry.life import record_step
from data_access.registry.proofs import check_document, override
from domain.claim_states import State, Trigger
from domain.claim_steps import Step
from domain.errors import NotAllowed
from domain.organisation import REQUIREMENTS, Location
from domain.proof import Verdict
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import TENANT, TODAY, desk_of, filled, prepared
from tests.poe_documents.blocks import PIXEL

CLAIM, FILED, OPEN = "CLM-000001", "form-1", "form-2"
VIENNA = Location(location_id="4712", name="Wien", country="AT", currency="EUR")
LISTED = ExistingClaim("7001", TENANT, ("TEAMS",), State.APPROVED, date(2026, 7, 15), "4711")

WRITES: dict[str, Callable[[Desk, DocumentStore, str], object]] = {
    "save a form": lambda desk, _, __: save_draft(desk, OPEN, filled()),
    "read a form": lambda desk, _, __: draft_of(desk, OPEN),
    "start many": lambda desk, _, __: start_drafts(desk, [(TENANT, ["TEAMS"])], {}),
    "discard": lambda desk, _, __: discard_draft(desk, OPEN),
    "file": lambda desk, _, __: file_claim(desk, OPEN),
    "attach": lambda desk, store, _: attach_document(desk, FILED, "x.png", PIXEL, store),
    "detach": lambda desk, _, sha256: detach_document(desk, FILED, sha256),
    "check": lambda desk, store, sha256: check_document(desk, FILED, sha256, submission_on=TODAY, store=store),
    "judge": lambda desk, _, sha256: override(desk, FILED, sha256, "partner name", Verdict.FOUND, "Seen."),
    "complete": lambda desk, _, __: complete_draft(desk, CLAIM, comments="", is_acknowledged=True),
    "amend": lambda desk, _, __: amend(desk, CLAIM, {"claim_name": "Mine"}),
    "record": lambda desk, _, __: record_step(desk, CLAIM, Step(Trigger.SUBMIT, TODAY, claim_number="1")),
    "note": lambda desk, _, __: write_note(desk, TENANT, "Called."),
    "rival": lambda desk, _, __: note_rival(desk, TENANT, "EXO", "Rival"),
}
FOR_ADMINS: dict[str, Callable[[Desk], object]] = {
    "erase": lambda desk: erase_contact(desk, FILED, "customer"),
    "bring in": lambda desk: bring_in(desk, [LISTED]),
    "legal names": lambda desk: save_legal_names(desk, ["Other Ltd"]),
    "location": lambda desk: save_location(desk, VIENNA),
    "remove a location": lambda desk: remove_location(desk, "4711"),
    "requirement": lambda desk: tick_requirement(desk, "4711", REQUIREMENTS[0].key, is_met=True),
}
STRANGERS = [
    (Viewer("eve", Role.EXECUTIVE), "An executive's view is for reading"),
    (Viewer("ben", Role.ACCOUNT_MANAGER), "belongs to another account manager"),
    (Viewer("lea", Role.SALES_LEAD, "south"), "belongs to another team"),
]
NAMES = [viewer.role.value for viewer, _ in STRANGERS]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A filed claim with a document, and a form still open; and the document's SHA-256."""
    desk = prepared(tmp_path_factory.mktemp("book"))
    save_draft(desk, FILED, filled())
    file_claim(desk, FILED)
    attached = attach_document(desk, FILED, "poe.png", PIXEL, DocumentStore.of(desk.workspace))
    save_draft(desk, OPEN, filled(workloads=["SPO"]))
    return desk.workspace.root, attached.document.sha256


@pytest.mark.parametrize(("viewer", "sentence"), STRANGERS, ids=NAMES)
@pytest.mark.parametrize("write", WRITES)
def test_a_strangers_write_is_refused(book: tuple[Path, str], write: str, viewer: Viewer, sentence: str) -> None:
    root, sha256 = book
    desk = desk_of(root, viewer)
    before = desk.workspace.registry_file.stat().st_mtime_ns
    with pytest.raises(NotAllowed, match=sentence):
        WRITES[write](desk, DocumentStore.of(desk.workspace), sha256)
    assert desk.workspace.registry_file.stat().st_mtime_ns == before


@pytest.mark.parametrize("write", WRITES)
def test_the_owner_is_refused_none_of_them(book: tuple[Path, str], tmp_path: Path, write: str) -> None:
    root, sha256 = book
    shutil.copytree(root, tmp_path / "own")
    desk = desk_of(tmp_path / "own", Viewer("ana", Role.ACCOUNT_MANAGER))
    store = DocumentStore.of(desk.workspace)
    complete_draft(desk, CLAIM, comments="", is_acknowledged=True)
    WRITES[write](desk, store, sha256)


@pytest.mark.parametrize("viewer", [viewer for viewer, _ in STRANGERS], ids=NAMES)
@pytest.mark.parametrize("write", FOR_ADMINS)
def test_what_only_admins_do_is_refused_to_all_others(book: tuple[Path, str], write: str, viewer: Viewer) -> None:
    with pytest.raises(NotAllowed, match="Only an incentives admin may"):
        FOR_ADMINS[write](desk_of(book[0], viewer))
