"""Whose personal data is kept, and how is it erased on request?

Contacts are the only personal data of customers in the registry. Erasing one rewrites the file, because a database
only marks old bytes as free, and drops every read copy that still holds them.
"""

import uuid
from collections.abc import Mapping
from typing import Any

import duckdb

from data_access.registry.audit import record
from data_access.registry.copies import forget_copies
from data_access.registry.desk import Desk
from data_access.registry.files import before_restore, locked
from data_access.registry.rewriting import rewrite
from data_access.registry.rows import one_row, rows
from data_access.registry.writer import write
from domain.errors import UnknownName

CONTACT_KINDS = ("customer", "partner")
_FIELDS = ("name", "title", "email")


def contacts_of(connection: duckdb.DuckDBPyConnection, form_id: str) -> dict[str, dict[str, str]]:
    """A form's contacts: {"customer_contact": {"name": …, "title": …, "email": …}, "partner_contact": …}."""
    found = rows(connection, "select * from contacts where form_id = $form_id", {"form_id": form_id})
    return {f"{row['kind']}_contact": {name: row[name] or "" for name in _FIELDS} for row in found}


def save_contacts(
    connection: duckdb.DuckDBPyConnection, desk: Desk, form_id: str, contacts: Mapping[str, Any]
) -> list[str]:
    """Keep the contacts given (kind -> fields), inside the caller's transaction; the kinds that changed."""
    changed = []
    for kind, given in contacts.items():
        if not isinstance(given, Mapping):
            continue
        fields = {name: str(given.get(name) or "")[:400] for name in _FIELDS}
        known = contacts_of(connection, form_id).get(f"{kind}_contact")
        if known == fields or (known is None and not any(fields.values())):
            continue
        changed.append(kind)
        connection.execute(
            "insert into contacts values ($contact_id, $form_id, $kind, $name, $title, $email, $at, null, null)"
            " on conflict (form_id, kind) do update set name = excluded.name, title = excluded.title,"
            " email = excluded.email, recorded_at = excluded.recorded_at, erased_at = null, erased_by = null",
            {
                "contact_id": uuid.uuid4().hex,
                "form_id": form_id,
                "kind": kind,
                "at": desk.clock(),
                "name": fields["name"],
                "title": fields["title"],
                "email": fields["email"],
            },
        )
    return changed


def erase_contact(desk: Desk, form_id: str, kind: str) -> None:
    """Remove a person from a form or claim for good; who erased it and when stays.

    Quotes of signature lines in the form's POE checks go too, since they may name the signer. Documents are separate.
    """

    def erase(connection: duckdb.DuckDBPyConnection) -> None:
        desk.check_is_admin("erase a contact")
        key = {"form_id": form_id, "kind": kind}
        found = one_row(connection, "select contact_id from contacts where form_id = $form_id and kind = $kind", key)
        if found is None:
            raise UnknownName("There is no such contact to erase.")
        connection.execute(
            "update contacts set name = null, title = null, email = null, erased_at = $at, erased_by = $who"
            " where form_id = $form_id and kind = $kind",
            {**key, "at": desk.clock(), "who": desk.viewer.user},
        )
        connection.execute("update poe_checks set findings = '[]' where form_id = $form_id", {"form_id": form_id})
        record(connection, desk, "erased", f"{kind} contact", found["contact_id"])

    write(desk.workspace, erase)
    with locked(desk.workspace, 60.0):
        rewrite(desk.workspace)
        forget_copies(desk.workspace, keep=1)
        before_restore(desk.workspace).unlink(missing_ok=True)
