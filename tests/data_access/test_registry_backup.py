"""Does a backup bring everything back, and does erasing a person leave none of their bytes?"""

import threading
import zipfile
from pathlib import Path

import pytest

from data_access.documents import DocumentStore
from data_access.registry import Desk, read
from data_access.registry.attachments import attach_document
from data_access.registry.backup import backup, restore
from data_access.registry.contacts import contacts_of, erase_contact
from data_access.registry.drafts import save_draft
from data_access.registry.filing import file_claim
from data_access.registry.rows import rows
from domain.errors import BadInput, NotAllowed
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import desk_of, filled, prepared
from tests.data_access.test_registry_life import PNG


def _claims(desk: Desk) -> list[str]:
    found = read(desk.workspace, lambda c: rows(c, "select claim_id from claims order by claim_id"))
    return [row["claim_id"] for row in found]


def test_a_backup_brings_registry_and_documents_back(tmp_path: Path) -> None:
    desk = prepared(tmp_path / "one")
    save_draft(desk, "form-1", filled())
    file_claim(desk, "form-1")
    attached = attach_document(desk, "form-1", "poe.png", PNG, DocumentStore.of(desk.workspace))
    assert backup(desk.workspace, tmp_path / "kept.zip") == 1

    elsewhere = desk_of(tmp_path / "two")
    assert restore(elsewhere.workspace, tmp_path / "kept.zip") == 1
    assert _claims(elsewhere) == ["CLM-000001"]
    assert DocumentStore.of(elsewhere.workspace).read(attached.document.sha256) == PNG


def test_a_restore_undoes_what_came_after(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    backup(desk.workspace, tmp_path / "kept.zip")
    save_draft(desk, "form-1", filled())
    file_claim(desk, "form-1")
    restore(desk.workspace, tmp_path / "kept.zip")
    assert _claims(desk) == []
    save_draft(desk, "form-1", filled())
    assert file_claim(desk, "form-1").claim_id == "CLM-000001"


def test_a_backup_taken_while_others_write_is_whole(tmp_path: Path) -> None:
    desk = prepared(tmp_path / "one")
    stop = threading.Event()

    def write_on() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            save_draft(desk, f"form-{number}", filled())

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        for number in range(3):
            backup(desk.workspace, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        writer.join()
    for number in range(3):
        elsewhere = desk_of(tmp_path / f"to-{number}")
        restore(elsewhere.workspace, tmp_path / f"{number}.zip")
        forms = read(elsewhere.workspace, lambda c: rows(c, "select form_id from claim_drafts"))
        contacts = read(elsewhere.workspace, lambda c: rows(c, "select distinct form_id from contacts"))
        assert {row["form_id"] for row in forms} == {row["form_id"] for row in contacts}


def test_a_file_that_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    (tmp_path / "not.zip").write_bytes(b"hello")
    with pytest.raises(BadInput, match="not a backup"):
        restore(desk.workspace, tmp_path / "not.zip")
    backup(desk.workspace, tmp_path / "kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as whole, zipfile.ZipFile(tmp_path / "hurt.zip", "w") as hurt:
        for name in whole.namelist():
            content = whole.read(name)
            hurt.writestr(name, content[:-1] + b"?" if name == "registry.duckdb" else content)
    with pytest.raises(BadInput, match="damaged"):
        restore(desk.workspace, tmp_path / "hurt.zip")
    save_draft(desk, "form-1", filled())
    assert file_claim(desk, "form-1").claim_id == "CLM-000001"


def test_an_erased_contact_is_gone_from_every_file(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    person = {"name": "Zebediah Quillfeather", "title": "Keeper", "email": "zq@contoso.com"}
    save_draft(desk, "form-1", filled(customer_contact=person))
    file_claim(desk, "form-1")
    assert any(b"Quillfeather" in file.read_bytes() for file in tmp_path.rglob("*.duckdb*"))

    erase_contact(desk, "form-1", "customer")
    left = [file.name for file in tmp_path.rglob("*") if file.is_file() and b"Quillfeather" in file.read_bytes()]
    assert left == []
    assert read(desk.workspace, lambda c: contacts_of(c, "form-1"))["customer_contact"]["name"] == ""
    said = read(desk.workspace, lambda c: rows(c, "select who, action, entity from audit order by number"))
    assert said[-1] == {"who": "ida", "action": "erased", "entity": "customer contact"}
    assert _claims(desk) == ["CLM-000001"]
    save_draft(desk, "form-2", filled())
    with pytest.raises(Exception, match="CLM-000001"):
        file_claim(desk, "form-2")


def test_only_an_admin_erases(tmp_path: Path) -> None:
    save_draft(prepared(tmp_path), "form-1", filled())
    with pytest.raises(NotAllowed, match="Only an incentives admin may erase a contact"):
        erase_contact(desk_of(tmp_path, Viewer("ana", Role.ACCOUNT_MANAGER)), "form-1", "customer")
