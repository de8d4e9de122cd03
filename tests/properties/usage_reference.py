"""The ledger and the bridge once more, one row at a time in plain Python: what the set-based SQL must equal.

Sources: KB-1319 (high-water marks), growth rules of the Partner Center incentives documentation.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data_access.importing.layouts import layout_of
from domain.periods import months_between
from tests.data_access.usage_book import Import, Use, month_at

Series = tuple[int, str]
Bridge = dict[date, dict[str, int]]


@dataclass(frozen=True)
class Line:
    """One row of the ledger. None is unknown."""

    series: Series
    month: date
    mau: int | None
    pau: int | None
    prior_hwm: int | None
    starting_hwm: int | None
    new_units: int | None
    counts_from: date | None
    source: str

    @property
    def is_associated(self) -> bool:
        return self.counts_from is not None and self.month >= self.counts_from


@dataclass(frozen=True)
class Fact:
    mau: int | None
    pau: int | None
    counts_from: date | None
    source: str


def highest(values: Sequence[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)


def facts_of(imports: Sequence[Import]) -> dict[Series, dict[date, Fact]]:
    """One fact per series and month: the best source, then the newest, then the latest import that has a value."""
    records: dict[Series, dict[date, list[tuple[tuple[int, date, int], Import, Use]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for place, one in enumerate(imports):
        rank = (-layout_of(one.format).precedence, one.as_of, place)
        for use in one.uses:
            records[use.tenant, use.workload][month_at(use.month)].append((rank, one, use))
    found: dict[Series, dict[date, Fact]] = {}
    for series, months in records.items():
        said = {month: _association(entries) for month, entries in months.items()}
        valued = {month: [entry for entry in entries if not entry[2].is_copy] for month, entries in months.items()}
        undated = [month for month, proof in said.items() if proof == (True, None) and valued[month]]
        found[series] = {}
        for month, values in valued.items():
            if not values:
                continue
            best = max(rank for rank, _, _ in values)
            winners = [(one, use) for rank, one, use in values if rank == best]
            is_cpor, since = said[month]
            counts_from = since.replace(day=1) if since else min(undated) if is_cpor else None
            found[series][month] = Fact(
                highest([use.mau for _, use in winners]),
                highest([use.pau for _, use in winners]),
                counts_from,
                str(layout_of(winners[0][0].format).source),
            )
    return {series: months for series, months in found.items() if months}


def _association(entries: list[tuple[tuple[int, date, int], Import, Use]]) -> tuple[bool, date | None]:
    """Whether a CPOR-attributed row proves the association, and since when by the best row that says so."""
    proofs = [(rank, use.since) for rank, one, use in entries if one.format == "cpor_usage"]
    dated = [(rank, since) for rank, since in proofs if since]
    return bool(proofs), max(dated)[1] if dated else None


def ledger_of(
    imports: Sequence[Import], baselines: Mapping[tuple[int, str, int], int] | None = None, offset: int = 0
) -> list[Line]:
    """The ledger, in order of series and month. `offset`: months after the association until units count."""
    marks = {(tenant, code, month_at(month)): mark for (tenant, code, month), mark in (baselines or {}).items()}
    lines = []
    for series, months in facts_of(imports).items():
        for month in sorted(months):
            fact = months[month]
            said = [mark for (*key, day), mark in marks.items() if tuple(key) == series and day <= month]
            seen = [earlier.mau for day, earlier in months.items() if day < month]
            prior = highest([*said, *seen])
            begins = fact.counts_from
            before = [earlier.mau for day, earlier in months.items() if begins and day < begins]
            pays = begins is not None and months_between(begins, month) >= offset
            knows = prior is not None and fact.mau is not None and fact.pau is not None
            lines.append(
                Line(
                    series,
                    month,
                    fact.mau,
                    fact.pau,
                    prior,
                    highest(before),
                    max(0, min(fact.mau or 0, fact.pau or 0) - (prior or 0)) * pays if knows else None,
                    begins,
                    fact.source,
                )
            )
    return sorted(lines, key=lambda line: (line.series, line.month))


def bridge_of(imports: Sequence[Import], lines: Sequence[Line]) -> Bridge:
    """Month by month, what became of every series' associated users. A silent source holds its series as they were."""
    delivered = deliveries_of(imports)
    months = sorted({month for _, month in delivered})
    by_month = {(line.series, line.month): line for line in lines}
    counted: dict[Series, Line] = {}
    ever: set[Series] = set()
    bridge: Bridge = {}
    for month in months:
        moved = dict.fromkeys(("opening", "newly_associated", "expansion", "contraction", "lost"), 0)
        moved["opening"] = sum(line.mau or 0 for line in counted.values())
        for series in {line.series for line in lines}:
            line, held = by_month.get((series, month)), counted.get(series)
            if line is not None and line.is_associated and line.mau is not None and line.counts_from is not None:
                if series not in ever:
                    is_older = month == months[0] and line.counts_from < month
                    moved["opening" if is_older else "newly_associated"] += line.mau
                else:
                    step = line.mau - ((held.mau or 0) if held else 0)
                    moved["expansion" if step >= 0 else "contraction"] += abs(step)
                ever.add(series)
                counted[series] = line
            elif held is not None and (held.source, month) in delivered:
                moved["lost"] += held.mau or 0
                del counted[series]
        moved["closing"] = sum(line.mau or 0 for line in counted.values())
        bridge[month] = moved
    return bridge


def deliveries_of(imports: Sequence[Import]) -> set[tuple[str, date]]:
    """(source, month): which source said anything about which month."""
    return {(str(layout_of(one.format).source), month_at(use.month)) for one in imports for use in one.uses}


def complete_through(imports: Sequence[Import]) -> date:
    """The last month that every source still delivering has delivered (three months of silence is stopped)."""
    months: dict[str, set[date]] = defaultdict(set)
    for source, month in deliveries_of(imports):
        months[source].add(month)
    newest = max(map(max, months.values()))
    late = [max(seen) for seen in months.values() if len(seen) > 1 and 0 < months_between(max(seen), newest) <= 3]
    return min([newest, *late])
