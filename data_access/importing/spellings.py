"""Which headers do several exports share? Names drifted over the years; these are the ones seen.

Source: Partner Center documentation, data definitions and downloads hub.
"""

from data_access.importing.cells import Kind
from data_access.importing.layout import Column

TENANT = Column(
    "tenant_id", Kind.TENANT, ("CustomerTenantId", "customerId", "Tenant ID", "TenantId", "Customer tenant ID"), True
)
CUSTOMER_NAME = Column("customer_name", Kind.TEXT, ("CustomerName", "Customer name", "Tenant", "Tenant name"))
WORKLOAD = Column("workload_name", Kind.TEXT, ("WorkloadName", "Workload"), True)
MONTH = Column("month", Kind.MONTH, ("Month", "Date", "MonthKey", "DateKey", "FiscalMonthName", "Timeframe"), True)
MAU = Column("mau", Kind.COUNT, ("MonthlyActiveUsers", "Monthly active users", "MAU"))
PAU = Column("pau", Kind.COUNT, ("PaidAvailableUnits", "Paid available units", "PAU"))
CLAIM = Column("claim_id", Kind.TEXT, ("ClaimId", "Claim ID", "Claim number"))
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
