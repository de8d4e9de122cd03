"""Microsoft Graph's daily reports: known, and refused, because days cannot be made into a month.

Source: Microsoft Graph documentation; every daily report carries both a Report Refresh Date and a Report Date.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="graph_daily",
    title="A daily Microsoft Graph report",
    columns=(s.REFRESHED_ON, Column("report_on", Kind.DATE, ("Report Date",), is_key=True)),
    recognised_by=(("refreshed_on",), ("report_on",)),
    facts={},
    refusal=(
        "is a daily report: somebody active on two days counts twice, so days are never summed into a month. "
        "Download “Office 365 services user counts” for 30 days, or the active user detail, instead."
    ),
)
