"""Is a draft ready to be submitted in Partner Center? A check, not a state."""

from dataclasses import dataclass

from domain.proof import Checklist, Finding
from domain.workloads import workload_name


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing left to do before submitting. A warning may be submitted with; anything else may not."""

    sentence: str
    is_warning: bool = False


def gaps(
    *,
    has_document: bool,
    is_acknowledged: bool,
    location_refusal: str | None,
    checklists: tuple[Checklist | None, ...],
) -> tuple[Gap, ...]:
    """What is left: nothing blocking means ready. `checklists`: one per attached document, None where unchecked.

    A point counts as settled when any of the documents shows it, or a person said so.
    """
    found = [
        Gap(location_refusal) if location_refusal else None,
        None if has_document else Gap("Attach the signed proof of execution."),
        None if is_acknowledged else Gap("Tick the acknowledgements."),
        Gap("Check the proof of execution.") if has_document and None in checklists else None,
    ]
    checked = [each for each in checklists if each is not None]
    open_keys = [{finding.key for finding in each.open_findings} for each in checked]
    left = set.intersection(*open_keys) if open_keys else set()
    sentences = {finding.key: f"{_point(finding)}: {finding.why}" for each in checked for finding in each.findings}
    found += [Gap(sentence, is_warning=True) for key, sentence in sentences.items() if key in left]
    return tuple(each for each in found if each is not None)


def is_ready(left: tuple[Gap, ...]) -> bool:
    """Whether nothing but warnings is left."""
    return all(each.is_warning for each in left)


def _point(finding: Finding) -> str:
    """What a line of the checklist is about, in words."""
    item = str(finding.item)
    return f"{item[0].upper()}{item[1:]}{f' {workload_name(finding.workload)}' if finding.workload else ''}"
