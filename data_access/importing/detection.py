"""Which export is this? Decided by the header, never by the file's name."""

from dataclasses import dataclass

from data_access.importing.layout import Layout
from data_access.importing.layouts import LAYOUTS
from domain.errors import BadInput


class UnknownHeader(BadInput):
    """No format has this header; its columns can be mapped by hand."""


@dataclass(frozen=True, slots=True)
class Detected:
    """The format found and where its columns stand. `confidence_share`: matched of all columns in the file."""

    layout: Layout
    positions: dict[str, int]
    confidence_share: float
    is_mapped: bool = False


def detect(header: tuple[str, ...], name: str) -> Detected:
    """The most specific format whose columns are all there; `UnknownHeader` names what the nearest one lacks."""
    cells = list(header)
    fitting = [layout for layout in LAYOUTS if layout.fits(cells)]
    if fitting:
        best = max(fitting, key=lambda layout: (len(layout.recognised_by), len(layout.matched(cells))))
        if best.refusal:
            raise BadInput(f"{name} {best.refusal}")
        positions = best.matched(cells)
        return Detected(best, positions, len(positions) / max(len(cells), 1))
    nearest = max(LAYOUTS, key=lambda layout: len(layout.matched(cells)) - 2 * len(layout.missing(cells)))
    if len(nearest.matched(cells)) > 1 and nearest.missing(cells):
        lacking = ", ".join(nearest.missing(cells))
        raise UnknownHeader(
            f"{name} looks like “{nearest.title}” but lacks the column {lacking}. Map its columns by hand."
        )
    raise UnknownHeader(
        f"{name} has no header this product knows. Expected a Partner Center or Microsoft Graph export, or our "
        "customers file; any other table can be mapped by hand on the imports page."
    )
