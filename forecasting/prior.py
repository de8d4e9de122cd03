"""What is believed before a portfolio has taught anything of its own?

Two shipped laws: `tenants` for series with licences (generated adoption curves, and public monthly series
under made-up ceilings), `volumes` for series without (public monthly series). Learned by
`python -m benchmarks.forecast_prior`; only coefficients and rounded error paths are kept.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from forecasting.law import Law

FOLDER = Path(__file__).parent / "prior"
KEPT_PATHS = 150


@cache
def prior(kind: str) -> Law:
    """The shipped law, "tenants" or "volumes"."""
    held: dict[str, Any] = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    tables = {
        name: {int(key): np.array(table) / 1e4 for key, table in held[name].items()} for name in ("weights", "sizes")
    }
    return Law(
        tables["weights"],
        tables["sizes"],
        np.array(held["bank"]) / 100,
        np.array(held["edges"]),
        np.array(held["cells"]),
        (held["odds"][0], held["odds"][1]),
    )


def write(law: Law, kind: str, learned_from: str) -> Path:
    """Keep a law as JSON text in whole numbers: weights and sizes in ten-thousandths, paths in hundredths."""
    kept = law.bank[:, np.linspace(0, law.bank.shape[1] - 1, KEPT_PATHS).astype(int)]
    held = {
        "learned_from": learned_from,
        "odds": [round(number, 4) for number in law.odds],
        "edges": law.edges.round(6).tolist(),
        "cells": law.cells.round(4).tolist(),
        "weights": {bucket: (table * 1e4).round().astype(int).tolist() for bucket, table in law.weights.items()},
        "sizes": {bucket: (table * 1e4).round().astype(int).tolist() for bucket, table in law.sizes.items()},
        "bank": (np.clip(kept, -60, 60) * 100).round().astype(int).tolist(),
    }
    target = FOLDER / f"{kind}.json"
    target.write_text(json.dumps(held, separators=(",", ":")).replace('],"', '],\n"') + "\n", encoding="utf-8")
    return target
