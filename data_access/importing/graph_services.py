"""Microsoft Graph "Office 365 services user counts": how many of one tenant's users were active, service by service?

Source: Microsoft Graph documentation, reportRoot getOffice365ServicesUserCounts. Enabled = active + inactive: licensed
users, never paid units. Only a period of 28 or 30 days is monthly use.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

SERVICES = {
    "exchange": "Exchange",
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "skype": "Skype For Business",
    "yammer": "Yammer",
    "teams": "Teams",
}
"""The services the Office 365 reports speak of, in their own order."""

LAYOUT = Layout(
    code="graph_services",
    title="Office 365 services user counts",
    source="Graph",
    precedence=4,
    asks_tenant=True,
    columns=(
        s.REFRESHED_ON,
        s.PERIOD,
        *(Column(f"{key}_active", Kind.COUNT, (f"{name} Active",)) for key, name in SERVICES.items()),
        *(Column(f"{key}_inactive", Kind.COUNT, (f"{name} Inactive",)) for key, name in SERVICES.items()),
    ),
    recognised_by=(
        ("refreshed_on",),
        ("period_days",),
        tuple(f"{key}_active" for key in SERVICES),
        tuple(f"{key}_inactive" for key in SERVICES),
    ),
    never_with=("Report Date",),
    as_of_column="refreshed_on",
    month_column="refreshed_on",
    facts={"usage": "usage_graph_services"},
)
