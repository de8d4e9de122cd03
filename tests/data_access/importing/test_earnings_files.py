"""Do earnings and refusals arrive once each, with what Microsoft said of them?"""

from datetime import date
from decimal import Decimal

import duckdb

from tests.data_access.importing.desk import CPOR, ONE, Desk, cpor, receipt, refusals, table, values

DEFAULT = (
    "earningId,claimId,customerTenantId,customerName,workload,programName,engagementName,lever,earningType,"
    "participantId,transactionDate,earningDate,calculationDate,quantity,quantityType,quantityAlt,quantityAltType,"
    "baseline,baselineType,compensableUnits,earningRate,earningAmount,transactionCurrency,earningAmountUSD,"
    "paymentStatus,estimatedPaymentMonth,paymentId,reasonCode,milestone"
)
GROWTH = (
    "customerId,customerName,earningAmount,earningAmountUSD,earningDate,earningId,earningRate,earningType,"
    "engagementName,estimatedPaymentMonth,lever,participantId,paymentStatus,programName,transactionCurrency,"
    "transactionMonth"
)
INELIGIBLE = (
    "customerId,customerIdType,customerName,engagementName,reason,transactionAmountUSD,transactionDate,unearnedId,"
    "quantity,quantityType,quantityAlt,quantityAltType,workload"
)


def earned(earning: str, **cells: str) -> str:
    usual = {
        "claim": "C1",
        "tenant": ONE,
        "name": "Acme",
        "workload": "spo",
        "program": "MCI",
        "engagement": "Usage",
        "lever": "Growth",
        "type": "REBATE",
        "participant": "4810011",
        "transacted": "2026-09-01T00:00:00.000Z",
        "earned": "2026-09-30T00:00:00.000Z",
        "calculated": "2026-10-12T01:13:56.000Z",
        "quantity": "120",
        "quantity_type": "MAU",
        "alt": "200",
        "alt_type": "PAU",
        "baseline": "100",
        "baseline_type": "HWM",
        "units": "100",
        "rate": "5%",
        "amount": '"1,250.505"',
        "currency": "EUR",
        "usd": "$1356.80",
        "status": "Unprocessed",
        "payment_month": "2027-01-01",
        "payment": "0",
        "reason": "",
        "milestone": "",
    }
    return ",".join((earning, *(usual | cells).values()))


def rows(desk: Desk, name: str, *columns: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(desk.workspace.snapshot_file()), read_only=True) as connection:
        found: list[tuple[object, ...]] = (
            connection.table(name).select(*map(duckdb.ColumnExpression, columns)).order(columns[0]).fetchall()
        )
        return found


def test_an_earning_is_read_with_its_form(desk: Desk) -> None:
    outcome = desk.look(table(DEFAULT, earned("e1"), earned("e2", tenant="", name="", usd="($10.00)", amount="-10")))
    columns = ("earning_id", "tenant_id", "transaction_on", "rate", "amount", "amount_usd", "estimated_payment_month")
    january, september = date(2027, 1, 1), date(2026, 9, 1)
    assert values(outcome, *columns, fact="earning") == [
        ("e1", ONE, september, Decimal("0.05"), Decimal("1250.51"), Decimal("1356.80"), january),
        ("e2", None, september, Decimal("0.05"), Decimal("-10.00"), Decimal("-10.00"), january),
    ]
    assert (receipt(outcome)["as_of_on"], receipt(outcome)["as_of_basis"]) == (date(2026, 10, 12), "file")
    assert receipt(outcome)["last_month"] == september


def test_columns_an_older_export_lacks_are_unknown(desk: Desk) -> None:
    outcome = desk.look(table("earningId,EarningAmountUSD,earningDate,brandNewColumn", "e1,5,2021-12-31,x"))
    assert values(outcome, "earning_id", "amount_usd", "baseline", "compensable_units", fact="earning") == [
        ("e1", Decimal(5), None, None)
    ]


