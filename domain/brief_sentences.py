"""How does a number become one sentence of the brief? From rows of answers, the same rows the same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.metrics import Unit
from domain.phrases import listed
from domain.signal_reasons import odds, reasons
from domain.signals import signal
from domain.sources import source_name
from domain.wording import change, counted, exact, money, month, percent
from domain.workloads import workload_name

Row = Mapping[str, Any]
_LIST = "growth/opportunities"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the page that proves it with its parameters."""

    sentence: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()


def usage(months: Sequence[Row]) -> list[Sentence]:
    """How users and usage moved from the last complete month but one. Rows of growth/by_month, complete, in order."""
    if not months:
        return [Sentence("No complete month of usage is known for these customers.", "growth/trends")]
    now = months[-1]
    if now["mau"] is None:
        return [Sentence(f"No usage under association is known in {month(now['month'])}.", "growth/trends")]
    said = f"{counted(now['mau'], 'workload user')} in {month(now['month'])}"
    if len(months) > 1:
        before = months[-2]
        moved = change(now["mau"], before["mau"], Unit.USERS)
        if moved:
            said += f", {moved} against {month(before['month'])}"
    if now["usage_share"] is not None:
        said += f"; {percent(now['usage_share'])} of the paid seats were used"
    return [Sentence(f"{said}.", "growth/trends")]


def new_units(months: Sequence[Row]) -> list[Sentence]:
    """What the last complete month added above the marks."""
    units = months[-1]["new_units"] if months else None
    if units is None:
        return []
    return [
        Sentence(
            f"{month(months[-1]['month'])} added {counted(units, 'unit')} above the high-water marks.", "growth/trends"
        )
    ]


def associated(rows: Sequence[Row]) -> list[Sentence]:
    """How many customers came or went between the first and the last complete month. Rows of portfolio/totals."""
    known = [row for row in rows if row["is_complete"]]
    added = known[-1]["associated_customers"] - known[0]["associated_customers"] if known else 0
    if not added:
        return []
    noun = "more customer" if added > 0 else "fewer customer"
    verb = "is" if abs(added) == 1 else "are"
    text = f"{counted(abs(added), noun)} {verb} associated than in {month(known[0]['month'])}."
    return [Sentence(text, "customers/portfolio")]


def movers(rows: Sequence[Row]) -> list[Sentence]:
    """Who gained and who lost most. Rows of growth/movers."""
    said = []
    for row, verb in ((rows[:1], "gained"), (rows[-1:], "lost")):
        for one in row:
            if one["mau_change"] and (one["mau_change"] > 0) == (verb == "gained"):
                text = (
                    f"{one['name']} {verb} most since {month(one['first_month'])}: "
                    f"{counted(abs(one['mau_change']), 'workload user')}, mainly {workload_name(one['workload'])}, "
                    f"{one['reason']}."
                )
                said.append(Sentence(text, "customers/customer", (("tenant", one["tenant_id"]),)))
    return said


def open_value(totals: Row) -> list[Sentence]:
    """What the open list is worth. Row of signals/totals."""
    count = totals["open_count"]
    if not count:
        return [Sentence("No opportunity is open: nothing in the data calls for work now.", _LIST)]
    said = f"{counted(count, 'open opportunity', 'open opportunities')} at {counted(totals['customers_count'], 'customer')}"
    if totals["expected_usd"] is not None:
        said += f" promise {money(round(totals['expected_usd'], 2))} of {money(totals['value_usd'])} (estimate)"
    if totals["unsaid_count"]:
        said += f"; {exact(totals['unsaid_count'])} have no amount or too little evidence"
    return [Sentence(f"{said}.", _LIST)]


