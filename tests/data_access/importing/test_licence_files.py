"""Do licence files become paid seats per workload, trials left out, unknown where no file speaks?"""

import json
from datetime import date

import duckdb

from data_access.importing.plans import workloads_of_plan
from tests.data_access.importing.desk import CPOR, ONE, TWO, Desk, cpor, receipt, table, values

SUBSCRIPTIONS = (
    "SubscriptionId,SubscriptionState,Month,CustomerName,CustomerTenantId,RawProductName,ProductPartNumber,SKU,"
    "PricingLevel,PartnerAttributionType,IsDuplicateRowForPGA,AvailableSeatsEOP,AvailableSeats"
)
CUSTOMERS = (
    "CustomerName,CustomerTenantId,CustomerSegment,CustomerMarket,CustomerStatus,TenantDomainName,RawProductName,SKU,"
    "Month,PartnerAttributionType,IsDuplicateRowForPGA,AvailableSeats"
)
SKUS = "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names"
E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965"
SKU_LIST = table(
    SKUS,
    f"Microsoft 365 E3,SPE_E3,{E3.upper()},EXCHANGE_S_ENTERPRISE,x,Exchange Online (Plan 2)",
    f"Microsoft 365 E3,SPE_E3,{E3.upper()},EXCHANGE_S_FOUNDATION,x,Exchange Foundation",
    f"Microsoft 365 E3,SPE_E3\u00a0,{E3.upper()},INTUNE_A ,x,Intune",
    "Exchange Online (Plan 1),EXCHANGESTANDARD,4b9405b0-7788-4568-add1-99614e613b69,EXCHANGE_S_STANDARD,x,y",
)


def held(subscription: str, seats: int, **cells: str) -> str:
    usual = {
        "state": "Active",
        "month": "2026-09-01",
        "name": "Acme",
        "tenant": ONE,
        "raw": "Microsoft 365 E3",
        "part": "AAA-12345",
        "sku": "Microsoft 365 E3",
        "pricing": "Commercial",
        "attribution": "CSP",
        "copy": "0",
    }
    return ",".join((subscription, *(usual | cells).values(), str(seats), "-3"))


def sku(part: str, enabled: object, status: str = "Enabled", *plans: str, sku_id: str = "") -> dict[str, object]:
    return {
        "skuPartNumber": part,
        "skuId": sku_id or part.lower(),
        "capabilityStatus": status,
        "prepaidUnits": {"enabled": enabled, "suspended": 0, "warning": 0, "lockedOut": 0},
        "servicePlans": [{"servicePlanName": plan, "servicePlanId": "x"} for plan in plans],
    }


def available(desk: Desk) -> list[tuple[str, str, int, date]]:
    file = desk.workspace.snapshot_file()
    with duckdb.connect(str(file), read_only=True) as connection:
        rows: list[tuple[str, str, int, date]] = connection.table("available").order("tenant_id, workload").fetchall()
        return rows


def test_subscription_details_read_the_level_not_the_difference(desk: Desk) -> None:
    outcome = desk.look(
        table(
            SUBSCRIPTIONS,
            held("s1", 100),
            held("s1", 100, attribution="CPOR"),
            held("s1", 100, copy="1", part="ZZZ"),
            held("s2", 7, state="Churned"),
            held("s3", 25, pricing="Trial"),
            held("s4", 30, raw="Microsoft 365 E5 (free)", sku="x"),
        )
    )
    assert values(outcome, "subscription_id", "sku_name", "seats", "is_paid", fact="licence") == [
        ("s1", "Microsoft 365 E3", 100, True),
        ("s2", "Microsoft 365 E3", 0, True),
        ("s3", "Microsoft 365 E3", 25, False),
        ("s4", "Microsoft 365 E5 (free)", 30, False),
        ("s4", "x", 30, False),
    ]
    assert values(outcome, "tenant_id", "name", fact="customer") == [(ONE, "Acme")]


def test_subscription_details_without_the_level_are_not_taken_for_customers(desk: Desk) -> None:
    text = table(SUBSCRIPTIONS.replace("AvailableSeatsEOP,", ""), held("s1", 100).rpartition(",")[0])
    assert desk.look(text).sentence == (
        "export.csv looks like “Subscription details” but lacks the column AvailableSeatsEOP. Map its columns by hand."
    )


def test_customers_export_names_customers_and_their_seats(desk: Desk) -> None:
    row = f"Acme,{ONE},SMC,Ireland,Active,acme.example,Microsoft 365 E3,Microsoft 365 E3,20260901,CSP,0,40"
    outcome = desk.look(table(CUSTOMERS, row, row.replace("CSP,0", "CPOR,0")))
    assert values(outcome, "name", "domain", "segment", "country", fact="customer") == [
        ("Acme", "acme.example", "SMC", "Ireland")
    ]
    assert values(outcome, "sku_name", "seats", "is_paid", fact="licence") == [("Microsoft 365 E3", 40, True)]


def test_subscribed_skus_ask_for_the_customer(desk: Desk) -> None:
    text = json.dumps({"value": [sku("SPE_E3", 25)]})
    outcome = desk.look(text, "skus.json")
    assert not outcome.is_usable
    assert outcome.sentence == (
        "skus.json (“subscribedSkus (Microsoft Graph)”) does not say which customer it is from. Give the customer's "
        "tenant ID (--tenant GUID, or choose the customer on the imports page)."
    )


