"""How well did the opportunity list do before, and what do its odds rest on?"""

import polars as pl

from data_access.contract import Parameter, Question
from domain.signals import known_signals

_SIGNAL = {"signal": Parameter(tuple(known_signals()))}

CALIBRATION = Question(
    "signals/calibration",
    columns={
        "band": pl.Int64,
        "predicted_share": pl.Float64,
        "observed_share": pl.Float64,
        "evidence_count": pl.Int64,
    },
    parameters=_SIGNAL,
)

LIFT = Question(
    "signals/lift",
    columns={
        "month": pl.Date,
        "listed_count": pl.Int64,
        "top_count": pl.Int64,
        "our_share": pl.Float64,
        "headroom_share": pl.Float64,
        "lift": pl.Float64,
    },
)

RATES = Question(
    "signals/rates",
    columns={
        "signal": pl.String,
        "source": pl.String,
        "stratum": pl.String,
        "evidence_count": pl.Int64,
        "reached_count": pl.Int64,
        "base_share": pl.Float64,
        "probability": pl.Float64,
    },
    parameters=_SIGNAL,
)
