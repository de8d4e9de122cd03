"""What might the customer-claims export hold? No header is documented: this one is for the column mapper."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl

from sample_data.book import Book
from sample_data.claims import WAVES, claim_id
from sample_data.files.headers import header
from sample_data.vocabulary import vocabulary
from sample_data.workloads import behaviours

FILE_NAME = "customer_claims.csv"
HEADER = header("claims_list")

_PIPELINE_SHARE = 0.16
_FIRST_PIPELINE_ID = 3_100_000
_ANSWER = ("Partner action required", 2, 24, "A claimed workload is missing from the proof of execution")
_DRAFT = ("Draft", 1, 45, "")
_REVIEW = ("Under review", 2, 27, "")
_PIPELINE: tuple[tuple[str, int, int, str], ...] = (
    # State, days since it was reached (from, to), comment; customers take them in turn.
    _DRAFT,
    _REVIEW,
    ("Submitted", 1, 9, ""),
    _ANSWER,
    ("Rejected", 3, 50, "No signature of the customer"),
    _DRAFT,
    ("Dispute", 1, 10, "New proof of execution added"),
    _REVIEW,
    _DRAFT,
    ("Rejected final", 20, 200, "Proof of execution insufficient"),
    _REVIEW,
    _ANSWER,
)


def _row(book: Book, at: int, **fields: Any) -> dict[str, Any]:
    chunk = book.companies
    people = vocabulary().people
    index = chunk.first_index + at
    given, family = people["given"][index * 11 % 26], people["family"][index * 3 % 25]
    return {
        "Solution area": "Modern Work and Security",
        "Partner role": "Use or consume",
        "Customer name": chunk.names[at],
        "Customer tenant ID": chunk.tenant_ids[at],
        "Customer domain": chunk.domains[at],
        "Partner ID": chunk.locations[at].partner_id,
        "Partner location": chunk.locations[at].country,
        "Customer contact": f"{given} {family}",
        "Customer contact e-mail": f"{given}.{family}@{chunk.domains[at]}".lower(),
        **fields,
    }


def _dates(reached: date, waits: list[int], *, is_draft: bool = False) -> dict[str, date | None]:
    submitted = reached - timedelta(days=waits[0])
    return {
        "Created on": (reached if is_draft else submitted) - timedelta(days=waits[1]),
        "Submitted on": None if is_draft else submitted,
        "Status changed on": reached,
        "POE signed on": None if is_draft else submitted - timedelta(days=waits[2]),
    }


def _waits(book: Book, purpose: int) -> list[list[int]]:
    draws = book.draws(purpose)
    count = book.companies.size * WAVES
    columns = [draws.whole(5, 26, count), draws.whole(0, 12, count), draws.whole(2, 210, count)]
    waits: list[list[int]] = np.stack(columns, axis=1).tolist()
    return waits


def _names(book: Book, at: int, workloads: list[int]) -> str:
    return "; ".join((behaviours()[workload].cpor_names or ("", ""))[1] for workload in workloads)


def _approved(book: Book) -> list[dict[str, Any]]:
    rows = []
    waits = _waits(book, 80)
    for at in range(book.companies.size):
        for wave in range(WAVES):
            workloads = np.flatnonzero(book.claims.wave[at] == wave).tolist()
            if workloads:
                month = book.timeline.month_at(int(book.claims.approved[at, wave]))
                approved = month.replace(day=int(book.claims.day[at, wave]))
                fields = {
                    "Claim ID": claim_id(book.companies.first_index + at, wave),
                    "Claim name": f"{book.companies.names[at]} - wave {wave + 1}",
                    "Status": "Approved",
                    "Workloads": _names(book, at, workloads),
                    "Approved on": approved,
                    "Opt out of incentive payment": "Yes" if waits[at * WAVES + wave][2] % 40 == 0 else "No",
                }
                rows.append(_row(book, at, **fields, **_dates(approved, waits[at * WAVES + wave])))
    return rows


def _pipeline(book: Book) -> list[dict[str, Any]]:
    draws = book.draws(81)
    chosen = draws.chance(_PIPELINE_SHARE, book.companies.size)
    ages = draws.between(0, 1, book.companies.size)
    waits = _waits(book, 82)
    has_name = np.array([row.cpor_names is not None for row in behaviours()])
    first = book.companies.first_index
    rows: list[dict[str, Any]] = []
    for at in np.flatnonzero(chosen).tolist():
        is_open = has_name & ~book.claims.is_claimed[at] & (book.licences.paid[at, :, -1] > 0)
        workloads = np.flatnonzero(is_open).tolist()[:3]
        if not workloads:
            continue
        state, soonest, latest, comment = _PIPELINE[len(rows) % len(_PIPELINE)]
        reached = book.timeline.today - timedelta(days=int(soonest + ages[at] * (latest - soonest)))
        fields = {
            "Claim ID": None if state == "Draft" else str(_FIRST_PIPELINE_ID + first + at),
            "Claim name": f"{book.companies.names[at]} - next step",
            "Status": state,
            "Workloads": _names(book, at, workloads),
            "Opt out of incentive payment": "No",
            "Comments": comment or None,
        }
        wait = [0, *waits[at][1:]] if state == "Submitted" else waits[at]
        rows.append(_row(book, at, **fields, **_dates(reached, wait, is_draft=state == "Draft")))
    return rows


def rows(book: Book) -> pl.DataFrame:
    """One row per claim, approved ones first; several workloads are joined by semicolons."""
    everything = _approved(book) + _pipeline(book)
    return pl.DataFrame(everything, schema_overrides={"Claim ID": pl.String}, infer_schema_length=None)
