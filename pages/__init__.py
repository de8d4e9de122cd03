"""What can be opened? A folder is a section of the menu, a file a page; MENU is the menu as data."""

from dataclasses import dataclass

from domain.scope import Role


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu. `path` is "<section folder>/<file>"; empty `roles` means everybody."""

    section: str
    path: str
    title: str
    icon: str
    roles: tuple[Role, ...] = ()
    needs_scope: bool = True


_ADMIN = (Role.INCENTIVES_ADMIN,)

MENU = (
    Entry("Summary", "summary/executive", "Executive summary", ":material/monitoring:"),
    Entry("Customers", "customers/portfolio", "Portfolio", ":material/table_rows:"),
    Entry("Customers", "customers/customer", "Customer", ":material/domain:"),
    Entry("Growth", "growth/trends", "Trends", ":material/trending_up:"),
    Entry("Growth", "growth/opportunities", "Opportunities", ":material/lightbulb:"),
    Entry("Incentives", "incentives/milestones", "Milestones", ":material/stairs:"),
    Entry("Incentives", "incentives/earnings", "Earnings", ":material/payments:"),
    Entry("Incentives", "incentives/eligibility", "Program scores", ":material/workspace_premium:", needs_scope=False),
    Entry("Associations", "associations/register", "Register", ":material/assignment:", needs_scope=False),
    Entry("Associations", "associations/new", "New association", ":material/add_task:", needs_scope=False),
    Entry(
        "Associations",
        "associations/organisation",
        "Our organisation",
        ":material/corporate_fare:",
        _ADMIN,
        needs_scope=False,
    ),
    Entry("Data", "data/imports", "Imports", ":material/upload_file:", _ADMIN, needs_scope=False),
    Entry("Data", "data/definitions", "Definitions", ":material/menu_book:", needs_scope=False),
)

LANDING = {Role.ACCOUNT_MANAGER: "customers/portfolio"}
"""Where a role begins; everybody else begins with the summary."""
