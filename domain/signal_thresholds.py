"""From where on is a situation worth a line on the list, and when is there enough history to say how likely it is?"""

from pydantic import BaseModel, ConfigDict, Field


class SignalThresholds(BaseModel):
    """Defaults follow the field's rules of thumb (30 to 40 %, 10 to 15 % under a milestone); all are settings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step_share: float = Field(0.05, gt=0, le=1, description="The step a workload should grow by, of its paid seats.")
    step_users: int = Field(5, ge=1, description="Smallest step, in users.")
    headroom_share: float = Field(0.10, gt=0, le=1, description="Unused paid seats that count as headroom, of all.")
    milestone_points: int = Field(10, ge=1, le=100, description="How far under a milestone counts, in points.")
    milestone_reached_share: float = Field(
        2 / 3, gt=0, lt=1, description="Part of a milestone that must be reached to be just under it."
    )
    near_share: float = Field(0.95, gt=0, lt=1, description="Part of the mark that is near it again.")
    dip_share: float = Field(0.90, gt=0, lt=1, description="Part of the mark below which usage had dipped.")
    fall_share: float = Field(0.05, gt=0, le=1, description="Smallest fall over the months, of where it began.")
    seats_share: float = Field(0.05, gt=0, le=1, description="Smallest growth of seats over three months.")
    still_share: float = Field(0.01, ge=0, le=1, description="Growth of users up to which they did not grow.")
    line_share: float = Field(0.90, gt=0, lt=1, description="Part of a size line from which it is near.")
    cap_left_share: float = Field(0.10, gt=0, lt=1, description="Part of a cap that is left when it is nearly used.")
    horizon_months: int = Field(6, ge=1, le=12, description="Months in which an outcome is looked for.")
    origin_step_months: int = Field(3, ge=1, le=12, description="Months between the origins history is read at.")
    prior_cases: float = Field(4.0, gt=0, description="Cases the assumed share of a signal weighs as much as.")
    stratum_cases: float = Field(20.0, gt=0, description="Cases a signal's own share weighs as much as in a stratum.")
    minimum_cases: int = Field(20, ge=1, description="Past cases of a signal under which no probability is said.")
    minimum_customers: int = Field(5, ge=1, description="Customers these cases must come from.")
    unsure_cases: int = Field(20, ge=1, description="Cases of a stratum under which confidence is low.")
    sure_cases: int = Field(100, ge=1, description="Cases of a stratum from which confidence is high.")
    returns_share: float = Field(
        0.10, gt=0, le=1, description="Change of users or seats, of seats, after which a closed one returns."
    )
    claim_without_usage_days: int = Field(
        50, ge=0, description="Days after an approval until its usage should be there (a month, and its lag)."
    )
