"""How long may each step of a claim's life take? Documented lengths, all of them configuration."""

from pydantic import BaseModel, ConfigDict, Field


class ClaimWindows(BaseModel):
    """Defaults are the newest documented lengths (DOCS-23 incentives-manage-customer-associations.md)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: str = Field("US", min_length=2, max_length=2, description="Country whose holidays claims' clocks skip.")
    intake_business_days: int = Field(5, ge=0, description="Submitted until the review starts.")
    review_business_days: int = Field(14, ge=0, description="Under review until Microsoft decides (FY21: 5).")
    answer_business_days: int = Field(14, ge=0, description="The partner's time to answer (FY21: 5).")
    notice_business_days: int = Field(5, ge=0, description="The customer's notice after approval.")
    dispute_calendar_days: int = Field(30, ge=0, description="Days after a rejection in which it can be disputed.")
    dispute_business_days: int = Field(5, ge=0, description="A dispute until it is answered.")
    poe_months: int = Field(12, ge=1, description="Age of the customer's acknowledgement a POE may have.")
    poe_warning_days: int = Field(45, ge=0, description="Days before a POE grows too old that say so.")
    filing_business_days: int = Field(
        5, ge=0, description="Days after the customer signed in which a draft should be filed (our own reminder)."
    )
    minimum_licences: int = Field(150, ge=0, description="Paid licences under which a tenant may not earn (FY20-23).")
