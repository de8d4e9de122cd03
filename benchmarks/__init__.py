"""How fast is it, against what could at best be expected? Ratios taken within one run; RESULTS.md records them."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The project's folder: where child processes run."""
