"""How do a JSON document or a wide customer-side report become a plain table of text?"""

import csv
import json
from dataclasses import replace
from pathlib import Path

import polars as pl

from data_access.importing.layout import Layout
from data_access.importing.opening import TextTable
from domain.errors import BadInput


def as_text_table(table: TextTable, work: Path, layout: Layout | None = None) -> TextTable:
    """A JSON `value` list as a table, or a report passed through its layout's `reshape`."""
    if layout is None or layout.reshape is None:
        frame = _from_json(table)
    else:
        frame = layout.reshape(_rows(table))
    target = work / f"{table.file.name}.reshaped"
    frame.write_csv(target)
    return replace(
        table, file=target, delimiter=",", header=tuple(frame.columns), header_line=1, is_json=False
    )


def _rows(table: TextTable) -> pl.DataFrame:
    with table.file.open(encoding="utf-8-sig", newline="") as handle:
        rows = [row for row in csv.reader(handle, delimiter=table.delimiter) if row][1:]
    width = len(table.header)
    return pl.DataFrame(
        [(row + [""] * width)[:width] for row in rows], schema=dict.fromkeys(table.header, pl.String), orient="row"
    )


def _from_json(table: TextTable) -> pl.DataFrame:
    """Graph's `subscribedSkus`: one row a SKU x service plan."""
    try:
        document = json.loads(table.file.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, RecursionError) as broken:
        raise BadInput(f"{table.name} is not valid JSON; export it again.") from broken
    skus = document.get("value") if isinstance(document, dict) else document
    if not isinstance(skus, list) or not all(isinstance(sku, dict) and "skuPartNumber" in sku for sku in skus):
        raise BadInput(f"{table.name} is JSON, but not a subscribedSkus answer of Microsoft Graph.")
    rows = [
        {
            "skuPartNumber": str(sku.get("skuPartNumber", "")),
            "skuId": str(sku.get("skuId", "")).lower(),
            "capabilityStatus": str(sku.get("capabilityStatus", "")),
            "prepaidUnitsEnabled": str((sku.get("prepaidUnits") or {}).get("enabled", "")),
            "servicePlanName": str(plan.get("servicePlanName", "")),
        }
        for sku in skus
        for plan in (sku.get("servicePlans") or [{}])
        if isinstance(plan, dict)
    ]
    return pl.DataFrame(rows)
