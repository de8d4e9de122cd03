"""Is the ready set a book of business one could believe, with every quirk that importers must survive?"""

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from domain.workloads import workload_code
from sample_data.constants import AS_OF, LAST_MONTH, TODAY
from sample_data.growth_rules import CAP_CENTS
from sample_data.workloads import behaviours

Ready = dict[str, pl.DataFrame]
FACT = ["CustomerTenantId", "WorkloadName", "Date"]


@pytest.fixture(scope="module")
def usage(ready: Ready) -> pl.DataFrame:
    numbers = ["MonthlyActiveUsers", "PaidAvailableUnits", "DateAssociated", "Date"]
    return ready["cpor_m365_usage"].with_columns(pl.col(numbers).cast(pl.Int64))


@pytest.fixture(scope="module")
def earnings(ready: Ready) -> pl.DataFrame:
    money = ["earningAmount", "earningAmountUSD", "earningRate"]
    units = ["baseline", "compensableUnits", "quantity", "quantityAlt"]
    return ready["earnings_default"].with_columns(pl.col(money).cast(pl.Float64), pl.col(units).cast(pl.Int64))


def test_usage_is_clean_where_meaning_is_strict(usage: pl.DataFrame) -> None:
    guid = r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    assert usage["CustomerTenantId"].str.contains(guid).all()
    assert (usage["MonthlyActiveUsers"] >= 0).all()
    assert (usage["PaidAvailableUnits"] > 0).all()
    assert usage["Date"].max() == int(f"{LAST_MONTH:%Y%m%d}")
    assert usage["Date"].n_unique() == 36
    assert (usage["DateAssociated"] <= int(f"{AS_OF:%Y%m%d}")).all()


def test_one_claim_and_association_per_tenant_and_workload(usage: pl.DataFrame) -> None:
    codes = {name: workload_code(name) or name for name in usage["WorkloadName"].unique().to_list()}
    coded = usage.with_columns(pl.col("WorkloadName").replace_strict(codes))
    per_key = coded.group_by("CustomerTenantId", "WorkloadName").agg(pl.struct("ClaimId", "DateAssociated").n_unique())
    assert (per_key["ClaimId"] == 1).all()


def test_quirks_are_there(ready: Ready, usage: pl.DataFrame) -> None:
    keys = usage.select(FACT)
    assert 0 < keys.height - keys.unique().height < keys.height / 20, "two locations list the same months"
    exceeding = usage.filter(pl.col("MonthlyActiveUsers") > pl.col("PaidAvailableUnits")).height
    assert 0.002 < exceeding / usage.height < 0.05, "users above licences in places"
    office = ready["m365_usage"]
    assert set(office["PartnerAttributionType"]) == {"CPOR", "CSP", "DPOR"}
    assert set(office["IsDuplicateRowForPGA"]) == {"0", "1"}
    assert office["Month"].n_unique() == 13
    names = {*office["WorkloadName"].to_list(), *usage["WorkloadName"].to_list()}
    unknown = {name for name in names if workload_code(name) is None}
    assert unknown == {"Copilot Studio Agents", "Loop Workspaces", "Whiteboard"}


def test_ems_is_late_by_a_month_and_its_parts_sum_to_whole_customers(ready: Ready) -> None:
    ems = ready["ems_usage"].with_columns(pl.col("^.*(Units|Users)$").cast(pl.Int64))
    assert ems["Month"].max() == "20260901"
    assert ready["m365_usage"]["Month"].max() == "20261001"
    assert (ems["IntunePaidAvailableUnits"].drop_nulls() > 0).all()
    assert ems.filter(pl.col("AADPMonthlyActiveUsers").is_null()).height < ems.height / 10


def test_office_and_cpor_usage_mostly_agree(ready: Ready, usage: pl.DataFrame) -> None:
    office = ready["m365_usage"].filter(pl.col("IsDuplicateRowForPGA") == "0")
    spelled = {row.office_name: row.code for row in behaviours() if row.office_name}
    names = {name: row.code for row in behaviours() for name in row.cpor_names or ()}
    left = usage.unique(FACT).with_columns(pl.col("WorkloadName").replace_strict(names), pl.col("Date").cast(pl.String))
    right = office.with_columns(pl.col("WorkloadName").replace_strict(spelled))
    both = left.join(right, left_on=FACT, right_on=["CustomerTenantId", "WorkloadName", "Month"])
    same = both.filter(pl.col("MonthlyActiveUsers") == pl.col("MonthlyActiveUsers_right").cast(pl.Int64))
    assert both.height > 2_000
    assert 0.97 < same.height / both.height < 1


def test_subscription_level_and_difference_agree(ready: Ready) -> None:
    frame = ready["subscription_details"].with_columns(pl.col("^AvailableSeats.*$").cast(pl.Int64))
    steps = frame.sort("SubscriptionId", "Month").with_columns(
        pl.col("AvailableSeatsEOP").diff().over("SubscriptionId").alias("step"),
        pl.col("Month").str.to_date().diff().over("SubscriptionId").dt.total_days().alias("days"),
    )
    following = steps.filter(pl.col("days") <= 31)
    assert (following["step"] == following["AvailableSeats"]).all()
    assert set(frame["PricingLevel"]) == {"Commercial", "Trial", "Free"}
    assert (frame["SubscriptionStartDate"] <= frame["Month"].str.to_date().dt.month_end().cast(pl.String)).all()
    assert set(frame["SubscriptionState"]) == {"Active", "Churned"}


