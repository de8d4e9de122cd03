"""Why is this line on the list? Up to three signed reasons in users, seats and days, and what stands behind the odds."""

from collections.abc import Iterator, Sequence

from domain.signal_sayings import SAYINGS, Reason, Row
from domain.signals import signal
from domain.wording import counted, exact, percent

MOST_REASONS = 3


def reasons(row: Row) -> list[Reason]:
    """The reasons of a row of signals/opportunities, the situation that promises most first."""
    found = [*_of_signals(row), *_of_usage(row)]
    return found[:MOST_REASONS]


def evidence(row: Row) -> str:
    """What the probability rests on; below the minimum evidence it says so.

    >>> evidence({"probability": 0.5, "evidence_count": 8, "reached_count": 4, "signal": "headroom"})
    'Of 8 cases that stood like it, 4 worked out: usage grew by the step above the mark within six months.'
    >>> evidence({"probability": None, "evidence_count": 2, "reached_count": 1, "signal": "headroom"})
    'Not enough data: 2 past cases that stood like it.'
    """
    count = row["evidence_count"] or 0
    if row["probability"] is None:
        return f"Not enough data: {counted(count, 'past case')} that stood like it."
    outcome = signal(row["signal"]).outcome
    if count == 0:
        return f"No past case stood quite like it; the share of all cases of this signal is said: {outcome}."
    return f"Of {counted(count, 'case')} that stood like it, {exact(row['reached_count'])} worked out: {outcome} within six months."


def odds(row: Row) -> str:
    """The probability, or that there is none.

    >>> odds({"probability": 0.316}), odds({"probability": None})
    ('32%', 'not enough data')
    """
    return "not enough data" if row["probability"] is None else percent(row["probability"], 0)


def titles(codes: str | None) -> list[str]:
    """The titles of signals joined by a plus sign.

    >>> titles("headroom+falling")
    ['Headroom', 'Falling']
    """
    return [signal(code).title for code in (codes or "").split("+") if code]


def back_because(row: Row) -> str | None:
    """Why a won or dismissed line is on the list again; None when it is not."""
    if not row["is_back"]:
        return None
    said = []
    came = [title for title in titles(row["signals"]) if title not in titles(row["closed_signals"])]
    went = [title for title in titles(row["closed_signals"]) if title not in titles(row["signals"])]
    if came:
        said.append(f"new: {', '.join(came).lower()}")
    if went:
        said.append(f"no longer: {', '.join(went).lower()}")
    for now, then, noun in (("mau", "closed_mau", "users"), ("pau", "closed_pau", "seats")):
        if row[now] is not None and row[then] is not None and row[now] != row[then]:
            said.append(f"{exact(row[then])} {noun} then, {exact(row[now])} now")
    return f"Back after it was {row['said_status']}: its facts changed ({'; '.join(said)})."


def facts_of(text: str | None) -> Iterator[tuple[str, int | None, int | None]]:
    """(signal, its number, its line) of a row's `facts`.

    >>> list(facts_of("near_milestone:12:40,headroom:100:"))
    [('near_milestone', 12, 40), ('headroom', 100, None)]
    """
    for part in (text or "").split(","):
        if part:
            code, moved, line = part.split(":")
            yield code, int(moved) if moved else None, int(line) if line else None


def _of_signals(row: Row) -> Iterator[Reason]:
    for code, moved, line in facts_of(row["facts"]):
        say = SAYINGS.get(code)
        if say is not None and moved is not None:
            yield say(row, moved, line)


def _of_usage(row: Row) -> Iterator[Reason]:
    mau, mark, mau_3, pau, pau_3 = (row[name] for name in ("mau", "mark", "mau_3", "pau", "pau_3"))
    codes = str(row["signals"]).split("+")
    if mau is not None and mau_3 is not None and mau != mau_3 and "falling" not in codes:
        grew = mau > mau_3
        yield Reason(
            "+" if grew else "−", f"{counted(abs(mau - mau_3), 'user')} {'more' if grew else 'fewer'} in three months"
        )
    if mau is not None and mark is not None and mau < mark and "near_mark" not in codes:
        yield Reason("−", f"{counted(mark - mau, 'user')} below the mark")
    if pau is not None and pau_3 is not None and pau != pau_3 and "seats_grew" not in codes:
        grew = pau > pau_3
        yield Reason(
            "+" if grew else "−", f"{counted(abs(pau - pau_3), 'seat')} {'more' if grew else 'fewer'} in three months"
        )


def in_words(rows: Sequence[Row]) -> list[dict[str, str]]:
    """The words of each row for a table or a CSV: why, odds, evidence, next action."""
    return [
        {
            "why": "; ".join(map(str, reasons(row))),
            "odds": odds(row),
            "rests_on": evidence(row),
            "next_action": signal(row["signal"]).action,
            "back": back_because(row) or "",
        }
        for row in rows
    ]
