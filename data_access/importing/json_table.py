"""How does a `subscribedSkus` document of Microsoft Graph become a table of text? One row a SKU."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from data_access.importing.opening import TextTable
from data_access.importing.text_form import Lines
from domain.errors import BadInput

HEADER = ("skuPartNumber", "skuId", "capabilityStatus", "prepaidUnits.enabled", "servicePlans")

_LARGEST_MB = 32


def as_text_table(table: TextTable, work: Path) -> TextTable:
    """The document's SKUs; `BadInput` when it is no such document. Service plans are joined by plus signs."""
    skus = _skus(table)
    target = work / f"{table.file.name}.table"
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(_cells(sku) for sku in skus)
    entries = tuple(range(1, len(skus) + 1))
    return replace(
        table, file=target, header=HEADER, header_line=1, form=Lines(len(skus) + 1, False), is_json=False, lines=entries
    )


def _skus(table: TextTable) -> list[dict[str, Any]]:
    if table.file.stat().st_size > _LARGEST_MB << 20:
        raise BadInput(f"{table.name} is JSON of more than {_LARGEST_MB} MB; a subscribedSkus answer is much smaller.")
    try:
        document = json.loads(table.file.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise BadInput(f"{table.name} is not valid JSON; export it again.") from broken
    skus = document.get("value") if isinstance(document, dict) else document
    if not isinstance(skus, list) or not all(isinstance(sku, dict) and "skuPartNumber" in sku for sku in skus):
        raise BadInput(f"{table.name} is JSON, but not a subscribedSkus answer of Microsoft Graph.")
    return skus


def _cells(sku: dict[str, Any]) -> list[str]:
    units = sku.get("prepaidUnits")
    enabled = units.get("enabled") if isinstance(units, dict) else None
    names = (sku.get("skuPartNumber"), sku.get("skuId"), sku.get("capabilityStatus"), enabled)
    return [*map(_line, names), "+".join(_plans(sku.get("servicePlans")))]


def _plans(plans: Any) -> Iterator[str]:
    for plan in plans if isinstance(plans, list) else []:
        name = plan.get("servicePlanName") if isinstance(plan, dict) else None
        if isinstance(name, str):
            yield _line(name)


def _line(value: Any) -> str:
    return "" if value is None else " ".join(str(value).replace("\0", " ").split())
