"""Which colour means what? One palette for light and dark: every mark has 3:1 contrast on both grounds.

Found by search over hue ranges per family: smallest distance between two families under normal, protan, deutan
and tritan vision as large as the contrast band (luminance 0.13 to 0.30) allows. `tests/components` measures both.
"""

from domain.workloads import workload_family

GROUND_LIGHT = "#FFFFFF"
GROUND_DARK = "#12171F"

FAMILY = {
    "Productivity": "#3865CC",
    "Teams": "#B073ED",
    "Copilot": "#9A6937",
    "Viva": "#DC5BAF",
    "Devices": "#13957B",
    "Security": "#7B991A",
    "Other": "#606B7B",
}
ACCENT = "#1A85A8"
NEUTRAL = "#6B7A90"
GAIN = "#2A8F6B"
LOSS = "#D0552B"
LATE = "#B7791F"

_SLICES = tuple(FAMILY.values())
# Workloads of one family share its colour, so the dash tells them apart.
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")


def faded(colour: str, opacity: float) -> str:
    """The colour over whatever ground the theme has.

    >>> faded("#1A85A8", 0.15)
    'rgba(26,133,168,0.15)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def slice_colours(slices: list[str], slice_by: str) -> dict[str, str]:
    """The colour of each slice: its family's for workloads and families, else the palette in the order given.

    >>> slice_colours(["EXO", "SPO", "INTUNE"], "workload")
    {'EXO': '#3865CC', 'SPO': '#3865CC', 'INTUNE': '#13957B'}
    """
    if slice_by == "workload":
        return {name: FAMILY[workload_family(name)] for name in slices}
    if slice_by == "family":
        return {name: FAMILY.get(name, FAMILY["Other"]) for name in slices}
    if len(slices) == 1:
        return {slices[0]: ACCENT}
    return {name: _SLICES[at % len(_SLICES)] for at, name in enumerate(slices)}


def slice_dashes(colours: dict[str, str]) -> dict[str, str]:
    """A dash per slice, so that two lines of one colour still differ.

    >>> slice_dashes({"EXO": "#3865CC", "SPO": "#3865CC", "INTUNE": "#13957B"})
    {'EXO': 'solid', 'SPO': 'dash', 'INTUNE': 'solid'}
    """
    seen: dict[str, int] = {}
    dashes = {}
    for name, colour in colours.items():
        dashes[name] = _DASHES[seen.get(colour, 0) % len(_DASHES)]
        seen[colour] = seen.get(colour, 0) + 1
    return dashes