def test_the_summarised_export_says_what_it_lacks(desk: Desk) -> None:
    sentence = desk.look(table(DEFAULT.removeprefix("earningId,"), earned("e1").removeprefix("e1,"))).sentence
    assert sentence == (
        "export.csv looks like “Earnings - Default” but lacks the column earningId. Map its columns by hand."
    )


def test_growth_repeats_an_earning_on_every_transaction(desk: Desk) -> None:
    line = f"{ONE},Acme,90,90,2026-09-30,g1,0.35,REBATE,Growth,2026-11-01,Quarter,481,Upcoming,MCI,USD,"
    outcome = desk.look(table(GROWTH, line + "2026-07-01", line + "2026-09-01", line + "Aug-26"))
    assert values(outcome, "earning_id", "transaction_on", "amount_usd", "workload_name", fact="earning") == [
        ("g1", date(2026, 9, 1), Decimal(90), None)
    ]
    assert receipt(outcome)["rows_kept"] == 3


def test_an_earning_in_two_exports_counts_once_the_fuller_row(desk: Desk) -> None:
    growth = f"{ONE},Acme,1,1,2026-09-30,e1,0.35,REBATE,Growth,2026-11-01,Quarter,481,Upcoming,MCI,USD,2026-09-01"
    old = earned("e1", status="Unprocessed", calculated="2026-10-12")
    new = earned("e1", status="Sent", calculated="2026-11-12", baseline="90")
    desk.take(
        desk.file(table(CPOR, cpor(workload="SharePoint", month=20260901)), "usage.csv"),
        desk.file(table(DEFAULT, new), "new.csv"),
        desk.file(table(DEFAULT, old), "old.csv"),
        desk.file(table(GROWTH, growth), "growth.csv"),
        as_of=None,
    )
    assert rows(desk, "earnings", "earning_id", "workload", "payment_status", "mau", "pau", "baseline") == [
        ("e1", "SPO", "Sent", 120, 200, 90)
    ]
    assert rows(desk, "earnings_baselines", "workload", "month", "baseline") == [("SPO", date(2026, 9, 1), 90)]


def test_ineligible_usage_of_a_top_parent_is_kept_without_a_tenant(desk: Desk) -> None:
    outcome = desk.look(
        table(
            INELIGIBLE,
            f"{ONE},TenantID,Acme,Usage,MAULWPHWM,0,2026-09-30,u1,12,MAU,20,PAU,exo",
            "7000001,TPID,Acme,Usage,PAULWPHWM,0,2026-09-30,u2,12,Seats,,,exo",
            "not-a-guid,TenantID,Acme,Usage,PAULWPHWM,0,2026-09-30,u3,12,MAU,,,exo",
        )
    )
    assert values(outcome, "unearned_id", "tenant_id", "mau", "pau", "reason", fact="ineligible") == [
        ("u1", ONE, 12, 20, "MAULWPHWM"),
        ("u2", None, None, None, "PAULWPHWM"),
    ]
    assert refusals(outcome) == [
        (4, "customerId", "not-a-guid", "expected a tenant ID (GUID) or a top-parent ID (a number)")
    ]


def test_one_record_may_be_ineligible_for_several_engagements(desk: Desk) -> None:
    line = f"{ONE},TenantID,Acme,%s,MAULWPHWM,0,2026-09-30,u1,12,MAU,20,PAU,exo"
    text = table(INELIGIBLE, line % "Usage", line % "Growth")
    desk.take(desk.file(table(CPOR, cpor()), "usage.csv"), desk.file(text, "first.csv"))
    desk.take(desk.file(text + "\n", "again.csv"))
    assert rows(desk, "ineligible", "engagement", "workload", "month", "mau") == [
        ("Growth", "EXO", date(2026, 9, 1), 12),
        ("Usage", "EXO", date(2026, 9, 1), 12),
    ]
