"""What does each metric mean, which rules are in force, and which spellings is a workload known by?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import streamlit as st

from components.panel import panel
from components.words import html, plain
from domain.eligibility_rules import ScoreProgram
from domain.metrics import Metric, Unit, known_metrics
from domain.periods import plus_months
from domain.phrases import in_words, listed
from domain.wording import counted, month
from domain.workloads import known_workloads, workload_name

_UNITS = {Unit.USD: "US dollars", Unit.SHARE: "per cent"}
_FAMILIES = {"growth": "Growth (per new unit)", "milestone": "Milestones (per step)"}
_ROLL_UPS = {"sum": "sum", "last": "last month of the range", "ratio": "sum over sum"}


def metric_catalogue() -> None:
    """Every metric: label, unit, how it adds up, what it rests on."""
    with panel("What does each number mean?", "The same words stand beside every number and in every export."):
        _text_table(("Metric", "Definition", "Unit", "Adds up as", "Standing"), map(_metric, known_metrics().values()))


def rule_sets(in_force: Iterable[Mapping[str, Any]], scores: Iterable[ScoreProgram], refused: Sequence[str]) -> None:
    """Incentive rules by set and months, score programs, and what is wrong with files that are not in force.

    `in_force` as data_access.programs tells it: a row per family, workload and run of months.
    """
    note = (
        "Amounts of an illustrative set are made up: Microsoft's rates are not public. Own sets go before shipped ones."
    )
    with panel("Which rules are in force, since when, and who says so?", note):
        rows = [_rule_set(*one) for one in _runs(in_force)] + [_program(one) for one in scores]
        _text_table(("Rule set", "Kind", "In force", "Amounts", "For", "Source"), rows)
        for sentence in refused:
            st.warning(plain(sentence), icon=":material/rule:")


def workload_table() -> None:
    """Every workload: code, name, family and the spellings seen in files."""
    with panel("Which names does a workload have?", "Unknown names are kept as they are, never dropped."):
        rows = (
            (one.name, one.code, one.family, ", ".join(one.spellings), "yes" if one.is_listed else "no")
            for one in known_workloads().values()
        )
        _text_table(("Workload", "Code", "Family", "Seen as", "Listed as earning"), rows)


def _metric(one: Metric) -> tuple[str, ...]:
    unit = _UNITS.get(one.unit, one.unit.value)
    return one.label, f"{one.definition} Source: {one.source}.", unit, _ROLL_UPS[one.roll_up], one.standing.value


def _runs(in_force: Iterable[Mapping[str, Any]]) -> Iterable[tuple[Mapping[str, Any], list[str]]]:
    def run(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
        return row["family"], str(row["start"]), str(row["end_before"]), row["rule_set"]

    named = sorted((row for row in in_force if row["rule_set"]), key=run)
    for _, rows in groupby(named, key=run):
        found = list(rows)
        yield found[0], [workload_name(row["workload"]) for row in found]


def _rule_set(row: Mapping[str, Any], workloads: Sequence[str]) -> tuple[str, ...]:
    return (
        in_words(row["rule_set"]) + ("" if row["is_own"] else " (shipped)"),
        _FAMILIES[row["family"]],
        _since(row["start"], row["end_before"]),
        "illustrative" if row["is_illustrative"] else "real",
        f"{counted(len(workloads), 'workload')}: {listed(sorted(workloads), most=len(workloads))}",
        row["source"],
    )


def _program(one: ScoreProgram) -> tuple[str, ...]:
    tracks = listed([track.name for track in one.tracks])
    in_force = _since(one.effective_from, one.effective_until)
    return one.name, "Program score", in_force, "points", f"{tracks}; line at {one.line_points:g} points", one.source


def _since(start: date, end_before: date | None) -> str:
    return f"{month(start)} until {month(plus_months(end_before, -1))}" if end_before else f"since {month(start)}"


def _text_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    # A data frame cuts sentences off at the cell's edge; these are here to be read.
    head = "".join(f'<th scope="col">{html(name)}</th>' for name in header)
    body = "".join(f"<tr>{_cells(header, row)}</tr>" for row in rows)
    st.html(f'<table class="cpor-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def _cells(header: Sequence[str], row: Sequence[str]) -> str:
    first = f'<th scope="row">{html(row[0])}</th>'
    rest = zip(header[1:], row[1:], strict=True)
    return first + "".join(f'<td data-label="{html(name)}">{html(told)}</td>' for name, told in rest)
