"""Microsoft Graph "Teams user activity user detail": one tenant's users, and when each last used Teams.

Source: Microsoft Graph documentation, reportRoot getTeamsUserActivityUserDetail; its columns changed in number and
order over the years. Monthly active as in the active user detail.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="graph_teams_users",
    title="Teams user activity user detail",
    source="Graph",
    precedence=4,
    asks_tenant=True,
    columns=(
        s.REFRESHED_ON,
        s.IS_DELETED,
        Column("last_on", Kind.DATE, ("Last Activity Date",)),
        Column("is_licensed", Kind.FLAG, ("Is Licensed",)),
        Column("team_chats", Kind.TEXT, ("Team Chat Message Count",)),
    ),
    recognised_by=(("refreshed_on",), ("last_on",), ("team_chats",)),
    never_with=("Report Date",),
    as_of_column="refreshed_on",
    month_column="refreshed_on",
    facts={"usage": "usage_graph_teams_users"},
)
