"""How does each column of a frame read in a table? Labels, units and help come from the metric catalogue."""

import re
from collections.abc import Mapping

import polars as pl
from polars import selectors as cs
from streamlit import column_config as cc
from streamlit.elements.lib.column_types import ColumnConfig

from components.column_words import LABELS, NAMED, SAID
from domain.metrics import Unit, explained, known_metrics
from domain.phrases import in_words

_FORMATS = {Unit.SHARE: "percent", Unit.USD: "dollar"}
_SUFFIX_FORMATS = {"share": "percent", "usd": "dollar"}
_HIDDEN = ("tenant_id", "account_manager_id", "total_count", "group_id", "position")
_ABBREVIATIONS = re.compile(r"\b(mau|pau|hwm|poe|id)\b", re.IGNORECASE)

UNKNOWN = "–"
"""What a table shows where nothing is known."""

Config = dict[str, ColumnConfig | str | None]


def column_config(
    frame: pl.DataFrame, *, shown_ids: tuple[str, ...] = (), labels: Mapping[str, str] | None = None
) -> Config:
    """The table's columns by name. Identifiers stay hidden unless named in `shown_ids`, and so does a code beside its
    name.

    `labels` replace the catalogue's where the table means a narrower thing, or has no room; the help stays.
    """
    config: Config = {}
    for name, kind in frame.schema.items():
        label = (labels or {}).get(name) or column_label(name)
        is_code = name in _HIDDEN or f"{name}_name" in frame.schema
        config[name] = None if is_code and name not in shown_ids else _column(name, label, kind)
    return config


def displayed(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame as a table shows it: words for codes, floats for decimals, shares to the tenth of a per cent as on
    every card; the CSV keeps the originals.
    """
    named = frame.with_columns(cs.decimal().cast(pl.Float64)).with_columns(
        cs.ends_with("_share").and_(cs.float()).round(3),
        *(pl.col(name).replace(words) for name, words in SAID.items() if frame.schema.get(name) == pl.String),
    )
    return named.with_columns(
        pl.col(column).replace({code: name_of(code) for code in _codes(frame, column)})
        for column, name_of in NAMED.items()
        if frame.schema.get(column) == pl.String
    )


def _codes(frame: pl.DataFrame, column: str) -> list[str]:
    return frame.get_column(column).unique().drop_nulls().to_list()


def column_label(name: str) -> str:
    """What a column is called on screen.

    >>> column_label("usage_share"), column_label("imported_at"), column_label("is_late")
    ('Usage %', 'Imported', 'Late')
    >>> column_label("mau"), column_label("potential_usd"), column_label("mau_before")
    ('MAU', 'Potential (estimate)', 'MAU before')
    """
    one = known_metrics().get(name)
    if one is not None:
        # Without the unit, which the cells or the help say: with it, what a table was about stood out of sight.
        return f"{one.label} (estimate)" if one.is_estimate else one.label
    if name in LABELS:
        return LABELS[name]
    words = name.removeprefix("is_").removesuffix("_at").removesuffix("_on").removesuffix("_count")
    money = " (USD)" if words.endswith("_usd") else ""
    said = in_words(words.removesuffix("_usd"))
    return _ABBREVIATIONS.sub(lambda found: found[0].upper(), said) + money


def _column(name: str, label: str, kind: pl.DataType) -> ColumnConfig:
    one = known_metrics().get(name)
    if one is not None and kind.is_numeric():
        return cc.NumberColumn(label, help=explained(name), format=_FORMATS.get(one.unit, "localized"))
    if isinstance(kind, pl.List):
        return cc.LineChartColumn(label, width="small")
    if kind == pl.Boolean:
        return cc.CheckboxColumn(label)
    if kind == pl.Date:
        is_month = name in ("month", "cohort", "complete_through") or name.endswith("_month")
        return cc.DateColumn(label, format="MMM YYYY" if is_month else "D MMM YYYY")
    if isinstance(kind, pl.Datetime):
        return cc.DatetimeColumn(label, format="D MMM YYYY, HH:mm")
    if kind.is_numeric():
        # Money in another currency: both decimals, and no sign of ours.
        other = "accounting" if kind.is_decimal() else "localized"
        return cc.NumberColumn(label, format=_SUFFIX_FORMATS.get(name.rsplit("_", 1)[-1], other))
    return cc.TextColumn(label)