def changes(rows: Sequence[Row], has_before: bool) -> list[Sentence]:
    """What the last import changed on the list. Rows of signals/changes."""
    if not has_before:
        return []
    counts = {kind: sum(1 for row in rows if row["change"] == kind) for kind in ("new", "changed", "gone")}
    named = [f"{exact(count)} {word}" for word, count in counts.items() if count]
    text = (
        f"Since the last import: {listed(named)} on the list."
        if named
        else "The last import changed nothing on the list."
    )
    return [Sentence(text, _LIST)]


def top(rows: Sequence[Row], most: int) -> list[Sentence]:
    """The opportunities that promise most, why, and what to do. Rows of signals/opportunities in their order."""
    said = []
    for row in rows[:most]:
        worth = "no amount named" if row["value_usd"] is None else f"{money(row['value_usd'])}, estimate"
        why = "; ".join(str(one) for one in reasons(row)[:2])
        text = (
            f"{row['name']}, {workload_name(row['workload'])} ({worth}; odds {odds(row)}): {why}. "
            f"{signal(row['signal']).action}"
        )
        said.append(Sentence(text, "customers/customer", (("tenant", row["tenant_id"]),)))
    return said


def open_signal(code: str, rows: Sequence[Row]) -> list[Sentence]:
    """How many opportunities one signal names, and what to do. Rows of signals/by_signal."""
    count = next((row["open_count"] for row in rows if row["signal"] == code), 0)
    if not count:
        return []
    one = signal(code)
    lines = counted(count, "workload")
    return [Sentence(f"{one.title}: {lines}. {one.action}", _LIST, (("signal", one.title),))]


def claims(code: str, rows: Sequence[Row]) -> list[Sentence]:
    """How many claims are in one situation, and the oldest. Rows of the claims' signals."""
    ids = sorted({row["claim_id"] for row in rows})
    if not ids:
        return []
    one = signal(code)
    oldest = max(rows, key=lambda row: (row["days_count"] or 0, row["claim_id"]))
    text = f"{one.title}: {counted(len(ids), 'claim')}, the oldest {oldest['claim_id']} for {counted(oldest['days_count'] or 0, 'day')}. {one.action}"
    return [Sentence(text, _LIST, (("signal", one.title),))]


def not_taken(totals: Row) -> list[Sentence]:
    """How much of the list nobody works on."""
    if not totals["new_count"]:
        return []
    text = f"Nobody took {exact(totals['new_count'])} of the {exact(totals['open_count'])} yet; {exact(totals['in_work_count'])} are in work."
    return [Sentence(text, _LIST, (("status", "New"),))]


def owners(rows: Sequence[Row]) -> list[Sentence]:
    """Where most of the promise lies. Rows of signals/by_owner in their order."""
    named = [row for row in rows if row["owner"] and row["expected_usd"]][:3]
    if not named:
        return []
    said = [f"{row['owner_name']} {money(round(row['expected_usd'], 2))}" for row in named]
    return [Sentence(f"Most expected value (estimate) by owner: {listed(said)}.", _LIST)]


def late(rows: Sequence[Row], today: date, *, may_import: bool) -> list[Sentence]:
    """Which sources have not delivered, and to those who may the request to import them. Rows of imports/freshness."""
    names = [
        source_name(row["source"])
        for row in rows
        if not row["is_stopped"] and (row["is_late"] or row["next_expected_on"] < today)
    ]
    if not names:
        return []
    text = f"Late: {listed(names)}; the months concerned are left out of comparisons."
    return [Sentence(f"{text} Import them." if may_import else text, "data/imports")]


def record(rows: Sequence[Row]) -> list[Sentence]:
    """How well past lists did. Rows of signals/lift."""
    known = [row for row in rows if row["our_share"] is not None and row["headroom_share"] is not None]
    if not known:
        return []
    ours = sum(row["our_share"] for row in known) / len(known)
    plain = sum(row["headroom_share"] for row in known) / len(known)
    text = (
        f"The top tenth of past lists held {percent(ours, 0)} of what growth paid later; "
        f"a list by largest headroom held {percent(plain, 0)}."
    )
    return [Sentence(text, _LIST)]
