"""Microsoft Graph's other usage reports: known by their refresh date, and refused, because none of them gives a MAU.

Source: Microsoft Graph documentation, reports of the reportRoot resource.
"""

from data_access.importing import spellings as s
from data_access.importing.layout import Layout

LAYOUT = Layout(
    code="graph_other",
    title="Another Microsoft Graph report",
    columns=(s.REFRESHED_ON,),
    recognised_by=(("refreshed_on",),),
    facts={},
    refusal=(
        "is a Microsoft Graph report without a count of monthly active users. Expected Office 365 services user "
        "counts for 30 days, Office 365 active user detail, Teams user activity user detail or the Copilot user "
        "count summary."
    ),
)
