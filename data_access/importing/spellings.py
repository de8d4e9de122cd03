"""Which headers do several exports share? Names drifted over the years; these are the ones seen.

Source: Partner Center documentation, data definitions and downloads hub.
"""

from data_access.importing.kinds import Kind
from data_access.importing.layout import Column

TENANT = Column(
    "tenant_id", Kind.TENANT, ("CustomerTenantId", "customerId", "Tenant ID", "Customer tenant ID"), is_key=True
)
CUSTOMER = Column("tenant_id", Kind.CUSTOMER, ("customerTenantId", "customerId"))
CUSTOMER_NAME = Column("customer_name", Kind.TEXT, ("CustomerName", "Customer name", "Tenant", "Tenant name"))
DOMAIN = Column("domain", Kind.TEXT, ("TenantDomainName", "Customer domain", "Domain name"))
WORKLOAD = Column("workload_name", Kind.TEXT, ("WorkloadName", "Workload"), is_key=True)
MONTH = Column(
    "month",
    Kind.MONTH,
    ("Month", "Date", "MonthKey", "DateKey", "FiscalMonthName", "Timeframe"),
    is_key=True,
    is_past=True,
)
MAU = Column("mau", Kind.COUNT, ("MonthlyActiveUsers", "Monthly active users"))
PAU = Column("pau", Kind.COUNT, ("PaidAvailableUnits", "Paid available units"))
CLAIM = Column("claim_id", Kind.TEXT, ("ClaimId", "Claim number"))
PARTNER = Column(
    "partner_id", Kind.TEXT, ("MPNId", "PartnerID", "ParticipantId", "PartnerLocationID", "PartnerLocation")
)
ATTRIBUTION = Column(
    "attribution",
    Kind.TEXT,
    ("PartnerAttributionType", "PartnerAttachType", "PartnerAssociationType", "partnerAssociation"),
)
DUPLICATE = Column("is_duplicate", Kind.FLAG, ("IsDuplicateRowForPGA",))
SEGMENT = Column("segment", Kind.TEXT, ("CustomerSegment", "Segment"))
COUNTRY = Column("country", Kind.TEXT, ("CustomerMarket", "CustomerTenantCountry", "CustomerCountry", "Country"))
ASSOCIATED_ON = Column("associated_on", Kind.DATE, ("DateAssociated", "Associated date", "Date associated"))

REFRESHED_ON = Column("refreshed_on", Kind.DATE, ("Report Refresh Date",), is_key=True, is_past=True)
PERIOD = Column("period_days", Kind.PERIOD, ("Report Period",), is_key=True)
IS_DELETED = Column("is_deleted", Kind.FLAG, ("Is Deleted",))
