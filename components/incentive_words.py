"""How do the codes of incentive answers read? Steps of the waterfall, groups of the ladder, causes and refusals."""

import polars as pl

from components.translated import in_words
from domain.incentive_causes import cause_words
from domain.refusals import refusal_words

STEP_GROUPS = {
    "reached_this_month": "Reached this month",
    "within_10_percent": "Within 10 % of PAU",
    "later": "Later",
    "out_of_reach": "Out of reach (PAU below the minimum)",
    "all_reached": "All steps reached",
    "unknown": "Not enough data",
    "no_rules": "No milestone rules in force",
}
_WATERFALL = {
    "active_users": "Active users",
    "not_claimed": "Not claimed",
    "hwm_unknown": "HWM unknown",
    "at_or_below_mark": "At or below the HWM",
    "above_paid_units": "Above paid units",
    "refused": "Refused by rule",
    "eligible": "Eligible units",
    "at_the_rate": "At the rate",
    "cut_by_cap": "Cut by caps",
    "payable": "Payable",
}
_FUNNEL = {
    "reached_this_month": "reached this month",
    "reached": "reached before",
    "within_10_percent": "within 10 %",
    "later": "later",
    "out_of_reach": "out of reach",
    "unknown": "not enough data",
}


def units_waterfall(frame: pl.DataFrame) -> pl.DataFrame:
    """The part of incentives/waterfall in users: label, amount, is_total."""
    rows = frame.filter(pl.col("units").is_not_null() & (pl.col("step") != "at_the_rate"))
    return _labelled(rows, "units")


def money_waterfall(frame: pl.DataFrame) -> pl.DataFrame:
    """The part of incentives/waterfall in USD: label, amount, is_total."""
    return _labelled(frame.filter(pl.col("amount_usd").is_not_null()), "amount_usd")


def funnel_rows(frame: pl.DataFrame) -> pl.DataFrame:
    """incentives/funnel for bars: state and workloads_count, from the lowest step up, the nearest group first."""
    order = {group: place for place, group in enumerate(_FUNNEL)}
    ranked = frame.with_columns(pl.col("step_group").replace_strict(order, default=99).alias("place"))
    label = pl.format("{} %: {}", "step", pl.col("step_group").replace(_FUNNEL))
    return ranked.sort("step", "place").select(label.alias("state"), pl.col("series_count").alias("workloads_count"))


def blockers_in_words(frame: pl.DataFrame) -> pl.DataFrame:
    """A ladder with what stands in the way as a sentence instead of a code."""
    names = [name for name in ("milestone_blocked_by", "growth_blocked_by") if name in frame.columns]
    return in_words(frame, refusal_words, *names)


def causes_in_words(frame: pl.DataFrame) -> pl.DataFrame:
    """Differences with the cause as a sentence and the refusal codes in words."""
    said = in_words(frame, cause_words, "cause")
    return in_words(said, refusal_words, "refusal_codes") if "refusal_codes" in frame.columns else said


def _labelled(rows: pl.DataFrame, amount: str) -> pl.DataFrame:
    return rows.select(
        pl.col("step").replace(_WATERFALL).alias("label"), pl.col(amount).cast(pl.Float64).alias("amount"), "is_total"
    )
