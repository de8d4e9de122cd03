"""Microsoft Graph "Microsoft 365 Copilot user count summary": how many of one tenant's users used Copilot?

Source: Microsoft Graph documentation, getMicrosoft365CopilotUserCountSummary. Both generations name their columns
"<app> Enabled Users" and "<app> Active Users", with different apps. Only the total over all apps is a workload: the
same person counts once in every app, and app rows would crowd out the workloads that can be claimed.
"""

import re

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

_APP_COLUMN = re.compile(r"^(.+) (Enabled|Active) Users$", re.IGNORECASE)


def _counts_apps(header: list[str]) -> bool:
    found = [found[1].casefold() for cell in header if (found := _APP_COLUMN.match(cell.strip()))]
    return len(found) > len(set(found))


LAYOUT = Layout(
    code="graph_copilot",
    title="Microsoft 365 Copilot user count summary",
    source="Graph",
    precedence=4,
    asks_tenant=True,
    columns=(
        s.REFRESHED_ON,
        s.PERIOD,
        Column("any_app_active", Kind.COUNT, ("Any App Active Users",)),
        Column("any_app_enabled", Kind.COUNT, ("Any App Enabled Users",)),
        Column("copilot_active", Kind.COUNT, ("Microsoft 365 Copilot Active Users",)),
        Column("copilot_enabled", Kind.COUNT, ("Microsoft 365 Copilot Enabled Users",)),
    ),
    recognised_by=(("refreshed_on",), ("period_days",), ("any_app_active", "copilot_active")),
    recognises=_counts_apps,
    one_of=("any_app_active", "copilot_active"),
    never_with=("Report Date",),
    as_of_column="refreshed_on",
    month_column="refreshed_on",
    facts={"usage": "usage_graph_copilot"},
)
