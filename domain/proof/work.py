"""Does the document name every claimed workload, and say what was done?"""

import re
from bisect import bisect_right
from functools import cache

from domain.proof.findings import ClaimFacts, Finding, Item, Verdict
from domain.proof.reading import FoldedText, Line, Reading
from domain.workloads import earlier_and_other_names, known_workloads

_EXCLUDED = re.compile(
    r"(?<!\w)(?:not (?:included|covered|part of|in scope|deployed|delivered|claimed)|out[ -]of[ -]scope"
    r"|exclud\w+|except|excepting|without|nicht (?:enthalten|umfasst|teil)|ausgenommen|ausgeschlossen|hors perimetre"
    r"|sauf|excluido|no incluid\w+"
    r"|escluso|buiten scope|future phase|at a later (?:date|stage)|planned for later)(?!\w)"
)
_ACTIVITY = re.compile(
    r"(?<!\w)(?:deploy|roll(?:ed|ing)?[ -]?out|rollout|migrat|configur|implement|train|workshop|onboard|enabl|pilot"
    r"|adopt|provision|govern|assess|plann|design|support|moderni[sz]|introduc|set[ -]?up|review|optimi[sz]|integrat"
    r"|champion|change management|advis|hardening|enrol|activat|coach|install|envision|readiness|go-live"
    r"|einfuhr|bereitstell|schulung|schult|einricht|umstell|begleit|beratung|konfigur|aktivier|planung|geplant"
    r"|deploi|mise en place|mise en oeuvre|mis en|formation|accompagn|implant|capacit|formacion|migraci|despliegue"
    r"|configura|implementa|formazione|adozione|distribu|treinamento|uitrol|inrichting|adoptie|wdroz|szkole)"
)
_PLACEHOLDER = re.compile(r"[\[<{](?:describe|insert|activity|activities|your|enter|fill)[^\]>}]*[\]>}]")
_DISCLOSURE = (
    re.compile(r"(?<!\w)microsoft(?!\w)"),
    re.compile(r"(?<!\w)(?:fees?|incentives?|compensat\w+|commissions?|payments?|remunerat\w+|paid|funding)(?!\w)"),
    re.compile(r"(?<!\w)(?:may|might|will|could|can|receives?|pays?|disclos\w+|eligible|entitled)(?!\w)"),
)
_PUBLIC = re.compile(
    r"(?<!\w)(?:public[ -]sector|government\w*|disclos\w+|public entit\w+|state agenc\w+|federal)(?!\w)"
)
_NEARBY = 3


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(_one(each) for each in _longest_first(names)) + r")(?![\w]|-\w)")


def _longest_first(names: tuple[str, ...]) -> list[str]:
    return sorted({FoldedText.of(name).text.strip() for name in names}, key=lambda name: (-len(name), name))


def _one(name: str) -> str:
    return r"[\s\xa0-]{0,2}".join(re.escape(word) for word in re.split(r"[\s-]+", name))


@cache
def _other_names(code: str) -> tuple[str, ...]:
    """Names of other workloads that contain one of this workload's ("Teams Phone" is not "Teams")."""
    own = [FoldedText.of(name).text for name in earlier_and_other_names(code)]
    return tuple(
        name
        for other in known_workloads()
        if other != code
        for name in earlier_and_other_names(other)
        if any(mine in FoldedText.of(name).text and mine != FoldedText.of(name).text for mine in own)
    )


