"""Do the hand-worked answers of `sample_data/tiny` follow from its files by the rules of the ledger?

A second, slow implementation in plain Python; it shares nothing with the data door.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

import sample_data
from domain.workloads import workload_code

TINY = Path(sample_data.__file__).parent / "tiny"
MONTHS = [f"2026-{month:02d}-01" for month in range(5, 11)]

Row = dict[str, str]
Key = tuple[str, str]
Facts = dict[Key, dict[str, dict[str, object]]]


def table(name: str) -> list[Row]:
    with (TINY / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def expected(name: str) -> list[Row]:
    return table(f"expected/{name}.csv")


def iso(number: str) -> str:
    return f"{number[:4]}-{number[4:6]}-01"


def key_of(tenant: str, workload: str) -> Key:
    return tenant.lower(), workload_code(workload) or workload


@pytest.fixture(scope="module")
def facts() -> Facts:
    """One fact per tenant, workload and month: the CPOR usage file over the Microsoft 365 usage file."""
    found: Facts = defaultdict(dict)
    for row in table("m365_usage.csv"):
        if row["IsDuplicateRowForPGA"] == "0":
            month = found[key_of(row["CustomerTenantId"], row["WorkloadName"])]
            users, seats = int(row["MonthlyActiveUsers"]), int(row["PaidAvailableUnits"])
            month[iso(row["Month"])] = {"mau": users, "pau": seats, "claim": "", "since": ""}
    for row in table("cpor_m365_usage.csv"):
        if row["MonthlyActiveUsers"].isdecimal():
            month = found[key_of(row["CustomerTenantId"], row["WorkloadName"])]
            users, seats = int(row["MonthlyActiveUsers"]), int(row["PaidAvailableUnits"])
            since = iso(row["DateAssociated"])
            month[iso(row["Date"])] = {"mau": users, "pau": seats, "claim": row["ClaimId"], "since": since}
    return found


@pytest.fixture(scope="module")
def ledger(facts: Facts) -> list[dict[str, object]]:
    """The ledger, one dictionary per row; None is unknown."""
    baselines = {
        (*key_of(row["customerTenantId"], row["workload"]), row["transactionDate"][:7] + "-01"): int(row["baseline"])
        for row in table("earnings_default.csv")
    }
    rows: list[dict[str, object]] = []
    for key, months in facts.items():
        since = max(str(fact["since"]) for fact in months.values())
        before = [int(str(fact["mau"])) for month, fact in months.items() if month < since]
        known: list[int] = []
        for month in sorted(months):
            fact = months[month]
            mau, pau = int(str(fact["mau"])), int(str(fact["pau"]))
            marks = [*known, *([baselines[*key, month]] if (*key, month) in baselines else [])]
            prior = max(marks) if marks else None
            is_associated = bool(since) and month >= since
            rows.append(
                {
                    "key": key,
                    "month": month,
                    "mau": mau,
                    "pau": pau,
                    "prior_hwm": prior,
                    "starting_hwm": max(before) if before and since else None,
                    "new_units": None if prior is None else max(0, min(mau, pau) - prior) * is_associated,
                    "claim_id": fact["claim"],
                    "is_associated": is_associated,
                }
            )
            known.append(max([mau, *marks]))
    return rows


def text(value: object) -> str:
    return "" if value is None else str(value)


def share(mau: int, pau: int) -> str:
    return f"{mau / pau:.6f}"


def test_ledger(ledger: list[dict[str, object]]) -> None:
    computed = [
        {
            "tenant_id": row["key"][0],  # type: ignore[index]
            "workload": row["key"][1],  # type: ignore[index]
            "month": row["month"],
            "mau": text(row["mau"]),
            "pau": text(row["pau"]),
            "usage_share": share(row["mau"], row["pau"]),  # type: ignore[arg-type]
            "prior_hwm": text(row["prior_hwm"]),
            "starting_hwm": text(row["starting_hwm"]),
            "new_units": text(row["new_units"]),
            "claim_id": row["claim_id"],
        }
        for row in sorted(ledger, key=lambda row: (row["key"], row["month"]))
    ]
    assert computed == expected("adoption_ledger")


def associated(ledger: list[dict[str, object]]) -> dict[str, dict[Key, dict[str, object]]]:
    months: dict[str, dict[Key, dict[str, object]]] = {month: {} for month in MONTHS}
    for row in ledger:
        if row["is_associated"]:
            months[str(row["month"])][row["key"]] = row  # type: ignore[index]
    return months


def test_growth_by_month(ledger: list[dict[str, object]]) -> None:
    computed = []
    for month, rows in associated(ledger).items():
        mau = sum(int(str(row["mau"])) for row in rows.values())
        pau = sum(int(str(row["pau"])) for row in rows.values())
        units = sum(int(str(row["new_units"])) for row in rows.values() if row["new_units"] is not None)
        computed.append(
            {
                "month": month,
                "mau": str(mau),
                "pau": str(pau),
                "usage_share": share(mau, pau),
                "new_units": str(units),
            }
        )
    assert computed == expected("growth_by_month")


def test_bridge_adds_up_and_is_right(ledger: list[dict[str, object]]) -> None:
    seen: set[Key] = set()
    before: dict[Key, int] = {}
    computed = []
    for month, rows in associated(ledger).items():
        now = {key: int(str(row["mau"])) for key, row in rows.items()}
        steps = {key: now[key] - before.get(key, 0) for key in now if key in seen}
        parts = {
            "opening": sum(before.values()),
            "newly_associated": sum(users for key, users in now.items() if key not in seen),
            "expansion": sum(step for step in steps.values() if step > 0),
            "contraction": -sum(step for step in steps.values() if step < 0),
            "lost": sum(users for key, users in before.items() if key not in now),
            "closing": sum(now.values()),
        }
        gained = parts["newly_associated"] + parts["expansion"]
        assert parts["opening"] + gained - parts["contraction"] - parts["lost"] == parts["closing"]
        computed.append({"month": month, **{name: str(value) for name, value in parts.items()}})
        seen |= set(now)
        before = now
    assert computed == expected("growth_bridge")


def test_portfolio(ledger: list[dict[str, object]]) -> None:
    latest = [row for row in ledger if row["month"] == MONTHS[-1]]
    assert all(row["is_associated"] for row in latest), "the answer must not depend on unassociated workloads"
    computed = []
    for tenant in sorted({str(row["key"][0]) for row in latest}):  # type: ignore[index]
        mine = [row for row in latest if row["key"][0] == tenant]  # type: ignore[index]
        mau, pau = (sum(int(str(row[name])) for row in mine) for name in ("mau", "pau"))
        computed.append(
            {
                "tenant_id": tenant,
                "month": MONTHS[-1],
                "mau": str(mau),
                "pau": str(pau),
                "usage_share": share(mau, pau),
                "associated_count": str(len(mine)),
            }
        )
    assert computed == expected("portfolio_customers")


def test_licences() -> None:
    plans = {"EXCHANGE_S_ENTERPRISE": "EXO", "EXCHANGE_S_STANDARD": "EXO"}
    plans |= {"SHAREPOINTENTERPRISE": "SPO", "SHAREPOINTSTANDARD": "SPO"}
    opens = defaultdict(set)
    for row in table("product_names_and_service_plans.csv"):
        opens[row["String_Id"]].add(plans.get(row["Service_Plan_Name"]))
    seats: dict[Key, int] = defaultdict(int)
    for row in table("subscription_details.csv"):
        counts = row["IsDuplicateRowForPGA"] == "0" and row["PricingLevel"] == "Commercial"
        if counts and row["Month"] == MONTHS[-1]:
            for workload in opens[row["ProductPartNumber"]] - {None}:
                seats[row["CustomerTenantId"], str(workload)] += int(row["AvailableSeatsEOP"])
    computed = [
        {"tenant_id": tenant, "workload": workload, "seats": str(count), "month": MONTHS[-1]}
        for (tenant, workload), count in sorted(seats.items())
    ]
    assert computed == expected("available")


def test_refused_row_is_where_the_answer_says() -> None:
    for row in expected("refused_rows"):
        line = (TINY / row["file"]).read_text(encoding="utf-8").splitlines()[int(row["line"]) - 1]
        header = (TINY / row["file"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert line.split(",")[header.index(row["column"])] == row["value"]


def test_every_trap_is_in_the_files(facts: Facts) -> None:
    usage = table("cpor_m365_usage.csv")
    keys = [(row["CustomerTenantId"], row["WorkloadName"], row["Date"]) for row in usage]
    assert len(keys) - len(set(keys)) == 3, "two months of two locations, and the refused row"
    assert {"Loop Workspaces"} == {code for _, code in facts if workload_code(code) is None}
    assert any(int(str(fact["mau"])) > int(str(fact["pau"])) for months in facts.values() for fact in months.values())
    assert sum(float(row["earningAmountUSD"]) for row in table("earnings_default.csv")) == pytest.approx(1285.00)