def test_sizes_lie_on_both_sides_of_every_line(ready: Ready) -> None:
    seats = (
        ready["customers_and_tenants"]
        .filter(pl.col("BilledRevenueUSD").cast(pl.Float64) > 0)
        .group_by("CustomerTenantId")
        .agg(pl.col("AvailableSeats").cast(pl.Int64).max())["AvailableSeats"]
    )
    bands = [(1, 10), (11, 150), (151, 300), (301, 10**9)]
    assert all(seats.is_between(low, high).sum() >= 8 for low, high in bands)


def test_earnings_follow_the_growth_rules_but_for_the_deliberate_differences(earnings: pl.DataFrame) -> None:
    units = pl.min_horizontal("quantity", "quantityAlt") - pl.col("baseline")
    usual = earnings.filter(pl.col("reasonCode").is_null()).with_columns(units.alias("above"))
    assert (usual["above"] == usual["compensableUnits"]).all()
    cents = (pl.col("earningAmountUSD") * 100).round().cast(pl.Int64)
    full = (pl.col("compensableUnits") * pl.col("earningRate") * 100).round().cast(pl.Int64)
    paid_less = usual.filter(cents < full)
    assert usual.filter(cents > full).is_empty()
    assert 0 < paid_less.height < usual.height / 20, "capped or underpaid"
    per_key = usual.group_by("customerTenantId", "workload").agg(cents.sum())
    assert (per_key["earningAmountUSD"] <= CAP_CENTS).all()


def test_every_deliberate_difference_is_there(usage: pl.DataFrame, earnings: pl.DataFrame) -> None:
    back = earnings.filter(pl.col("reasonCode") == "Recalculation")
    assert back.height > 0
    assert (back["earningAmountUSD"] < 0).all()
    assert set(earnings["transactionCurrency"]) == {"USD", "EUR"}
    euro = earnings.filter(pl.col("transactionCurrency") == "EUR")
    assert (euro["earningAmount"].abs() < euro["earningAmountUSD"].abs()).all()
    strangers = earnings.filter(~pl.col("claimId").is_in(usage["ClaimId"].unique().to_list()))
    assert strangers.height > 0
    assert strangers["customerName"].null_count() == strangers.height
    assert earnings["earningId"].n_unique() == earnings.height
    assert set(earnings["paymentStatus"]) >= {"Unprocessed", "Upcoming", "Sent"}


def test_growth_export_repeats_its_amounts(ready: Ready, earnings: pl.DataFrame) -> None:
    growth = ready["earnings_growth"]
    per_earning = growth.group_by("earningId").agg(pl.len(), pl.col("earningAmountUSD").n_unique())
    assert (per_earning["earningAmountUSD"] == 1).all()
    assert set(per_earning["len"]) == {2, 3}
    shared = growth.unique("earningId").join(earnings, on="earningId")
    assert shared.height > 0
    assert (shared["earningAmountUSD"].cast(pl.Float64) == shared["earningAmountUSD_right"]).all()


def test_refusals_say_why(ready: Ready) -> None:
    refused = ready["ineligible_usage"].with_columns(pl.col("quantity", "quantityAlt").cast(pl.Int64))
    assert set(refused["reason"]) >= {"MAULWPHWM", "PAULWPHWM", "MXTMCPMT", "MINTHNTMT"}
    assert set(refused["customerIdType"]) == {"TenantID", "TPID"}
    assert {workload_code(name) for name in refused["workload"].unique()} <= {row.code for row in behaviours()}


def test_customers_file_and_people(ready: Ready, usage: pl.DataFrame) -> None:
    own = ready["customers"]
    for column in ("tenant_id", "name", "domain"):
        assert own[column].n_unique() == own.height
    assert own["domain"].str.ends_with(".example").all()
    assert own["team"].n_unique() == 4
    assert set(own["segment"]) == {"Enterprise", "SMB", "Public sector", "Education", "Nonprofit"}
    assert 190 <= own.height < 200, "a few customers are known by their usage only"
    assert set(usage["CustomerTenantId"]) - set(own["tenant_id"])


def test_claims_list_knows_every_state_and_every_claim(ready: Ready, usage: pl.DataFrame) -> None:
    claims = ready["customer_claims"]
    assert claims["Status"].n_unique() == 8
    ids = set(claims["Claim ID"].drop_nulls())
    assert set(usage["ClaimId"]) < ids, "and a few approved claims never show up in usage"
    assert (claims["Status changed on"].drop_nulls() <= TODAY.isoformat()).all()


def test_manifest_names_days_and_tenants(ready_folder: Path) -> None:
    manifest = json.loads((ready_folder / "manifest.json").read_text(encoding="utf-8"))
    assert date.fromisoformat(manifest["today"]) == TODAY
    names = {entry["name"] for entry in manifest["files"]}
    assert names == {file.name for file in ready_folder.iterdir()} - {"manifest.json"}
    of_tenants = [entry for entry in manifest["files"] if entry["tenant"]]
    assert len(of_tenants) == 5
    assert {entry["as_of"] for entry in manifest["files"]} == {AS_OF.isoformat(), "2026-11-02"}
