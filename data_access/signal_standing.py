"""Which situations hold now, and how does the work on each customer's workload stand? What the list is made of."""

import polars as pl

from data_access.contract import Columns, Question
from data_access.signal_claims import FILED, OF_CLAIMS
from data_access.stacked import StackedQuestion

_USD = pl.Decimal(18, 2)

_REASON: Columns = {
    "tenant_id": pl.String,
    "workload": pl.String,
    "signal": pl.String,
    "value_usd": _USD,
    "probability": pl.Float64,
    "evidence_count": pl.Int64,
    "reached_count": pl.Int64,
    "confidence": pl.String,
    "since_on": pl.Date,
    "target_users": pl.Int64,
    "moved": pl.Int64,
    "line": pl.Int64,
    "momentum": pl.String,
    "stratum": pl.String,
}

REASONS = Question("signals/reasons", _REASON)

SITUATIONS = StackedQuestion(
    "signals/situations",
    columns={**_REASON, "claim_id": pl.String, "position": pl.Int32, "expected_usd": pl.Float64},
    stands_on=(REASONS,),
    given=(OF_CLAIMS, FILED),
)

PROMISE: Columns = {
    "since_on": pl.Date,
    "value_usd": _USD,
    "probability": pl.Float64,
    "expected_usd": pl.Float64,
    "evidence_count": pl.Int64,
    "reached_count": pl.Int64,
    "confidence": pl.String,
    "stratum": pl.String,
    "momentum": pl.String,
    "mau": pl.Int64,
    "pau": pl.Int64,
    "mark": pl.Int64,
    "mau_3": pl.Int64,
    "pau_3": pl.Int64,
    "target_users": pl.Int64,
    "claim_id": pl.String,
    "is_illustrative": pl.Boolean,
}
CLOSING: Columns = {
    "is_back": pl.Boolean,
    "said_status": pl.String,
    "closed_signals": pl.String,
    "closed_mau": pl.Int64,
    "closed_pau": pl.Int64,
    "closed_because": pl.String,
    "owner": pl.String,
    "note": pl.String,
    "changed_by": pl.String,
    "changed_at": pl.Datetime("us"),
    "facts_key": pl.String,
}

_LINE: Columns = {
    "tenant_id": pl.String,
    "name": pl.String,
    "segment": pl.String,
    "account_manager_id": pl.String,
    "account_manager": pl.String,
    "team": pl.String,
    "workload": pl.String,
    "signal": pl.String,
    "signals": pl.String,
    "facts": pl.String,
    **PROMISE,
    "status": pl.String,
    **CLOSING,
}

_READY: Columns = {
    "line_no": pl.Int64,
    "ready_signal": pl.String,
    "ready_signals": pl.String,
    "ready_usd": _USD,
    "ready_expected_usd": pl.Float64,
}
"""The line that usage alone makes of the same workload."""

NAMED = Question(
    "signals/named",
    {
        **dict.fromkeys(("tenant_id", "workload", "partner_id"), pl.String),
        **dict.fromkeys(("mau", "pau", "mark", "mau_3", "pau_3"), pl.Int64),
        "is_illustrative": pl.Boolean,
        **_READY,
        "is_listed": pl.Boolean,
        **dict.fromkeys(("name", "segment", "account_manager_id", "account_manager", "team"), pl.String),
    },
)

NAMED_SITUATIONS = StackedQuestion(
    "signals/named_situations",
    columns={**_REASON, "claim_id": pl.String},
    stands_on=(NAMED,),
    given=(OF_CLAIMS, FILED),
)

TOUCHED = StackedQuestion("signals/touched", {**_LINE, **_READY}, stands_on=(NAMED_SITUATIONS,))

STANDING = StackedQuestion("signals/standing", _LINE, given=(TOUCHED,))
