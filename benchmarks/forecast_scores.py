"""How good is a forecast? Scores on histories whose continuation is known."""

from dataclasses import dataclass

import numpy as np

from forecasting.fits import Floats

MILESTONES = np.array([0.15, 0.25, 0.4, 0.6, 0.75, 0.9])
HORIZONS = ((0, 3), (3, 6), (6, 12))


@dataclass(frozen=True)
class Case:
    """One series cut at its origin: users so far and after, licences at the origin (nan: none)."""

    name: str
    history: Floats
    future: Floats
    licences: float

    @property
    def mark(self) -> float:
        """The next high-water mark."""
        return float(self.history.max()) * (1 + 1e-9) + 1e-9

    @property
    def milestone(self) -> float:
        """First of 15/25/40/60/75/90 % of the licences above the historical maximum; without licences the mark."""
        if np.isnan(self.licences):
            return self.mark
        open_ = MILESTONES[self.licences * MILESTONES > self.history.max()]
        return float(open_[0] * self.licences) if len(open_) else np.nan

    @property
    def step(self) -> float:
        """Mean absolute monthly change: the scale of MASE."""
        return float(np.abs(np.diff(self.history)).mean())


@dataclass(frozen=True)
class Answers:
    """A method's answers to all cases: (series, horizon) users; chances of milestone and new mark by month."""

    point: Floats
    low: Floats
    high: Floats
    milestone: Floats
    mark: Floats


def scores(cases: list[Case], said: Answers, naive: Answers) -> dict[str, float]:
    """All measures of one method; owa is relative to `naive`."""
    came = np.array([case.future for case in cases])
    own, base = _errors(cases, came, said.point), _errors(cases, came, naive.point)
    inside = (came >= said.low - 1e-6) & (came <= said.high + 1e-6)
    level = np.array(
        [max(np.abs(case.history[-12:]).mean(), 1e-9) if np.isnan(case.licences) else case.licences for case in cases]
    )
    found = {
        "owa": (own[0] / base[0] + own[1] / base[1]) / 2,
        "mase": own[1],
        "smape": own[0],
        "error_share": float((np.abs(came - said.point) / level[:, None]).mean()),
        "coverage80": float(inside.mean()),
        "width80": float(((said.high - said.low) / level[:, None]).mean()),
    }
    found |= _briers("brier", cases, came, said.milestone, "milestone")
    found |= _briers("brier_mark", cases, came, said.mark, "mark")
    return found | _dates(cases, came, said.milestone)


def cells(cases: list[Case], said: Answers) -> dict[str, float]:
    """Coverage of the 80 % band per quarter of restlessness (calm first) x months ahead."""
    came = np.array([case.future for case in cases])
    inside = (came >= said.low - 1e-6) & (came <= said.high + 1e-6)
    size = np.array(
        [case.step / (max(case.history.mean(), 1e-9) if np.isnan(case.licences) else case.licences) for case in cases]
    )
    quarter = np.searchsorted(np.quantile(size, [0.25, 0.5, 0.75]), size)
    spans = [span for span in HORIZONS if span[0] < came.shape[1]]
    return {
        f"quarter {number + 1}, months {start + 1}-{end}": float(inside[quarter == number, start:end].mean())
        for number in range(4)
        for start, end in spans
        if (quarter == number).any()
    }


def _errors(cases: list[Case], came: Floats, point: Floats) -> tuple[float, float]:
    both = np.abs(came) + np.abs(point)
    smape = 200 * np.abs(came - point) / np.where(both == 0, 1, both)
    step = np.array([case.step for case in cases])
    moved = step > 0
    mase = np.abs(came - point)[moved].mean(axis=1) / step[moved]
    return float(smape.mean()), float(mase.mean()) if len(mase) else 0.0


def _briers(name: str, cases: list[Case], came: Floats, chance: Floats, level_name: str) -> dict[str, float]:
    level = np.array([getattr(case, level_name) for case in cases])
    open_ = np.isfinite(level)
    passed = np.maximum.accumulate(came, axis=1) >= level[:, None]
    spans = [span for span in (3, 6, 12) if span <= came.shape[1]]
    return {f"{name}{span}": float(((chance - passed)[open_, span - 1] ** 2).mean()) for span in spans}


def _dates(cases: list[Case], came: Floats, chance: Floats) -> dict[str, float]:
    """Months between the likely date (first month above one half, else horizon + 1) and the true one."""
    level = np.array([case.milestone for case in cases])
    open_ = np.isfinite(level)
    never = came.shape[1] + 1
    passed = np.maximum.accumulate(came, axis=1)[open_] >= level[open_, None]
    true = np.where(passed.any(axis=1), passed.argmax(axis=1) + 1, never)
    likely = chance[open_] >= 0.5
    said = np.where(likely.any(axis=1), likely.argmax(axis=1) + 1, never)
    miss = np.abs(true - said)
    hit = true < never
    return {
        "date_error_months": float(np.median(miss[hit])) if hit.any() else float("nan"),
        "date_error_all": float(miss.mean()),
    }
