"""Where is the next growth, what is it worth, how likely is it, and how well did we tell before?"""

import polars as pl

from data_access.contract import PAGE, Columns, Parameter, Question
from data_access.signal_claims import CLAIM_OVERDUE, CLAIM_WITHOUT_USAGE, FILED, OF_CLAIMS, POE_AGEING
from data_access.signal_record import CALIBRATION, LIFT, RATES
from data_access.signal_standing import (
    CLOSING,
    NAMED,
    NAMED_SITUATIONS,
    PROMISE,
    REASONS,
    SITUATIONS,
    STANDING,
    TOUCHED,
)
from data_access.stacked import StackedQuestion
from domain.opportunities import Status
from domain.signals import known_signals

__all__ = [
    "BY_CUSTOMER",
    "BY_OWNER",
    "BY_SIGNAL",
    "CALIBRATION",
    "CHANGES",
    "CLAIM_OVERDUE",
    "CLAIM_WITHOUT_USAGE",
    "CUSTOMERS_LISTED",
    "FILED",
    "LIFT",
    "LISTED",
    "NAMED",
    "NAMED_SITUATIONS",
    "OF_CLAIMS",
    "OPPORTUNITIES",
    "POE_AGEING",
    "RATES",
    "READY",
    "REASONS",
    "SHOWN",
    "SITUATIONS",
    "STANDING",
    "SUMS",
    "TOTALS",
    "TOUCHED",
    "WORK_HISTORY",
]

_USD = pl.Decimal(18, 2)
_SIGNAL = {"signal": Parameter(tuple(known_signals()))}
LISTED = ("open", "all", *Status)
"""What `status` may ask of the list: everything open, everything, or one status."""

_LIST = {
    **_SIGNAL,
    "owner": Parameter(str),
    "status": Parameter(LISTED, "open"),
    "min_value": Parameter(float),
    "workload_code": Parameter(str),
    "search": Parameter(str),
    **PAGE,
}

SHOWN = StackedQuestion(
    "signals/shown",
    columns={
        "tenant_id": pl.String,
        "workload": pl.String,
        "value_usd": _USD,
        "expected_usd": pl.Float64,
        "ready_no": pl.Int64,
        "is_touched": pl.Boolean,
        "total_count": pl.Int64,
    },
    parameters=_LIST,
    given=(TOUCHED,),
)

OPPORTUNITIES = StackedQuestion(
    "signals/opportunities",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "signal": pl.String,
        "signals": pl.String,
        "facts": pl.String,
        **PROMISE,
        "account_manager_id": pl.String,
        "account_manager": pl.String,
        "status": pl.String,
        **CLOSING,
        "place": pl.Int64,
        "total_count": pl.Int64,
    },
    parameters=_LIST,
    stands_on=(SHOWN,),
)

_WHOSE = dict.fromkeys(("tenant_id", "owner", "signal", "signals"), pl.String)
_COUNTED: Columns = {
    "open_count": pl.Int64,
    "value_usd": _USD,
    "valued_count": pl.Int64,
    "expected_usd": pl.Float64,
    "expected_count": pl.Int64,
    "illustrative_count": pl.Int64,
}

READY = StackedQuestion("signals/ready", columns={**_WHOSE, **_COUNTED}, given=(TOUCHED,))

SUMS = StackedQuestion(
    "signals/sums",
    columns={**_WHOSE, "status": pl.String, "is_back": pl.Boolean, **_COUNTED},
    stands_on=(READY,),
)

CUSTOMERS_LISTED = StackedQuestion(
    "signals/customers_listed",
    columns={"tenant_id": pl.String, "lines_count": pl.Int64},
    stands_on=(SUMS,),
)

TOTALS = StackedQuestion(
    "signals/totals",
    columns={
        "open_count": pl.Int64,
        "customers_count": pl.Int64,
        "value_usd": _USD,
        "expected_usd": pl.Float64,
        "unsaid_count": pl.Int64,
        "new_count": pl.Int64,
        "in_work_count": pl.Int64,
        "back_count": pl.Int64,
        "is_illustrative": pl.Boolean,
        "has_before": pl.Boolean,
    },
    stands_on=(CUSTOMERS_LISTED,),
)

_SUMS: Columns = {"open_count": pl.Int64, "value_usd": _USD, "expected_usd": pl.Float64}

BY_CUSTOMER = StackedQuestion(
    "signals/by_customer",
    columns={"tenant_id": pl.String, "name": pl.String, **_SUMS, "signal": pl.String, "workload": pl.String},
    stands_on=(STANDING,),
)

BY_SIGNAL = StackedQuestion("signals/by_signal", columns={"signal": pl.String, **_SUMS}, stands_on=(SUMS,))

BY_OWNER = StackedQuestion(
    "signals/by_owner",
    columns={
        "owner": pl.String,
        "owner_name": pl.String,
        "open_count": pl.Int64,
        "new_count": pl.Int64,
        "value_usd": _USD,
        "expected_usd": pl.Float64,
    },
    stands_on=(SUMS,),
)

CHANGES = Question(
    "signals/changes",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "change": pl.String,
        "signals_before": pl.String,
        "signals_now": pl.String,
        "before_usd": _USD,
        "now_usd": _USD,
        "mau_before": pl.Int64,
        "mau_now": pl.Int64,
    },
)

WORK_HISTORY = Question(
    "signals/work_history",
    columns={
        "tenant_id": pl.String,
        "workload": pl.String,
        "number": pl.Int64,
        "status": pl.String,
        "owner": pl.String,
        "closed_because": pl.String,
        "note": pl.String,
        "changed_by": pl.String,
        "changed_at": pl.Datetime("us"),
    },
    parameters={"workload_code": Parameter(str)},
)
