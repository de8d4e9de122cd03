"""What did the check find in a claim's document, and where does a person know better?"""

import json
from datetime import date

import duckdb

from data_access.documents import DocumentStore
from data_access.poe_text import pages_of
from data_access.registry.attachments import check_takes_documents
from data_access.registry.audit import record
from data_access.registry.copies import read
from data_access.registry.desk import Desk
from data_access.registry.proof_facts import claim_facts
from data_access.registry.rows import Row, one_row, rows
from data_access.registry.writer import write
from domain.errors import BadInput, UnknownName
from domain.proof import Checklist, Finding, Item, Override, Verdict, check


def check_document(
    desk: Desk,
    form_id: str,
    sha256: str,
    *,
    submission_on: date,
    store: DocumentStore,
    needs_disclosure: bool = False,
    customer_name: str | None = None,
) -> Checklist:
    """Read an attached document, check it against the form or claim, and keep what was found.

    `customer_name` overrides the name the customers table has.
    """
    facts, kind = read(
        desk.workspace,
        lambda connection: (
            claim_facts(connection, desk, form_id, submission_on, needs_disclosure, customer_name),
            _attached_kind(connection, form_id, sha256),
        ),
    )
    found = check(pages_of(store.read(sha256), kind, store.settings), facts)

    def keep(connection: duckdb.DuckDBPyConnection) -> Checklist:
        check_takes_documents(connection, desk, form_id)
        judged = found.with_overrides(overrides_of(connection, form_id, sha256))
        connection.execute(
            "insert into poe_checks values ($form_id,"
            " (select coalesce(max(number), 0) + 1 from poe_checks where form_id = $form_id), $sha256, $submission_on,"
            " $can_be_read, $open_count, $acknowledged_on, $findings, $who, $at)",
            {
                "form_id": form_id,
                "sha256": sha256,
                "submission_on": submission_on,
                "can_be_read": found.can_be_read,
                "open_count": len(judged.open_findings),
                "acknowledged_on": found.acknowledged_on,
                "findings": _as_json(found),
                "who": desk.viewer.user,
                "at": desk.clock(),
            },
        )
        connection.execute(
            "update claims set poe_sha256 = $sha256, poe_acknowledged_on = $day where form_id = $form_id",
            {"sha256": sha256, "day": found.acknowledged_on, "form_id": form_id},
        )
        return judged

    return write(desk.workspace, keep)


def last_checklist(desk: Desk, form_id: str, sha256: str) -> Checklist | None:
    """The latest check of a document for a form, with its overrides; None when it was never checked."""

    def latest(connection: duckdb.DuckDBPyConnection) -> Checklist | None:
        row = one_row(
            connection,
            "select * from poe_checks where form_id = $form_id and sha256 = $sha256 order by number desc limit 1",
            {"form_id": form_id, "sha256": sha256},
        )
        if row is None:
            return None
        findings = tuple(_finding(each) for each in json.loads(row["findings"]))
        return Checklist(findings, row["can_be_read"], overrides_of(connection, form_id, sha256))

    return read(desk.workspace, latest)


def override(desk: Desk, form_id: str, sha256: str, key: str, verdict: Verdict, reason: str) -> None:
    """Set one line of the checklist by hand (`Finding.key`); the reason is kept, and so is what the check said."""
    if not reason.strip():
        raise BadInput("Give a reason: it is kept with the checklist.")

    def keep(connection: duckdb.DuckDBPyConnection) -> None:
        check_takes_documents(connection, desk, form_id)
        connection.execute(
            "insert into overrides values ($form_id, $sha256, $item, (select coalesce(max(number), 0) + 1"
            " from overrides where form_id = $form_id and sha256 = $sha256 and item = $item),"
            " $verdict, $reason, $who, $at)",
            {
                "form_id": form_id,
                "sha256": sha256,
                "item": key,
                "verdict": str(verdict),
                "reason": reason.strip(),
                "who": desk.viewer.user,
                "at": desk.clock(),
            },
        )
        record(connection, desk, "overrode", "checklist", form_id, after={"item": key, "verdict": str(verdict)})

    write(desk.workspace, keep)


def overrides_of(connection: duckdb.DuckDBPyConnection, form_id: str, sha256: str) -> tuple[Override, ...]:
    """Every override of a document for a form, oldest first."""
    found = rows(
        connection,
        "select * from overrides where form_id = $form_id and sha256 = $sha256 order by overridden_at, number",
        {"form_id": form_id, "sha256": sha256},
    )
    return tuple(Override(row["item"], Verdict(row["verdict"]), row["reason"], row["overridden_by"]) for row in found)


def _attached_kind(connection: duckdb.DuckDBPyConnection, form_id: str, sha256: str) -> str:
    row = one_row(
        connection,
        "select d.media_type from claim_documents as c join documents as d on c.sha256 = d.sha256"
        " where c.form_id = $form_id and c.sha256 = $sha256 and c.removed_at is null",
        {"form_id": form_id, "sha256": sha256},
    )
    if row is None:
        raise UnknownName("This document is not attached to the form.")
    return str(row["media_type"])


def _as_json(found: Checklist) -> str:
    return json.dumps(
        [
            {
                "item": str(each.item),
                "verdict": str(each.verdict),
                "why": each.why,
                "quote": each.quote,
                "page": each.page,
                "workload": each.workload,
                "day": each.day.isoformat() if each.day else None,
            }
            for each in found.findings
        ]
    )


def _finding(stored: Row) -> Finding:
    return Finding(
        Item(stored["item"]),
        Verdict(stored["verdict"]),
        stored["why"],
        stored["quote"],
        stored["page"],
        stored["workload"],
        date.fromisoformat(stored["day"]) if stored["day"] else None,
    )
