"""How do the rates of a partner's own earnings export become the rules in force?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

import polars as pl

from data_access.programs import parsed_rules, rule_sets
from data_access.workspace import Workspace, replace_file
from domain.errors import BadInput, Conflict
from domain.incentive_rulebook import overlap
from domain.incentive_rules import CapScope
from domain.workloads import known_workloads

PREFIX = "adopted_rates_"
SOURCE = "derived from your earnings export"

Card = dict[str, Decimal]


def adopt_rates(
    workspace: Workspace,
    derived: pl.DataFrame,
    *,
    cap_usd: Decimal | None = None,
    cap_scope: CapScope = "customer_workload",
    time_cap_months: int | None = None,
) -> tuple[Path, ...]:
    """Write the answer of `incentives/derived_rates` as own rule sets, one per run of months with the same rates.

    A workload's rate holds until the export shows another one. Sets adopted before are replaced. Caps are not in
    an export, so they are the caller's. Marts take up the new sets when the snapshot is built next. `BadInput`
    when there is no rate of a known workload, `Conflict` when another own set pays for the same months.
    """
    texts = {
        f"{PREFIX}{start:%Y_%m}": _toml(start, end_before, card, cap_usd, cap_scope, time_cap_months)
        for start, end_before, card in _runs(derived)
    }
    if not texts:
        raise BadInput("The earnings imported so far carry no rate of a known workload; there is nothing to adopt.")
    others = [one for one in rule_sets(workspace).book.own if not one.name.startswith(PREFIX)]
    for name, text in texts.items():
        rules = parsed_rules(f"{name}.toml", text)
        for other in others:
            why = overlap(other, rules)
            if why:
                raise Conflict(f"{why}. End or remove programs/{other.name}.toml to use the export's rates.")
    workspace.programs.mkdir(parents=True, exist_ok=True)
    for earlier in workspace.programs.glob(f"{PREFIX}*.toml"):
        if earlier.stem not in texts:
            earlier.unlink()
    files = tuple(workspace.programs / f"{name}.toml" for name in texts)
    for file in files:
        replace_file(file, texts[file.stem].encode())
    return files


def _runs(derived: pl.DataFrame) -> Iterator[tuple[date, date | None, Card]]:
    known = derived.filter(pl.col("workload").is_in(list(known_workloads()))).sort("month", "workload")
    cards: list[tuple[date, Card]] = []
    for (month,), rows in known.group_by(["month"], maintain_order=True):
        card = dict(cards[-1][1]) if cards else {}
        card |= dict(zip(rows["workload"], rows["derived_rate"], strict=True))
        if not cards or card != cards[-1][1]:
            cards.append((month, card))
    for (start, card), following in zip_longest(cards, cards[1:]):
        yield start, following[0] if following else None, card


def _toml(
    start: date,
    end_before: date | None,
    card: Card,
    cap_usd: Decimal | None,
    cap_scope: CapScope,
    time_cap_months: int | None,
) -> str:
    lines = ['family = "growth"', f"start = {start}"]
    lines += [f"end_before = {end_before}"] if end_before else []
    lines += ["illustrative = false", f'source = "{SOURCE}"', f'cap_scope = "{cap_scope}"']
    lines += [f"cap_usd = {cap_usd:.2f}"] if cap_usd is not None else []
    lines += [f"time_cap_months = {time_cap_months}"] if time_cap_months is not None else []
    lines += ["", "[rates_usd]"]
    lines += [f"{workload} = {rate:f}" for workload, rate in sorted(card.items())]
    return "\n".join(lines) + "\n"
