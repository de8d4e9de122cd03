"""What do many series make together, and how sure is the sum?"""

from collections.abc import Set

import numpy as np
import polars as pl
from numpy.typing import NDArray

from domain.errors import BadInput, UnknownName
from forecasting.banding import ASKED
from forecasting.draws import Draws
from forecasting.fits import Floats
from forecasting.panel import month_date


def totals(
    groups: pl.DataFrame, draws: Draws, names: tuple[str, ...], known: Set[str], first_month: NDArray[np.int64]
) -> pl.DataFrame:
    """Rows group, month, mau, mau_lo, mau_hi, series_count; `names` are the rows of `draws`, `known` all series."""
    if missing := {"unique_id", "group"} - set(groups.columns):
        raise BadInput(f"Groups need the columns unique_id and group; missing: {', '.join(sorted(missing))}.")
    if stray := set(groups["unique_id"].to_list()) - known:
        raise UnknownName(f"No series named {min(stray)}; expected series of this forecast.")
    rows_of = pl.DataFrame(
        {"unique_id": names, "row": range(len(names))}, schema={"unique_id": pl.String, "row": pl.Int64}
    )
    members = (
        groups.select("unique_id", "group")
        .unique(maintain_order=True)
        .join(rows_of, on="unique_id", maintain_order="left")
    )
    parts = []
    for (group,), part in members.group_by("group", maintain_order=True):
        rows = part["row"].to_numpy()
        if len(np.unique(first_month[rows])) > 1:
            raise BadInput("Series of one total end in different months; pass as_of to forecast them from one.")
        point, low, high = summed(draws, rows)
        months = [month_date(int(first_month[rows[0]]) + step) for step in range(len(point))]
        columns = {"group": [group] * len(point), "month": months, "mau": point, "mau_lo": low, "mau_hi": high}
        parts.append(pl.DataFrame(columns | {"series_count": [len(rows)] * len(point)}))
    if parts:
        return pl.concat(parts)
    empty = {"month": pl.Date(), "mau": pl.Float64(), "mau_lo": pl.Float64(), "mau_hi": pl.Float64()}
    return pl.DataFrame(schema={"group": groups.schema["group"], **empty, "series_count": pl.Int64()})


def summed(draws: Draws, rows: NDArray[np.int64]) -> tuple[Floats, Floats, Floats]:
    """Sum of the points and the band of the joint draws' sums, each (horizon,), in users."""
    point = (draws.point[rows] * draws.unit[rows, None]).sum(axis=0)
    low, high = np.quantile(draws.total(rows), ASKED, axis=0)
    return point, np.minimum(low, point), np.maximum(high, point)
