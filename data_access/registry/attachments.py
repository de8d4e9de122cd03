"""Which documents are attached to a form or its claim, and are they used for another one too?"""

from dataclasses import dataclass

import duckdb

from data_access.documents import DocumentStore, StoredDocument
from data_access.registry.audit import record
from data_access.registry.copies import read
from data_access.registry.desk import Desk
from data_access.registry.drafts import draft_row
from data_access.registry.rows import one_row, rows
from data_access.registry.writer import write
from domain.claim_states import State
from domain.errors import BadInput


@dataclass(frozen=True, slots=True)
class Attached:
    """A document attached to a form. `also_used_for` names other claims or forms with the same bytes."""

    document: StoredDocument
    file_name: str
    also_used_for: tuple[str, ...]


def attach_document(desk: Desk, form_id: str, file_name: str, content: bytes, store: DocumentStore) -> Attached:
    """Keep an uploaded file and attach it to a form or its claim.

    `BadInput` when the file is refused, the claim has its most documents, or may not be edited in its state.
    """

    def may_attach(connection: duckdb.DuckDBPyConnection) -> None:
        check_takes_documents(connection, desk, form_id)
        _check_count(connection, form_id, store.settings.per_claim)

    read(desk.workspace, may_attach)
    document = store.take(content)
    shown = file_name.replace("\\", "/").rsplit("/", 1)[-1].strip()[:200] or "document"

    def attach(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
        check_takes_documents(connection, desk, form_id)
        values = {"sha256": document.sha256, "form_id": form_id, "who": desk.viewer.user, "at": desk.clock()}
        known = one_row(
            connection,
            "select removed_at from claim_documents where form_id = $f and sha256 = $s",
            {"f": form_id, "s": document.sha256},
        )
        if known is None or known["removed_at"] is not None:
            _check_count(connection, form_id, store.settings.per_claim)
        connection.execute(
            "insert into documents values ($sha256, $media_type, $size_bytes, null, $who, $at) on conflict do nothing",
            {
                "media_type": document.kind,
                "size_bytes": document.size_bytes,
                "sha256": document.sha256,
                "who": values["who"],
                "at": values["at"],
            },
        )
        connection.execute(
            "insert into claim_documents values ($form_id, $sha256, $file_name, $who, $at, null)"
            " on conflict (form_id, sha256) do update set removed_at = null, file_name = excluded.file_name",
            {**values, "file_name": shown},
        )
        connection.execute(
            "update claims set poe_sha256 = $sha256, poe_acknowledged_on = null where form_id = $form_id",
            {"sha256": document.sha256, "form_id": form_id},
        )
        record(connection, desk, "attached", "document", document.sha256, after={"form_id": form_id})
        return _also_used(connection, form_id, document.sha256)

    return Attached(document, shown, write(desk.workspace, attach))


def detach_document(desk: Desk, form_id: str, sha256: str) -> None:
    """Take a document off a form; its bytes stay, as other claims may use them."""

    def detach(connection: duckdb.DuckDBPyConnection) -> None:
        check_takes_documents(connection, desk, form_id)
        key = {"form_id": form_id, "sha256": sha256}
        connection.execute(
            "update claim_documents set removed_at = $at where form_id = $form_id and sha256 = $sha256",
            {**key, "at": desk.clock()},
        )
        connection.execute(
            "update claims set poe_sha256 = null, poe_acknowledged_on = null"
            " where form_id = $form_id and poe_sha256 = $sha256",
            key,
        )
        record(connection, desk, "detached", "document", sha256, after={"form_id": form_id})

    write(desk.workspace, detach)


def check_takes_documents(connection: duckdb.DuckDBPyConnection, desk: Desk, form_id: str) -> None:
    """`BadInput` or `NotAllowed` unless this viewer may give the form a document in its state."""
    draft = draft_row(connection, form_id)
    claim = one_row(connection, "select tenant_id, state from claims where form_id = $f", {"f": form_id})
    desk.check_may_write(claim["tenant_id"] if claim else draft["tenant_id"])
    # A rejection may be disputed with an updated document.
    if claim and not (State(claim["state"]).is_editable or claim["state"] == State.REJECTED):
        raise BadInput(f"A claim in state '{claim['state']}' takes no other document.")


def _check_count(connection: duckdb.DuckDBPyConnection, form_id: str, most: int) -> None:
    row = one_row(
        connection,
        "select count(*) as held from claim_documents where form_id = $f and removed_at is null",
        {"f": form_id},
    )
    if row and row["held"] >= most:
        raise BadInput(f"This claim has {most} documents, the most it can hold. Remove one first.")


def _also_used(connection: duckdb.DuckDBPyConnection, form_id: str, sha256: str) -> tuple[str, ...]:
    found = rows(
        connection,
        "select coalesce(c.claim_id, d.form_id) as used_for from claim_documents as d"
        " left join claims as c on c.form_id = d.form_id"
        " where d.sha256 = $sha256 and d.form_id <> $form_id and d.removed_at is null order by 1",
        {"sha256": sha256, "form_id": form_id},
    )
    return tuple(row["used_for"] for row in found)
