"""How is chance drawn, so that the same arguments give the same bytes?

Only `random` and `standard_normal` of NumPy's PCG64 are used: their streams are the same since NumPy 1.17.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Shape = int | tuple[int, ...]


class Draws:
    """A source of chance for one chunk of customers; the same seed and chunk draw the same."""

    def __init__(self, seed: int, chunk: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64([seed, chunk]))

    def between(self, low: float, high: float, shape: Shape) -> Floats:
        """Uniform numbers of [low, high)."""
        return low + (high - low) * self._generator.random(shape)

    def whole(self, low: int, end_before: int, shape: Shape) -> Ints:
        """Whole numbers of [low, end_before), all as likely."""
        return np.floor(self.between(low, end_before, shape)).astype(np.int64)

    def chance(self, share: float | Floats, shape: Shape) -> Flags:
        """True with the given probability."""
        return self._generator.random(shape) < share

    def normal(self, shape: Shape) -> Floats:
        """Standard normal numbers."""
        return self._generator.standard_normal(shape)

    def pick(self, weights: Sequence[float], shape: Shape) -> Ints:
        """Positions, as likely as their weights."""
        edges = np.cumsum(np.asarray(weights, dtype=np.float64))
        drawn = self._generator.random(shape) * edges[-1]
        picked: Ints = np.asarray(np.searchsorted(edges, drawn, side="right"), dtype=np.int64)
        return picked

    def guids(self, count: int) -> list[str]:
        """Lower-case GUIDs of version 4."""
        raw = np.floor(self._generator.random((count, 16)) * 256).astype(np.uint8)
        raw[:, 6] = (raw[:, 6] & 0x0F) | 0x40
        raw[:, 8] = (raw[:, 8] & 0x3F) | 0x80
        text = raw.tobytes().hex()
        return [
            f"{text[at : at + 8]}-{text[at + 8 : at + 12]}-{text[at + 12 : at + 16]}"
            f"-{text[at + 16 : at + 20]}-{text[at + 20 : at + 32]}"
            for at in range(0, 32 * count, 32)
        ]
