"""Does a customer-side report give monthly active users only where it can, and never paid units?"""

from datetime import date

import pytest

from data_access.adoption import LEDGER
from tests.data_access.importing.desk import CPOR, ONE, Desk, cpor, receipt, refusals, table, values

OCT = date(2026, 10, 1)
SERVICES = (
    "\ufeffReport Refresh Date,Exchange Active,Exchange Inactive,OneDrive Active,OneDrive Inactive,SharePoint Active,"
    "SharePoint Inactive,Skype For Business Active,Skype For Business Inactive,Yammer Active,Yammer Inactive,"
    "Teams Active,Teams Inactive,Office 365 Active,Office 365 Inactive,Report Period"
)
USERS = (
    "Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Has Exchange License,"
    "Has OneDrive License,Has Teams License,Exchange Last Activity Date,OneDrive Last Activity Date,"
    "Teams Last Activity Date,Exchange License Assign Date,Assigned Products"
)
FIRST = (
    "Report Refresh Date,Report Period,Any App Enabled Users,Any App Active Users,Microsoft Teams Enabled Users,"
    "Microsoft Teams Active Users  ,Word Enabled Users,Word Active Users"
)
SECOND = (
    "Report Refresh Date,Edge Enabled Users,Edge Active Users,Microsoft 365 Copilot Enabled Users,"
    "Microsoft 365 Copilot Active Users,Any App Enabled Users,Any App Active Users,Total prompts submitted,Report Period"
)
USAGE = ("workload_name", "month", "mau", "pau", "enabled_users")


def user(exchange: str, teams: str, *, deleted: str = "False", licence: str = "True") -> str:
    return f"2026-10-28,4F,5E,{deleted},,{licence},False,{licence},{exchange},,{teams},2020-01-01,OFFICE 365 E3"


def test_services_user_counts_of_thirty_days(desk: Desk) -> None:
    line = "2026-10-23,10,23,,,8,0,0,0,0,24,12,22,15,30,30"
    outcome = desk.look(table(SERVICES, line), tenant=ONE)
    assert values(outcome, "tenant_id", *USAGE) == [
        (ONE, "Exchange", OCT, 10, None, 33),
        (ONE, "SharePoint", OCT, 8, None, 8),
        (ONE, "Teams", OCT, 12, None, 34),
        (ONE, "Yammer", OCT, 0, None, 24),
    ]
    assert (receipt(outcome)["as_of_on"], receipt(outcome)["as_of_basis"]) == (date(2026, 10, 23), "file")
    assert (receipt(outcome)["source"], receipt(outcome)["tenant_id"]) == ("Graph", ONE)
    assert receipt(outcome)["customers_count"] == 1


@pytest.mark.parametrize("period", ["7", "D7", "90", "180"])
def test_other_periods_give_no_month(desk: Desk, period: str) -> None:
    outcome = desk.look(table(SERVICES, f"2026-10-23,10,23,1,1,8,0,0,0,0,24,12,22,15,30,{period}"), tenant=ONE)
    assert outcome.sentence == (
        f"No row of export.csv (“Office 365 services user counts”) is usable. Line 2: Report Period “{period}”: only a "
        "period of 28 or 30 days gives monthly active users; download the report for 30 days."
    )


def test_active_user_detail_counts_the_28_days_to_the_refresh_date(desk: Desk) -> None:
    """28 October back to 1 October counts, 30 September does not; the deleted user never."""
    outcome = desk.look(
        table(
            USERS,
            user("2026-10-28", "2026-10-01T00:00:00Z"),
            user("2026-10-01", "2026-09-30"),
            user("2026-09-30", ""),
            user("2026-10-20", "2026-10-20", deleted="True"),
            user("2026-10-20", "", licence="False"),
        ),
        tenant=ONE,
    )
    assert values(outcome, *USAGE) == [("Exchange", OCT, 3, None, 3), ("Teams", OCT, 1, None, 3)]


