"""Does each usage export become the facts its documentation describes?"""

from datetime import date

import pytest

from tests.data_access.importing.desk import CPOR, OFFICE, ONE, TWO, Desk, cpor, facts, office, receipt, table, values

SEP, OCT = date(2026, 9, 1), date(2026, 10, 1)

EMS = (
    "PGAMpnID,SubscriptionId,SubscriptionStatus,Month,SKU,FreeVsPaidSKU,CustomerName,CustomerTenantId,CustomerSegment,"
    "MPNID,PartnerAttributionType,PaidAvailableUnits,MonthlyActiveUsers,AATPActiveUsage,MCASActiveUsage,"
    "AADPPaidAvailableUnits,IntunePaidAvailableUnits,AzipPaidAvailableUnits,AADPMonthlyActiveUsers,"
    "IntuneMonthlyActiveUsers,AzipMonthlyActiveUsers,MDM,MAM,SSPR"
)


def ems(subscription: str, numbers: str, *, pricing: str = "Paid", attribution: str = "CSP", partner: int = 1) -> str:
    return f"481,{subscription},Active,20260901,E3,{pricing},Acme,{ONE},Major,{partner},{attribution},99,98,5,6,{numbers},1,2,3"


def test_cpor_usage(desk: Desk) -> None:
    outcome = desk.look(table(CPOR, cpor(), cpor(tenant=f"{{{TWO.upper()}}}", mau="", month="2026-10-01")))
    assert outcome.sentence == "CPOR - Microsoft 365 usage: 2 rows."
    columns = ("tenant_id", "workload_name", "month", "mau", "pau", "claim_id", "partner_id", "associated_on")
    since = date(2026, 1, 5)
    assert values(outcome, *columns) == [
        (ONE, "Exchange Online", SEP, 10, 20, "C1", "4810011", since),
        (TWO, "Exchange Online", OCT, None, 20, "C1", "4810011", since),
    ]
    assert receipt(outcome)["source"] == "CPOR usage"
    assert (receipt(outcome)["first_month"], receipt(outcome)["last_month"]) == (SEP, OCT)


def test_columns_come_in_any_order_and_some_are_deselected(desk: Desk) -> None:
    text = table(
        "Date;DateAssociated;WORKLOAD NAME;monthly_active_users;Extra;customertenantid", f"20260901;;EXO;7;x;{ONE}"
    )
    outcome = desk.look(text)
    assert values(outcome, "tenant_id", "workload_name", "month", "mau", "pau", "attribution") == [
        (ONE, "EXO", SEP, 7, None, "CPOR")
    ]


def test_office_usage_marks_copies_and_keeps_attributions(desk: Desk) -> None:
    outcome = desk.look(table(OFFICE, office(), office(copy=1, attribution="CPOR", location=2), office(copy="", mau=5)))
    assert values(outcome, "mau", "attribution", "is_duplicate", "segment", "country") == [
        (12, "CPOR", True, "SMC Commercial", "Ireland"),
        (12, "CSP", False, "SMC Commercial", "Ireland"),
        (5, "CSP", False, "SMC Commercial", "Ireland"),
    ]


def test_office_usage_of_the_system_query(desk: Desk) -> None:
    header = (
        "CustomerTenantId,CustomerTpid,WorkloadName,Month,PaidAvailableUnits,MonthlyActiveUsers,CustomerName,"
        "CustomerMarket,CustomerSegment,MPNId,PartnerName,PartnerLocationID,PartnerAttributionType,IsDuplicateRowForPGA"
    )
    outcome = desk.look(table(header, f"{ONE},1,SPO,2026-09-01T00:00:00Z,5,4,Acme,IE,SMC,481,P,482,CPOR,0"))
    assert receipt(outcome)["format"] == "office_usage"
    assert values(outcome, "workload_name", "month", "mau", "partner_id") == [("SPO", SEP, 4, "481")]


def test_ems_is_unpivoted_and_summed_over_subscriptions(desk: Desk) -> None:
    outcome = desk.look(
        table(
            EMS,
            ems("s1", "100,100,100,40,30,5"),
            ems("s1", "100,100,100,40,30,5", attribution="CPOR", partner=7),
            ems("s2", "20,,20,9,,"),
            ems("s3", "50,50,50,3,0,0", pricing="Free"),
        )
    )
    assert values(outcome, "workload_name", "mau", "pau", "attribution", "partner_id") == [
        ("AADP", 52, 120, "CPOR", "7"),
        ("Azip", 5, 120, "CPOR", "7"),
        ("Intune", 30, 100, "CPOR", "7"),
    ]
    assert receipt(outcome)["rows_kept"] == 4
    assert receipt(outcome)["unknown_workloads"] == ()


def test_ems_without_a_number_for_a_workload_says_nothing_of_it(desk: Desk) -> None:
    assert values(desk.look(table(EMS, ems("s1", ",,7,,,"))), "workload_name", "mau", "pau") == [("Azip", None, 7)]


@pytest.mark.parametrize("spelling", ["AllUpParticipants", "AllUpPartiticipants"])
def test_teams_usage_carries_active_users_only(desk: Desk, spelling: str) -> None:
    header = (
        f"CustomerId,CustomerTenantId,CustomerName,MonthKey,SubWorkload,DesktopUsers,WebUsers,MobileUsers,{spelling}"
    )
    outcome = desk.look(
        table(header, f"700,{ONE},Acme,20260901,Meetings,8,3,4,9", f"700,{ONE},Acme,20260901,Calls,1,1,1,2")
    )
    assert values(outcome, "workload_name", "mau", "pau", "attribution") == [
        ("Calls", 2, None, None),
        ("Meetings", 9, None, None),
    ]
    assert receipt(outcome)["unknown_workloads"] == ()


def test_users_above_licences_are_no_mistake(desk: Desk) -> None:
    assert values(desk.look(table(CPOR, cpor(mau=30, pau=20))), "mau", "pau") == [(30, 20)]


def test_unknown_workloads_are_kept_under_their_own_name(desk: Desk) -> None:
    outcome = desk.look(table(CPOR, cpor(workload=" Loop Workspaces\u00a0"), cpor(workload="teamsmeetings")))
    assert facts(outcome)["workload_name"].to_list() == ["Loop Workspaces", "teamsmeetings"]
    assert receipt(outcome)["unknown_workloads"] == ("Loop Workspaces",)


def test_rows_without_a_single_number_are_no_import(desk: Desk) -> None:
    sentence = desk.look(table(EMS, ems("s1", ",,,,,"))).sentence
    assert sentence == "export.csv (“EMS usage”) has rows, but none with a number."
