"""Is every colour visible on both grounds, and told apart by every eye?"""

import itertools
import tomllib
from pathlib import Path

import pytest

from components.figures import palette
from components.figures.heatmaps import DARKEST
from domain.workloads import FAMILIES

MARKS = {
    **palette.FAMILY,
    "accent": palette.ACCENT,
    "neutral": palette.NEUTRAL,
    "gain": palette.GAIN,
    "loss": palette.LOSS,
    "late": palette.LATE,
}
GROUNDS = (palette.GROUND_LIGHT, palette.GROUND_DARK)
THEME = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
# Text in figures, as the style sheet sets it for light and dark.
INK = ("#323D4A", "#CBD4DE")

# Colour-vision matrices: Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}

Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    levels = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (levels[1] + 0.05) / (levels[0] + 0.05)


def over(colour: str, opacity: float, ground: str) -> str:
    """The colour as seen when laid over the ground."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(top * opacity + below * (1 - opacity)):02X}" for top, below in pairs)


def oklab(colour: str, sight: str) -> Triple:
    seen = [max(0.0, sum(w * c for w, c in zip(row, linear(colour), strict=True))) for row in SIGHT[sight]]
    cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    roots = [sum(w * c for w, c in zip(row, seen, strict=True)) ** (1 / 3) for row in cones]
    axes = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    first, second, third = (sum(w * c for w, c in zip(row, roots, strict=True)) for row in axes)
    return first, second, third


def distance(one: str, other: str, sight: str) -> float:
    squares = ((a - b) ** 2 for a, b in zip(oklab(one, sight), oklab(other, sight), strict=True))
    return float(100 * sum(squares) ** 0.5)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("mark", MARKS)
def test_marks_have_three_to_one_on_both_grounds(mark: str, ground: str) -> None:
    assert contrast(MARKS[mark], ground) >= 3


@pytest.mark.parametrize("sight", SIGHT)
def test_families_and_gain_from_loss_are_told_apart(sight: str) -> None:
    pairs = [*itertools.combinations(palette.FAMILY.values(), 2), (palette.GAIN, palette.LOSS)]
    assert min(distance(one, other, sight) for one, other in pairs) >= 6


def test_every_family_has_a_colour_of_its_own() -> None:
    assert tuple(palette.FAMILY) == FAMILIES
    assert len(set(palette.FAMILY.values())) == len(FAMILIES)


@pytest.mark.parametrize(("ground", "ink"), [*zip(GROUNDS, INK, strict=True)])
def test_numbers_in_heat_map_cells_are_readable(ground: str, ink: str) -> None:
    for opacity in (0.05, DARKEST / 2, DARKEST):
        assert contrast(ink, over(palette.ACCENT, opacity, ground)) >= 4.5


@pytest.mark.parametrize(("name", "ground"), [*zip(("light", "dark"), GROUNDS, strict=True)])
def test_the_themes_share_the_palettes_grounds_and_their_text_is_readable(name: str, ground: str) -> None:
    theme = THEME[name]
    assert theme["backgroundColor"] == ground
    texts = ("textColor", "primaryColor", "linkColor", "grayColor", "redColor", "orangeColor", "greenColor")
    for surface in (ground, theme["secondaryBackgroundColor"]):
        assert min(contrast(theme[text], surface) for text in texts) >= 4.5
    assert theme["chartCategoricalColors"][: len(palette.FAMILY)] == list(palette.FAMILY.values())
