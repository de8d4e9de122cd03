"""How do the codes of incentive answers read? Steps of the waterfall, groups of the ladder, causes and refusals."""

from datetime import date

import polars as pl

from components.translated import in_words
from domain.incentive_causes import cause_words
from domain.refusals import refusal_words
from domain.wording import month

STEP_GROUPS = {
    "reached_this_month": "Reached this month",
    "within_10_percent": "Within 10 % of PAU",
    "later": "Later",
    "out_of_reach": "Out of reach (PAU below the minimum)",
    "all_reached": "All steps reached",
    "unknown": "Not enough data",
    "no_rules": "No milestone rules in force",
}
EARNINGS_LABELS = {
    "expected_usd": "Expected (estimate)",
    "reported_usd": "Earned (reported)",
    "amount": "Amount (reported)",
    "amount_usd": "In USD (reported)",
    "cap_usd": "Cap (USD)",
    "used_usd": "Used (estimate)",
    "balance_usd": "Balance (estimate)",
    "cut_usd": "Cut off (estimate)",
    "derived_rate": "Rate in the export",
    "card_rate": "Rate in force",
}
"""Column labels that say which money is an estimate."""

_DATES = {"transaction_on": "the transaction date", "earning_on": "the earning date"}
_WATERFALL = {
    "active_users": "Active users",
    "not_claimed": "Not claimed",
    "hwm_unknown": "No HWM",
    "at_or_below_mark": "Up to HWM",
    "above_paid_units": "Above PAU",
    "refused": "Refused",
    "eligible": "Eligible",
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


def families_note(rules: pl.DataFrame) -> str | None:
    """What holds where both families have rules for the same months; None where they never meet.

    Frame of incentives/rules.
    """
    growth, milestone = (rules.filter(pl.col("family") == family) for family in ("growth", "milestone"))
    met = milestone.join(growth, on="workload", suffix="_growth").filter(
        (pl.col("start") < pl.col("end_before_growth").fill_null(date.max))
        & (pl.col("start_growth") < pl.col("end_before").fill_null(date.max))
    )
    if met.is_empty():
        return None
    since = month(met.select(pl.max_horizontal("start", "start_growth").min()).item())
    return (
        f"From {since} on both families have rules: estimates are by growth rules, and what milestone rules would pay "
        "stands apart and is never added."
    )


def usage_month_words(dates: pl.DataFrame, chosen: str) -> str:
    """Whether the date chosen in the settings is the one that agrees best. Frame of incentives/usage_month."""
    known = dates.filter(pl.col("compared_count") > 0)
    best = known.filter("is_proposed")["date_column"].to_list() or [chosen]
    if known.is_empty():
        return f"Nothing to compare yet; the setting says {_DATES[chosen]}."
    if best == [chosen]:
        return f"The setting says {_DATES[chosen]}, which agrees best with the usage files."
    return (
        f"The setting says {_DATES[chosen]}, but {_DATES[best[0]]} agrees better with the usage files: set "
        f"`CPOR_EARNINGS_MONTH_COLUMN={best[0]}` and import again."
    )


def _labelled(rows: pl.DataFrame, amount: str) -> pl.DataFrame:
    return rows.select(
        pl.col("step").replace(_WATERFALL).alias("label"), pl.col(amount).cast(pl.Float64).alias("amount"), "is_total"
    )
