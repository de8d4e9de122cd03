"""What do two Microsoft Graph reports of one customer hold? They carry no tenant: the import has to ask."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from domain.periods import plus_months
from sample_data.book import Book
from sample_data.files.headers import header
from sample_data.workloads import position

SERVICES_HEADER = header("services_user_counts")
COPILOT_HEADER = header("copilot_summary")

_SERVICES = {"Exchange": "EXO", "SharePoint": "SPO", "Yammer": "YAMMER", "Teams": "TEAMS"}
_COPILOT_SHARES = {
    "Any App": 100,
    "Microsoft 365 Copilot": 88,
    "Microsoft Teams": 71,
    "Outlook": 54,
    "Word": 47,
    "Excel": 33,
    "PowerPoint": 29,
    "OneNote": 6,
    "Loop": 4,
    "Edge": 22,
    "Copilot Chat (work)": 83,
    "Copilot Chat (web)": 40,
}
_PROMPTS_PER_USER = 46


def refreshed_on(book: Book) -> date:
    """The last day these reports speak of: the end of the sample's last month."""
    return plus_months(book.timeline.last, 1) - timedelta(days=1)


def customer(book: Book) -> int:
    """Whose reports these are: the middle-sized customer with Copilot in the first chunk, else the first."""
    with_copilot = np.flatnonzero(book.usage.is_present[:, position("COPILOT"), -1])
    if not len(with_copilot):
        return 0
    by_size = with_copilot[np.argsort(book.companies.licences[with_copilot], kind="stable")]
    return int(by_size[len(by_size) // 2])


def services_user_counts(book: Book) -> pl.DataFrame:
    """One row for the 30 days to the refresh date; inactive = licensed but not active."""
    at = customer(book)
    licensed = int(book.licences.paid[at, position("EXO"), -1])
    counts = {name: _users(book, at, code) for name, code in _SERVICES.items()}
    counts["OneDrive"] = counts["SharePoint"] * 9 // 10
    counts["Skype For Business"] = 0
    counts["Office 365"] = max(counts.values())
    cells: dict[str, list[object]] = {
        "Report Refresh Date": [refreshed_on(book).isoformat()],
        "Report Period": [30],
    }
    for name, active in counts.items():
        cells[f"{name} Active"] = [active]
        cells[f"{name} Inactive"] = [max(licensed - active, 0)]
    return pl.DataFrame(cells)


def copilot_summary(book: Book) -> pl.DataFrame:
    """One row for 28 days, second generation of the report: prompts, Edge and both chats."""
    at = customer(book)
    enabled = int(book.licences.paid[at, position("COPILOT"), -1])
    active = _users(book, at, "COPILOT")
    cells: dict[str, list[object]] = {
        "Report Refresh Date": [refreshed_on(book).isoformat()],
        "Report Period": [28],
    }
    for app, percent in _COPILOT_SHARES.items():
        cells[f"{app} Enabled Users"] = [enabled]
        cells[f"{app} Active Users"] = [active * percent // 100]
    cells["Total prompts submitted"] = [active * _PROMPTS_PER_USER]
    cells["Average prompts submitted"] = [_PROMPTS_PER_USER]
    return pl.DataFrame(cells)


def _users(book: Book, at: int, code: str) -> int:
    workload = position(code)
    return int(book.usage.mau[at, workload, -1]) if book.usage.is_present[at, workload, -1] else 0
