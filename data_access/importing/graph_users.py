"""Microsoft Graph "Office 365 active user detail": one tenant's users, and when each last used a service.

Source: Microsoft Graph documentation, reportRoot getOffice365ActiveUserDetail. Monthly active = last activity within
the 28 days up to the refresh date, deleted users left out. Names may be concealed and are not read.
"""

from data_access.importing import spellings as s
from data_access.importing.graph_services import SERVICES
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="graph_users",
    title="Office 365 active user detail",
    source="Graph",
    precedence=4,
    asks_tenant=True,
    columns=(
        s.REFRESHED_ON,
        s.IS_DELETED,
        *(Column(f"{key}_licence", Kind.FLAG, (f"Has {name} License",)) for key, name in SERVICES.items()),
        *(Column(f"{key}_last_on", Kind.DATE, (f"{name} Last Activity Date",)) for key, name in SERVICES.items()),
    ),
    recognised_by=(
        ("refreshed_on",),
        tuple(f"{key}_licence" for key in SERVICES),
        tuple(f"{key}_last_on" for key in SERVICES),
    ),
    never_with=("Report Date",),
    as_of_column="refreshed_on",
    month_column="refreshed_on",
    facts={"usage": "usage_graph_users"},
)
