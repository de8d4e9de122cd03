"""Partner Center "EMS usage": who uses Entra ID P1, Intune and Information Protection?

Source: Partner Center documentation, data definitions, "EMS license usage": one row a subscription, wide. Units of
AATPActiveUsage and MCASActiveUsage are not documented, so they are no MAU; MDM, MAM and SSPR are parts of others.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="ems_usage",
    title="EMS usage",
    source="EMS usage",
    precedence=3,
    columns=(
        s.TENANT,
        s.CUSTOMER_NAME,
        s.MONTH,
        Column("subscription_id", Kind.TEXT, ("SubscriptionId",)),
        Column("pricing", Kind.TEXT, ("FreeVsPaidSKU",)),
        s.PARTNER,
        s.ATTRIBUTION,
        s.SEGMENT,
        s.COUNTRY,
        Column("aadp_mau", Kind.COUNT, ("AADPMonthlyActiveUsers",)),
        Column("aadp_pau", Kind.COUNT, ("AADPPaidAvailableUnits",)),
        Column("intune_mau", Kind.COUNT, ("IntuneMonthlyActiveUsers",)),
        Column("intune_pau", Kind.COUNT, ("IntunePaidAvailableUnits",)),
        Column("azip_mau", Kind.COUNT, ("AzipMonthlyActiveUsers",)),
        Column("azip_pau", Kind.COUNT, ("AzipPaidAvailableUnits",)),
    ),
    recognised_by=(
        ("tenant_id",),
        ("month",),
        ("aadp_mau", "aadp_pau", "intune_mau", "intune_pau", "azip_mau", "azip_pau"),
    ),
    facts={"usage": "usage_ems"},
)
