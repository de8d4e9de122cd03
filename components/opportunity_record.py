"""How well did the list do before? Promised against observed, the list against its plain rival, and the whole model."""

import polars as pl

from components.translated import in_words
from domain.signals import signal
from domain.wording import percent
from domain.workloads import workload_name

LIFT_LABELS = {
    "listed_count": "On the list",
    "top_count": "Top tenth",
    "our_share": "It held",
    "headroom_share": "By headroom",
    "lift": "Times as much",
}
RATE_LABELS = {
    "stratum": "Cases that stood alike",
    "evidence_count": "Cases",
    "signal_share": "All of the signal",
    "probability_share": "Odds",
}


def lift_sentence(lift: pl.DataFrame) -> str:
    """The list's record in one sentence. Frame of signals/lift."""
    known = lift.drop_nulls(["our_share", "headroom_share"])
    if known.is_empty():
        return "No past list can be judged yet: it takes half a year of outcomes after a history to learn from."
    ours, headroom = known["our_share"].mean(), known["headroom_share"].mean()
    lists = f"{known.height} past lists" if known.height > 1 else "one past list"
    return (
        f"Over {lists}, the top tenth held {percent(_number(ours), 0)} of what growth paid in the six months after; "
        f"the top tenth by largest headroom held {percent(_number(headroom), 0)}."
    )


def rates_in_words(rates: pl.DataFrame) -> pl.DataFrame:
    """The model with signals' titles. Frame of signals/rates."""
    return in_words(rates, lambda code: signal(code).title, "signal").select(
        "signal",
        "source",
        "stratum",
        "evidence_count",
        pl.col("reached_count").alias("worked_out_count"),
        pl.col("base_share").alias("signal_share"),
        pl.col("probability").alias("probability_share"),
    )


def changes_in_words(changes: pl.DataFrame) -> pl.DataFrame:
    """What changed on the list, as a table. Frame of signals/changes."""
    said = in_words(in_words(changes, workload_name, "workload"), _titles, "signals_before", "signals_now")
    return said.select(
        "name", "workload", "change", "signals_before", "signals_now", "before_usd", "now_usd", "mau_before", "mau_now"
    )


def _titles(codes: str) -> str:
    return ", ".join(signal(code).title for code in codes.split("+"))


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
