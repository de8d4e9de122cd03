"""How does a recipe become a folder of export files?"""

import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from sample_data.book import Book, books
from sample_data.csv_file import CsvFile
from sample_data.files import (
    claims_list,
    cpor_usage,
    customers_and_tenants,
    earnings_default,
    earnings_growth,
    ems_usage,
    graph_reports,
    ineligible_usage,
    office_usage,
    own_customers,
    sku_list,
    subscribed_skus,
    subscription_details,
    teams_usage,
)
from sample_data.recipe import Recipe

Rows = Callable[[Book], pl.DataFrame]

TABLES: dict[str, tuple[str, tuple[str, ...], Rows]] = {
    "customers": (own_customers.FILE_NAME, own_customers.HEADER, own_customers.rows),
    "cpor": (cpor_usage.FILE_NAME, cpor_usage.HEADER, cpor_usage.rows),
    "office": (office_usage.FILE_NAME, office_usage.HEADER, office_usage.rows),
    "ems": (ems_usage.FILE_NAME, ems_usage.HEADER, ems_usage.rows),
    "teams": (teams_usage.FILE_NAME, teams_usage.HEADER, teams_usage.rows),
    "tenants": (customers_and_tenants.FILE_NAME, customers_and_tenants.HEADER, customers_and_tenants.rows),
    "subscriptions": (subscription_details.FILE_NAME, subscription_details.HEADER, subscription_details.rows),
    "earnings": (earnings_default.FILE_NAME, earnings_default.HEADER, earnings_default.rows),
    "growth": (earnings_growth.FILE_NAME, earnings_growth.HEADER, earnings_growth.rows),
    "ineligible": (ineligible_usage.FILE_NAME, ineligible_usage.HEADER, ineligible_usage.rows),
    "claims": (claims_list.FILE_NAME, claims_list.HEADER, claims_list.rows),
}
"""Files with one piece per chunk of customers, by the name `--only` knows them under."""

SINGLE = ("skus", "graph")
"""Further kinds: the product list, and reports of single tenants."""

MANIFEST = "manifest.json"


def write(recipe: Recipe, folder: Path, only: Iterable[str] = ()) -> list[Path]:
    """Write the files (all kinds, or those named) and a manifest; answers what was written, in order.

    The manifest says what no file says itself: the day of download, and whose the tenantless reports are.
    """
    wanted = set(only) or {*TABLES, *SINGLE}
    folder.mkdir(parents=True, exist_ok=True)
    entries: list[dict[str, Any]] = []
    tables = [table for kind, table in TABLES.items() if kind in wanted]
    with ExitStack() as stack:
        files = [stack.enter_context(CsvFile(folder / name, columns)) for name, columns, _ in tables]
        for book in books(recipe):
            for file, (_, _, rows) in zip(files, tables, strict=True):
                file.append(rows(book))
            if book.is_first:
                entries = _write_single(book, folder, wanted)
    as_of = recipe.timeline.as_of
    listed = [_entry(name, as_of) for name, *_ in tables] + entries
    manifest = {"today": recipe.timeline.today.isoformat(), "files": listed}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8", newline="\n")
    return [folder / entry["name"] for entry in listed] + [folder / MANIFEST]


def _entry(name: str, as_of: date, tenant: str | None = None) -> dict[str, Any]:
    return {"name": name, "as_of": as_of.isoformat(), "tenant": tenant}


def _write_single(book: Book, folder: Path, wanted: set[str]) -> list[dict[str, Any]]:
    entries = []
    as_of = book.timeline.as_of
    if "skus" in wanted:
        _write_one(folder / sku_list.FILE_NAME, sku_list.HEADER, sku_list.rows())
        entries.append(_entry(sku_list.FILE_NAME, as_of))
        for at, text in subscribed_skus.answers(book).items():
            name = f"subscribed_skus_{_slug(book, at)}.json"
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            entries.append(_entry(name, as_of, book.companies.tenant_ids[at]))
    if "graph" in wanted:
        at = graph_reports.customer(book)
        downloaded = graph_reports.refreshed_on(book) + timedelta(days=2)
        for name, columns, frame in (
            ("services_user_counts", graph_reports.SERVICES_HEADER, graph_reports.services_user_counts(book)),
            ("copilot_user_count_summary", graph_reports.COPILOT_HEADER, graph_reports.copilot_summary(book)),
        ):
            file_name = f"{name}_{_slug(book, at)}.csv"
            _write_one(folder / file_name, columns, frame)
            entries.append(_entry(file_name, downloaded, book.companies.tenant_ids[at]))
    return entries


def _write_one(path: Path, columns: tuple[str, ...], frame: pl.DataFrame) -> None:
    # These come from Microsoft with a byte-order mark and Windows line ends.
    with CsvFile(path, columns, bom=True, crlf=True) as file:
        file.append(frame)


def _slug(book: Book, at: int) -> str:
    return book.companies.domains[at].split(".")[0]
