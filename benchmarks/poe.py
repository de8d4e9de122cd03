"""How often is the proof-of-execution check right? Precision and recall per point on the labelled documents.

    python -m benchmarks.poe [--json] [--mistakes]

A point is "found", "not found" or "unsure". Precision of found: of what it called found, how much was there. Recall:
of what was there, how much it found. Caught: of what was missing, how much it did not call found (not found or
unsure). The check was developed on the first group only; "written later" came after it stood (see RESULTS.md).
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.poe_reading import docx_pages, pdf_pages
from domain.proof import Page, Verdict, check
from tests.poe_documents.cases import GROUPS, Case, cases

FOUND, NOT_FOUND, UNSURE = Verdict.FOUND, Verdict.NOT_FOUND, Verdict.UNSURE


@dataclass(frozen=True)
class Judged:
    """One point of one document: what is true, and what the check said."""

    case: Case
    item: str
    truth: bool | None
    verdict: Verdict
    why: str

    @property
    def is_false_certainty(self) -> bool:
        wrong = {True: NOT_FOUND, False: FOUND}.get(self.truth) if self.truth is not None else None
        return self.verdict is wrong or (self.truth is None and self.verdict is FOUND)


def judged(case: Case) -> Iterator[Judged]:
    """Every point of a document against its label."""
    read = pdf_pages(case.content, 50) if case.kind == "pdf" else docx_pages(case.content)
    pages = tuple(Page(page["text"], page["has_images"]) for page in read)
    for finding in check(pages, case.facts).findings:
        yield Judged(case, str(finding.item), case.truth.shows.get(finding.key), finding.verdict, finding.why)


def scores(points: list[Judged]) -> dict[str, float | int | None]:
    """Counts and ratios of one set of points; a ratio without cases is None."""
    seen = Counter((point.truth, point.verdict) for point in points)
    there, missing = (sum(seen[truth, verdict] for verdict in Verdict) for truth in (True, False))
    found = seen[True, FOUND] + seen[False, FOUND]
    denied = seen[True, NOT_FOUND] + seen[False, NOT_FOUND]
    return {
        "cases": len(points),
        "precision_found": _ratio(seen[True, FOUND], found),
        "recall_found": _ratio(seen[True, FOUND], there),
        "precision_not_found": _ratio(seen[False, NOT_FOUND], denied),
        "recall_not_found": _ratio(seen[False, NOT_FOUND], missing),
        "caught": _ratio(missing - seen[False, FOUND], missing),
        "unsure_share": _ratio(sum(seen[truth, UNSURE] for truth in (True, False, None)), len(points)),
        "false_certainties": sum(point.is_false_certainty for point in points),
    }


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def main() -> None:
    """Print the table, or JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true")
    options.add_argument("--mistakes", action="store_true", help="list every wrong or unsure point")
    asked = options.parse_args()
    started = time.perf_counter()
    documents = list(cases())
    points = [point for case in documents for point in judged(case)]
    items = list(dict.fromkeys(point.item for point in points))
    answer = {
        group: {item: scores(own) for item in [*items, "all"] if (own := _of(points, item, group))} for group in GROUPS
    }
    if asked.json:
        print(json.dumps({"documents": len(documents), "seconds": round(time.perf_counter() - started, 2), **answer}))
        return
    for group, table in answer.items():
        print(f"\n{group}\n{'point':<26}" + "".join(f"{name:>20}" for name in scores([])))
        for item, row in table.items():
            print(f"{item:<26}" + "".join(f"{_shown(value):>20}" for value in row.values()))
    if asked.mistakes:
        for point in points:
            if point.verdict is not {True: FOUND, False: NOT_FOUND, None: UNSURE}[point.truth]:
                mark = "WRONG" if point.is_false_certainty else "unsure"
                print(f"{mark} {point.case.name} [{point.case.kind}] {point.item}: {point.verdict} - {point.why}")


def _of(points: list[Judged], item: str, group: str) -> list[Judged]:
    return [point for point in points if point.case.group == group and item in (point.item, "all")]


def _shown(value: float | int | None) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
