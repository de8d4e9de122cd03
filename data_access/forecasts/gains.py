"""What will growth still bring, in net new units and money, per owner, fiscal quarter and to the fiscal year's end?"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from domain.periods import fiscal_year_start, months_between, plus_months
from forecasting import Forecast
from forecasting.banding import ASKED
from forecasting.fits import Floats

_AT_ONCE = 1000
_OWNER = {"owner_kind": pl.String, "owner": pl.String}
_GAINS = {
    **_OWNER,
    "kind": pl.String,
    "quarter": pl.Date,
    "amount": pl.Float64,
    "amount_lo": pl.Float64,
    "amount_hi": pl.Float64,
}
_EARNINGS = {**_OWNER, "until_month": pl.Date, "usd": pl.Float64, "usd_lo": pl.Float64, "usd_hi": pl.Float64}
Sums = dict[tuple[str, str, str], Any]


def gains(result: Forecast, series: pl.DataFrame, as_of: date) -> dict[str, pl.DataFrame]:
    """The tables `gains` (an owner's quarters still open) and `earnings` (an owner's year), of marts_forecast/tables.

    A unit counts once, when users first rise above the mark, within paid units. Money is units x rate while the time
    cap lasts, within the balance of the cap account, which workloads of a customer may share: path by path, summed.
    """
    first = plus_months(as_of, 1)
    year_end = plus_months(fiscal_year_start(first), 12)
    ahead = [plus_months(first, step) for step in range(months_between(first, year_end))]
    sums: Sums = defaultdict(int)
    for part in _parts(_placed(series, as_of), result):
        units = _units(part, result, len(ahead))
        for at, row in enumerate(part.iter_rows(named=True)):
            _add(sums, row, "new_units", units[at])
        for row, money in _accounts(part, units):
            _add(sums, row, "reported_usd", money)
    return {"gains": _quarters(sums, ahead), "earnings": _years(sums, ahead[-1])}


def _placed(series: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """`known`: how many of the months ahead the mark covers already, where one source is ahead of a late one."""
    known = (pl.col("known_month").dt.year() - as_of.year) * 12 + (pl.col("known_month").dt.month() - as_of.month)
    return series.with_columns(known.clip(0).cast(pl.Int64).alias("known"))


def _parts(series: pl.DataFrame, result: Forecast) -> Iterator[pl.DataFrame]:
    """Associated series with a mark and a forecast, those of one cap account never apart, with their row in the draws."""
    rows = pl.DataFrame(
        {"unique_id": result.names, "row": range(len(result.names))}, schema={"unique_id": pl.String, "row": pl.Int64}
    )
    counted = series.filter(pl.col("is_associated") & pl.col("hwm").is_not_null()).join(rows, on="unique_id")
    together = counted.sort("account", "unique_id").with_columns(
        (pl.int_range(pl.len()) // _AT_ONCE).min().over("account").alias("part")
    )
    yield from together.partition_by("part", maintain_order=True)


def _units(part: pl.DataFrame, result: Forecast, months: int) -> Floats:
    """Units above the mark gained by the end of each month: (series, draws, months)."""
    users = result.draws.users(part["row"].to_numpy())[:, :, :months]
    covered = np.arange(users.shape[2]) < part["known"].to_numpy()[:, None]
    users = np.where(covered[:, None, :], 0, users)
    ceiling = part["pau"].cast(pl.Float64).fill_null(np.inf).to_numpy()[:, None, None]
    mark = part["hwm"].cast(pl.Float64).to_numpy()[:, None, None]
    highest = np.maximum.accumulate(np.floor(np.minimum(users, ceiling)), axis=2)
    return np.asarray(np.maximum(0, highest - mark))


def _accounts(part: pl.DataFrame, units: Floats) -> Iterator[tuple[dict[str, Any], Floats]]:
    """Money by the end of each month per cap account, (draws, months), with the row of one of its series."""
    if not units.size:
        return
    months = units.shape[2]
    rate = part["rate"].cast(pl.Float64).fill_null(0).to_numpy()
    paying = (part["known"] + part["paying_months"].fill_null(months)).clip(0, months).to_numpy()
    for _, rows in part.with_row_index("at").group_by("account", maintain_order=True):
        earned: Any = 0
        for row in rows["at"].to_list():
            if rate[row] and paying[row]:
                until = np.minimum(np.arange(months), paying[row] - 1)
                earned = earned + units[row][:, until] * rate[row]
        if isinstance(earned, int):
            continue
        balance = rows["cap_balance_usd"][0]
        yield rows.row(0, named=True), np.minimum(earned, np.inf if balance is None else max(float(balance), 0))


def _add(sums: Sums, row: dict[str, Any], kind: str, amounts: Floats) -> None:
    for owner in (("all", ""), ("account_manager", row["account_manager_id"]), ("team", row["team"])):
        if owner[1] is not None:
            sums[*owner, kind] = sums[*owner, kind] + amounts


def _quarters(sums: Sums, ahead: list[date]) -> pl.DataFrame:
    ends = [at for at, month in enumerate(ahead) if month.month % 3 == 0]
    found = []
    for (owner_kind, owner, kind), draws in sums.items():
        before = np.zeros(len(draws))
        for end in ends:
            quarter = draws[:, end] - before
            found.append((owner_kind, owner, kind, plus_months(ahead[end], -2), *_said(quarter)))
            before = draws[:, end]
    return pl.DataFrame(found, schema=_GAINS, orient="row")


def _years(sums: Sums, until: date) -> pl.DataFrame:
    found = [
        (owner_kind, owner, until, *_said(draws[:, -1]))
        for (owner_kind, owner, kind), draws in sums.items()
        if kind == "reported_usd"
    ]
    return pl.DataFrame(found, schema=_EARNINGS, orient="row")


def _said(draws: Floats) -> tuple[float, float, float]:
    """Mean and 80 % band."""
    low, high = np.quantile(draws, ASKED)
    return float(draws.mean()), float(low), float(high)
