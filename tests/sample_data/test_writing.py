"""Does the generator write the same bytes for the same arguments, under the documented headers?"""

import csv
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sample_data.__main__ import main
from sample_data.files.headers import header
from sample_data.recipe import Recipe
from sample_data.writing import TABLES, write

# Copied from the documents by hand: a slip in headers.toml must not pass.
DOCUMENTED = {
    "cpor_m365_usage.csv": "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,"
    "ClaimId,MpnId,DateAssociated,PartnerAttributionType,Date",
    "m365_usage.csv": "PGAPartnerID,CustomerTenantId,CustomerTpid,WorkloadName,Month,PaidAvailableUnits,"
    "MonthlyActiveUsers,CustomerName,CustomerMarket,CustomerSegment,IndustryName,VerticalName,EOU,PartnerID,"
    "PartnerName,PartnerLocation,PartnerAttributionType,IsDuplicateRowForPGA",
    "teams_usage.csv": "PGAMpnID,CustomerId,CustomerTenantId,CustomerName,CustomerCountryCode,CustomerCountry,"
    "CustomerSegment,MonthKey,SubWorkload,DesktopUsers,WebUsers,MobileUsers,AllUpParticipants,IndustryName,"
    "VerticalName,EOU",
    "customers.csv": "tenant_id,name,domain,segment,country,account_manager_id,account_manager,team",
    "product_names_and_service_plans.csv": "Product_Display_Name,String_Id,GUID,Service_Plan_Name,"
    "Service_Plan_Id,Service_Plans_Included_Friendly_Names",
}
COUNTS = {"ems_usage": 37, "customers_and_tenants": 31, "subscription_details": 42, "earnings_default": 101}
COUNTS |= {"earnings_growth": 34, "ineligible_usage": 30, "services_user_counts": 16}


def digests(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("is_dense", [False, True])
def test_same_arguments_same_bytes(tmp_path: Path, is_dense: bool) -> None:
    recipe = Recipe(customers=40, months=14, seed=9, is_dense=is_dense)
    for folder in ("one", "two"):
        write(recipe, tmp_path / folder)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_another_seed_is_another_book(tmp_path: Path) -> None:
    for seed in (1, 2):
        write(Recipe(customers=5, months=3, seed=seed), tmp_path / str(seed), only=["cpor", "customers"])
    one, two = digests(tmp_path / "1"), digests(tmp_path / "2")
    assert one["customers.csv"] != two["customers.csv"]


def test_leaving_files_out_changes_no_other(tmp_path: Path) -> None:
    recipe = Recipe(customers=30, months=15, seed=3)
    write(recipe, tmp_path / "all")
    write(recipe, tmp_path / "some", only=["ems", "earnings"])
    everything, some = digests(tmp_path / "all"), digests(tmp_path / "some")
    del some["manifest.json"]
    assert set(some) == {"ems_usage.csv", "earnings_default.csv"}
    assert {name: everything[name] for name in some} == some


def test_headers_are_the_documented_ones(ready_folder: Path) -> None:
    for name, documented in DOCUMENTED.items():
        first = (ready_folder / name).read_bytes().split(b"\n", 1)[0].decode("utf-8-sig").rstrip("\r")
        assert first == documented, name
    for kind, count in COUNTS.items():
        assert len(set(header(kind))) == count, kind


def test_every_line_has_as_many_cells_as_its_header(ready_folder: Path) -> None:
    for file in ready_folder.glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            widths = {len(row) for row in csv.reader(stream)}
        assert len(widths) == 1, file.name


def test_dense_has_exactly_ten_rows_a_customer_and_month(tmp_path: Path) -> None:
    write(Recipe(customers=1_100, months=3, seed=1, is_dense=True), tmp_path, only=["cpor"])
    lines = (tmp_path / "cpor_m365_usage.csv").read_text(encoding="utf-8").count("\n")
    assert lines - 1 == 1_100 * 3 * 10


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    customers=st.integers(1, 12),
    months=st.integers(1, 40),
    seed=st.integers(0, 2**40),
    last=st.dates(date(2021, 1, 1), date(2030, 12, 31)),
    is_dense=st.booleans(),
)
def test_any_size_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, customers: int, months: int, seed: int, last: date, is_dense: bool
) -> None:
    folder = tmp_path_factory.mktemp("any")
    written = write(Recipe(customers, months, seed, last.replace(day=1), is_dense), folder)
    assert {path.name for path in written} >= {name for name, *_ in TABLES.values()}


def test_command_line_says_what_it_expected(capsys: pytest.CaptureFixture[str]) -> None:
    for words, sentence in (
        (["--months", "0"], "expected a whole number of 1 to 120"),
        (["--last-month", "October"], "expected one like 2026-10"),
        ([], "--out DIR is needed"),
    ):
        with pytest.raises(SystemExit):
            main(words)
        assert sentence in capsys.readouterr().err


def test_command_line_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    some = ["--only", "cpor", "--only", "skus"]
    size = ["--customers", "3", "--months", "2", "--seed", "1", "--last-month", "2025-12"]
    assert main([*size, *some, "--out", str(tmp_path)]) == 0
    assert "cpor_m365_usage.csv" in capsys.readouterr().out
    assert (tmp_path / "manifest.json").exists()