def test_a_bad_user_row_is_refused_alone(desk: Desk) -> None:
    outcome = desk.look(table(USERS, user("yesterday", ""), user("2026-10-20", "")), tenant=ONE)
    reason = "expected a date such as 2022-06-01, 20220601, 6/1/2022, 01.06.2022 or Jun-22"
    assert refusals(outcome) == [(2, "Exchange Last Activity Date", "yesterday", reason)]
    assert values(outcome, *USAGE) == [("Exchange", OCT, 1, None, 1), ("Teams", OCT, 0, None, 1)]


def test_teams_user_detail(desk: Desk) -> None:
    header = (
        "Report Refresh Date,User Id,Last Activity Date,Is Deleted,Assigned Products,Team Chat Message Count,"
        "Audio Duration,Is Licensed,Report Period"
    )
    lines = ("2026-10-26,False,X,5,PT0S,Yes,7", "2026-10-26,False,X,5,PT0S,No,7", ",False,X,0,PT0S,Yes,7")
    outcome = desk.look(table(header, *(f"2026-10-28,0,{line}" for line in lines)), tenant=ONE)
    assert values(outcome, *USAGE) == [("Teams", OCT, 2, None, 2)]


@pytest.mark.parametrize(
    ("header", "line", "counted"),
    [
        (FIRST, "2026-10-28,30,100,40,100,30,100,10", (40, 100)),
        (SECOND, "2026-10-28,9,9,90,35,100,40,5000,28", (40, 100)),
        (SECOND.replace("Any App", "Every App"), "2026-10-28,9,9,90,35,100,40,5000,28", (35, 90)),
    ],
)
def test_copilot_summaries_of_both_generations(desk: Desk, header: str, line: str, counted: tuple[int, int]) -> None:
    outcome = desk.look(table(header, line), tenant=ONE)
    assert values(outcome, *USAGE) == [("Microsoft 365 Copilot", OCT, counted[0], None, counted[1])]
    assert receipt(outcome)["unknown_workloads"] == ()


def test_daily_reports_are_known_and_refused(desk: Desk) -> None:
    header = (
        "Report Refresh Date,Office 365,Exchange,OneDrive,SharePoint,Skype For Business,Yammer,Teams,Report Date,"
        "Report Period"
    )
    outcome = desk.look(table(header, "2026-10-28,1,2,3,4,5,6,7,2026-10-27,30"), tenant=ONE)
    assert outcome.sentence == (
        "export.csv is a daily report: somebody active on two days counts twice, so days are never summed into a "
        "month. Download “Office 365 services user counts” for 30 days, or the active user detail, instead."
    )


def test_other_graph_reports_are_known_and_refused(desk: Desk) -> None:
    outcome = desk.look(table("Report Refresh Date,Site URL,Owner,Page View Count,Report Period", "2026-10-28,x,y,1,7"))
    assert outcome.sentence.startswith(
        "export.csv is a Microsoft Graph report without a count of monthly active users."
    )


def test_usage_analytics_leaves_the_running_month_out(desk: Desk) -> None:
    header = "Product,Timeframe,EnabledUsers,ActiveUsers,CumulativeActiveUsers,MoMReturningUsers,Content Date"
    outcome = desk.look(
        table(
            header,
            "Exchange,Oct-26,100,80,90,70,2026-10-31",
            "Exchange,Nov-26,100,20,90,10,2026-11-20",
            "Office 365,Oct-26,120,90,90,70,2026-10-31",
        ),
        tenant=ONE,
    )
    assert values(outcome, *USAGE) == [("Exchange", OCT, 80, None, 100)]


def test_enabled_users_are_never_paid_units(desk: Desk) -> None:

    desk.take(
        desk.file(table(CPOR, cpor(workload="Intune")), "usage.csv"),
        desk.file(table(SERVICES, "2026-10-23,10,23,,,,,,,,,,,,,30"), "graph.csv"),
        tenant=ONE,
    )
    ledger = desk.answer(LEDGER).filter(source="Graph")
    assert ledger.select("workload", "mau", "pau", "usage_share", "is_associated").rows() == [
        ("EXO", 10, None, None, False)
    ]