def _places(
    text: str, original: str, origin: tuple[int, ...], code: str, names: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Where a text names a workload, and not another one whose name is longer."""
    longer = _other_names(code)
    taken = [found.span() for found in _names(longer).finditer(text)] if longer else []
    starts = [start for start, _ in taken]
    places = []
    for found in _names(names).finditer(text):
        # Matches of one pattern never overlap, so only the last one that starts before this can hold it.
        nearest = bisect_right(starts, found.start()) - 1
        is_part = nearest >= 0 and found.end() <= taken[nearest][1]
        if not is_part and _is_a_name(original[origin[found.start()] : origin[found.end() - 1] + 1]):
            places.append(found.span())
    return places


def _is_a_name(written: str) -> bool:
    """Whether it is written as a name: "our teams" is not Teams, "mip" not MIP; "exchange online" is clear."""
    if len(written) <= 4 and written.isalpha():
        return written.isupper()
    is_ordinary = " " not in written or written.casefold().startswith("phone system")
    return written[0].isupper() or not is_ordinary


_EVERYDAY = frozenset({"meetings", "calls", "any app", "exchange active"})
"""Names of workloads in usage files that prove nothing in a letter."""


def workload_findings(reading: Reading, facts: ClaimFacts) -> list[Finding]:
    """One line per claimed workload: named, named only as excluded, only by an everyday word, or absent."""
    return [_workload(reading, code, names) for code, names in facts.workloads.items()]


def _workload(reading: Reading, code: str, names: tuple[str, ...]) -> Finding:
    shown = names[0] if names else code
    clear = tuple(name for name in names if FoldedText.of(name).text not in _EVERYDAY) or (shown,)
    doubtful: Finding | None = None
    for page, folded in enumerate(reading.folded):
        for start, end in _places(folded.text, reading.pages[page].text, folded.origin, code, clear):
            quote = reading.quote(page, folded.origin[start], folded.origin[end - 1] + 1)
            if not _EXCLUDED.search(_sentence(folded.text, start, end)):
                return Finding(Item.WORKLOAD, Verdict.FOUND, f"{shown} is named.", quote, page + 1, code)
            why = f"{shown} is named, but the sentence may exclude it."
            doubtful = doubtful or Finding(Item.WORKLOAD, Verdict.UNSURE, why, quote, page + 1, code)
    vague = tuple(name for name in names if FoldedText.of(name).text in _EVERYDAY)
    for page, folded in enumerate(reading.folded if vague and not doubtful else ()):
        for start, end in _places(folded.text, reading.pages[page].text, folded.origin, code, vague):
            quote = reading.quote(page, folded.origin[start], folded.origin[end - 1] + 1)
            why = f"Only the everyday word '{folded.text[start:end]}' was found; name the workload in full."
            return Finding(Item.WORKLOAD, Verdict.UNSURE, why, quote, page + 1, code)
    return doubtful or Finding(
        Item.WORKLOAD, Verdict.NOT_FOUND, f"{shown} is not named in the document.", workload=code
    )


def _sentence(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _SENTENCE), end + _SENTENCE
    left = max(text.rfind(mark, first, start) for mark in _STOPS)
    rights = [place for mark in _STOPS if (place := text.find(mark, end, last)) >= 0]
    return text[max(left + 1, first) : min([*rights, last])]


_SENTENCE = 200
_STOPS = (". ", ".\n", "; ", "\n\n", "•", "\n-")


def activities_finding(reading: Reading, facts: ClaimFacts, works: list[Finding]) -> Finding:
    """What was done, said beside the name of each workload the document names."""
    described = [line for line in reading.lines if _describes(line)]
    if not described:
        return Finding(Item.ACTIVITIES, Verdict.NOT_FOUND, "No description of activities was found.")
    first = described[0]
    quote = " ".join(first.text.split())[:160]
    named = {each.workload: facts.workloads[each.workload] for each in works if each.workload and each.page}
    without = [names[0] for code, names in named.items() if not _near(reading, code, names)]
    if any(_PLACEHOLDER.search(line.folded) for line in reading.lines):
        why = "Activities are described, but a placeholder of a template is left."
    elif not named:
        why = "Activities are described, but not for a claimed workload."
    elif without:
        why = f"No activity stands beside {', '.join(without)}."
    else:
        return Finding(Item.ACTIVITIES, Verdict.FOUND, "Activities are described.", quote, first.page)
    return Finding(Item.ACTIVITIES, Verdict.UNSURE, why, quote, first.page)


def _describes(line: Line) -> bool:
    return line.words_count >= 3 and _ACTIVITY.search(line.folded) is not None and not _PLACEHOLDER.search(line.folded)


def _near(reading: Reading, code: str, names: tuple[str, ...]) -> bool:
    """Whether an activity stands on the line that names a workload, or on one of the next few."""
    lines = reading.lines
    for index, line in enumerate(lines):
        if _places(line.flat.text, line.text, line.flat.origin, code, names) and any(
            _describes(each) for each in lines[max(0, index - _NEARBY) : index + _NEARBY + 1]
        ):
            return True
    return False


def disclosure_finding(reading: Reading) -> Finding:
    """A statement that Microsoft may pay the partner, needed for public-sector customers in the US and Puerto Rico."""
    for page, folded in enumerate(reading.folded):
        for found in _DISCLOSURE[1].finditer(folded.text):
            sentence = _sentence(folded.text, found.start(), found.end())
            if all(pattern.search(sentence) for pattern in _DISCLOSURE):
                quote = reading.quote(page, folded.origin[found.start()], folded.origin[found.end() - 1] + 1)
                if _PUBLIC.search(folded.text):
                    return Finding(
                        Item.DISCLOSURE, Verdict.FOUND, "The disclosure of payments is stated.", quote, page + 1
                    )
                why = "Payments by Microsoft are mentioned; whether as the disclosure text cannot be told."
                return Finding(Item.DISCLOSURE, Verdict.UNSURE, why, quote, page + 1)
    why = "No public-sector disclosure was found (needed for public-sector customers in the US and Puerto Rico)."
    return Finding(Item.DISCLOSURE, Verdict.NOT_FOUND, why)