def test_subscribed_skus_count_enabled_units_of_paid_products(desk: Desk) -> None:
    text = json.dumps(
        {
            "value": [
                sku("SPE_E3", 25, "Enabled", "EXCHANGE_S_ENTERPRISE", "INTUNE_A"),
                sku("STANDARDPACK", 9, "Suspended"),
                sku("TEAMS_COMMERCIAL_TRIAL", 500),
                sku("FLOW_FREE", 10_000),
                sku("DEVELOPERPACK_E5", 25),
                sku("SPE_E5", -4),
            ]
        }
    )
    outcome = desk.look(text, "skus.json", tenant=ONE, as_of=date(2026, 11, 2))
    assert values(outcome, "tenant_id", "month", "sku_name", "seats", "is_paid", fact="licence") == [
        (ONE, date(2026, 11, 1), "DEVELOPERPACK_E5", 25, False),
        (ONE, date(2026, 11, 1), "FLOW_FREE", 10_000, False),
        (ONE, date(2026, 11, 1), "SPE_E3", 25, True),
        (ONE, date(2026, 11, 1), "STANDARDPACK", 0, True),
        (ONE, date(2026, 11, 1), "TEAMS_COMMERCIAL_TRIAL", 500, False),
    ]
    assert values(outcome, "sku_part_number", "plan_name", fact="sku_plan") == [
        ("SPE_E3", "EXCHANGE_S_ENTERPRISE"),
        ("SPE_E3", "INTUNE_A"),
    ]
    assert outcome.refused().drop("file").rows() == [
        (6, "prepaidUnits.enabled", "-4", "expected zero or more; users cannot be negative")
    ]
    assert receipt(outcome)["as_of_basis"] == "given"


def test_the_sku_list_in_its_three_encodings(desk: Desk) -> None:
    dashed = SKU_LIST.replace("Exchange Online (Plan 2)", "Exchange Online \u2013 Plan 2")
    forms = {
        "2022.csv": dashed.replace("String_Id", "String_ Id").encode("cp1252"),
        "2023.csv": dashed.replace("\n", "\r\n").encode("cp1252"),
        "2026.csv": b"\xef\xbb\xbf" + dashed.replace("\n", "\r\n").encode(),
    }
    found = [
        values(desk.look(content, name), "sku_name", "sku_part_number", "sku_id", "plan_name", fact="sku_plan")
        for name, content in forms.items()
    ]
    assert found[0] == found[1] == found[2]
    assert ("Microsoft 365 E3", "SPE_E3", E3, "INTUNE_A") in found[0]


def test_seats_become_available_workloads(desk: Desk) -> None:
    """100 + 20 Exchange seats, 100 Intune; the second tenant has usage but no licence file: no rows, unknown."""
    desk.take(
        desk.file(table(CPOR, cpor(), cpor(tenant=TWO)), "usage.csv"),
        desk.file(SKU_LIST, "skus.csv"),
        desk.file(
            table(
                SUBSCRIPTIONS,
                held("s1", 90, month="2026-08-01"),
                held("s1", 100),
                held("s2", 20, raw="Exchange Online (Plan 1)", sku="Exchange Online (Plan 1)"),
                held("s3", 50, pricing="Trial"),
            ),
            "subscriptions.csv",
        ),
    )
    assert available(desk) == [(ONE, "EXO", 120, date(2026, 9, 1)), (ONE, "INTUNE", 100, date(2026, 9, 1))]


def test_the_newer_licence_file_counts_and_the_tenants_own_list_on_a_tie(desk: Desk) -> None:
    skus = desk.file(json.dumps({"value": [sku("SPE_E3", 25, "Enabled", "EXCHANGE_S_ENTERPRISE")]}), "skus.json")
    details = desk.file(table(SUBSCRIPTIONS, held("s1", 100)), "subscriptions.csv")
    desk.take(desk.file(SKU_LIST, "skus.csv"))
    desk.take(details, as_of=date(2026, 11, 1))
    desk.take(skus, tenant=ONE, as_of=date(2026, 11, 1))
    assert [row[1:3] for row in available(desk)] == [("EXO", 25), ("INTUNE", 25)]
    desk.take(desk.file(table(SUBSCRIPTIONS, held("s1", 101)), "later.csv"), as_of=date(2026, 11, 2))
    assert [row[1:3] for row in available(desk)] == [("EXO", 101), ("INTUNE", 101)]


def test_plans_that_come_with_every_bundle_give_no_workload() -> None:
    nothing = ("EXCHANGE_S_FOUNDATION", "SHAREPOINTWAC", "MCOEV_VIRTUALUSER", "WHITEBOARD_PLAN2", "TEAMS_FREE")
    assert [workloads_of_plan(plan) for plan in nothing] == [()] * len(nothing)
    assert workloads_of_plan("teams1 ") == ("TEAMS", "TEAMS_MEETINGS", "TEAMS_PLATFORM")
    assert workloads_of_plan("AAD_PREMIUM") == workloads_of_plan("AAD_PREMIUM_P2") == ("AADP",)
