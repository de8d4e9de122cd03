"""What does Graph's subscribedSkus answer hold? Licences of one tenant, trials among them."""

import json
from typing import Any

import numpy as np

from sample_data.book import Book
from sample_data.skus import Sku, skus

TENANTS = 3
"""For so many customers of the first chunk the answer is shipped."""


def _entry(tenant: str, sku: Sku, seats: int) -> dict[str, Any]:
    return {
        "accountId": tenant,
        "appliesTo": "User",
        "capabilityStatus": "Enabled",
        "consumedUnits": seats * 9 // 10,
        "id": f"{tenant}_{sku.id}",
        "prepaidUnits": {"enabled": seats, "lockedOut": 0, "suspended": 0, "warning": 0},
        "servicePlans": [
            {
                "servicePlanId": plan.id,
                "servicePlanName": plan.name,
                "provisioningStatus": "Success",
                "appliesTo": "Company" if plan.name == "EXCHANGE_S_FOUNDATION" else "User",
            }
            for plan in sku.plans
        ],
        "skuId": sku.id,
        "skuPartNumber": sku.string_id,
    }


def answers(book: Book) -> dict[int, str]:
    """The JSON text by customer position: the customers with most products, smaller ones first on a tie."""
    seats = book.licences.seats[:, :, -1]
    richest = np.argsort(-(seats > 0).sum(axis=1), kind="stable")[:TENANTS]
    return {int(at): _answer(book.companies.tenant_ids[at], seats[at].tolist()) for at in richest}


def _answer(tenant: str, seats: list[int]) -> str:
    value = [_entry(tenant, sku, count) for sku, count in zip(skus(), seats, strict=True) if count > 0]
    body = {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#subscribedSkus", "value": value}
    return json.dumps(body, indent=2) + "\n"
