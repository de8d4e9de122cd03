"""Which claims need somebody, because a proof ages, a step takes too long, or usage does not show?"""

import polars as pl

from data_access.contract import Columns, Question
from data_access.stacked import ClaimQuestion, StackedQuestion

_CLAIMS: Columns = {
    "tenant_id": pl.String,
    "workload": pl.String,
    "signal": pl.String,
    "claim_id": pl.String,
    "since_on": pl.Date,
    "days_count": pl.Int64,
    "state": pl.String,
    "value_usd": pl.Decimal(18, 2),
    "probability": pl.Float64,
    "evidence_count": pl.Int64,
    "reached_count": pl.Int64,
}

POE_AGEING = ClaimQuestion("signals/poe_ageing", _CLAIMS)

CLAIM_OVERDUE = ClaimQuestion("signals/claim_overdue", _CLAIMS)

CLAIM_WITHOUT_USAGE = ClaimQuestion("signals/claim_without_usage", _CLAIMS)

OF_CLAIMS = StackedQuestion("signals/of_claims", _CLAIMS, stands_on=(POE_AGEING, CLAIM_OVERDUE, CLAIM_WITHOUT_USAGE))

FILED = Question("signals/filed", {"tenant_id": pl.String, "workload": pl.String})
