"""Which months and which part of the book are on screen? Drawn once, in app.py, before the page runs.

Every choice is in the URL, so that copying the address copies the view. Widgets bound inside a page would lose
their value on a page switch; drawn in the frame they keep it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from components.url_choice import choose_by_code, codes_in_url, write_codes
from domain.periods import fiscal_year_start, plus_months
from domain.phrases import listed
from domain.scope import Scope
from domain.wording import counted, month, month_range

PRESETS = {"3M": 3, "6M": 6, "12M": 12, "24M": 24}
_FISCAL = "FYTD"
_CUSTOM = "Custom"
_COMPARE = {"Previous period": "previous", "Same period last year": "year", "Nothing": None}
_IN_WORDS = {"previous": "the previous period", "year": "the same period last year"}
# Widget key = parameter name in the URL.
_PARAMETERS = {
    "workloads": "workload",
    "segments": "segment",
    "countries": "country",
    "managers": "manager",
    "locations": "location",
}
_LABELS = {
    "workloads": "Workloads",
    "segments": "Segments",
    "countries": "Countries",
    "managers": "Account managers",
    "locations": "Partner locations",
}


@dataclass(frozen=True, slots=True)
class ScopeOptions:
    """What this viewer may choose from: months of the data, codes with their names."""

    first_month: date | None = None
    last_month: date | None = None
    workloads: Mapping[str, str] = field(default_factory=dict)
    segments: Sequence[str] = ()
    countries: Sequence[str] = ()
    managers: Mapping[str, str] = field(default_factory=dict)
    locations: Mapping[str, str] = field(default_factory=dict)


def scope_bar(options: ScopeOptions) -> Scope:
    """Draw the bar and say what it chose; without any data there is nothing to choose."""
    if options.first_month is None or options.last_month is None:
        return Scope()
    with st.container(key="scope_bar", horizontal=True, vertical_alignment="bottom", gap="small"):
        preset = st.segmented_control(
            "Months",
            [*PRESETS, _FISCAL, _CUSTOM],
            default="12M",
            required=True,
            key="months",
            bind="query-params",
        )
        start, end_before = _range(preset or "12M", options.first_month, options.last_month)
        against = st.selectbox("Compared with", list(_COMPARE), key="compare", bind="query-params", width=205)
        chosen = _filters(options)
        active = sum(map(len, chosen.values()))
        if active:
            st.button(
                f"Clear {counted(active, 'filter')}", type="tertiary", icon=":material/close:", on_click=clear_filters
            )
    return Scope(
        start=start,
        end_before=end_before,
        compare=_COMPARE[against],
        workloads=tuple(chosen["workloads"]) or None,
        segments=tuple(chosen["segments"]) or None,
        countries=tuple(chosen["countries"]) or None,
        managers=tuple(chosen["managers"]) or None,
        locations=tuple(chosen["locations"]) or None,
    )


def _range(preset: str, first: date, last: date) -> tuple[date, date]:
    end_before = plus_months(last, 1)
    if preset == _CUSTOM:
        return _custom(first, last)
    start = fiscal_year_start(last) if preset == _FISCAL else plus_months(end_before, -PRESETS[preset])
    return max(start, first), end_before


def _custom(first: date, last: date) -> tuple[date, date]:
    months = [first]
    while months[-1] < last:
        months.append(plus_months(months[-1], 1))
    names = {month(one): one for one in months}
    labels = list(names)
    start = st.selectbox("From", labels, index=max(len(labels) - 12, 0), key="from", bind="query-params", width=125)
    end = st.selectbox("To", labels, index=len(labels) - 1, key="to", bind="query-params", width=125)
    low, high = sorted((names[start], names[end]))
    return low, plus_months(high, 1)


def _filters(options: ScopeOptions) -> dict[str, list[str]]:
    """The codes chosen, by field of the Scope. All fields go into the address; the lists into a popover."""
    names = _names(options)
    written = {name: codes_in_url(_PARAMETERS[name], known) for name, known in names.items()}
    with st.popover("Filters", icon=":material/filter_list:", key="filters"):
        return {
            name: choose_by_code(_LABELS[name], _PARAMETERS[name], known, written[name])
            for name, known in names.items()
        }


def _names(options: ScopeOptions) -> dict[str, Mapping[str, str]]:
    return {
        "workloads": options.workloads,
        "segments": {one: one for one in options.segments},
        "countries": {one: one for one in options.countries},
        "managers": options.managers,
        "locations": options.locations,
    }


def clear_filters() -> None:
    """Take every filter away; months and comparison stay. A callback."""
    for key in _PARAMETERS.values():
        write_codes(key, ())


def narrow(field_name: str, code: str) -> None:
    """Narrow to one code, as a click on a mark does. A callback.

    `field_name` is the Scope's: "workloads", "segments", "countries", "managers" or "locations".
    """
    write_codes(_PARAMETERS[field_name], (code,))


def scope_in_words(scope: Scope, options: ScopeOptions) -> str:
    """The scope as a sentence, for exports and headings."""
    if scope.start is None or scope.end_before is None:
        return "everything"
    said = [month_range(scope.start, scope.end_before)]
    named = ((scope.workloads, options.workloads), (scope.managers, options.managers))
    said += [listed([names.get(code, code) for code in codes]) for codes, names in named if codes]
    said += [listed(names) for names in (scope.segments, scope.countries) if names]
    if scope.locations:
        said.append(counted(len(scope.locations), "partner location"))
    if scope.compare:
        said.append(f"compared with {_IN_WORDS[scope.compare]}")
    return "; ".join(said)


def compared_with(scope: Scope) -> str:
    """What every change is measured against, short enough for a card."""
    return {"previous": "previous period", "year": "last year"}.get(scope.compare or "", "")
