"""How many seats of which product does each customer hold, month by month?"""

from dataclasses import dataclass

import numpy as np

from sample_data.companies import Companies
from sample_data.draws import Draws, Floats, Ints
from sample_data.recipe import Recipe
from sample_data.skus import entitlements, position, skus

_SMALL: tuple[tuple[float, dict[str, float]], ...] = (
    (0.20, {"O365_BUSINESS_ESSENTIALS": 1.0}),
    (0.28, {"O365_BUSINESS_PREMIUM": 1.0}),
    (0.30, {"SPB": 1.0}),
    (0.14, {"SPB": 0.6, "O365_BUSINESS_ESSENTIALS": 0.4}),
    (0.08, {"O365_BUSINESS_PREMIUM": 1.0, "EMS": 0.5}),
)
_LARGE: tuple[tuple[float, dict[str, float]], ...] = (
    (0.34, {"SPE_E3": 1.0}),
    (0.24, {"SPE_E5": 1.0}),
    (0.16, {"ENTERPRISEPACK": 0.9, "STANDARDPACK": 0.1, "EMS": 0.9}),
    (0.14, {"SPE_E3": 0.6, "SPE_F1": 0.4}),
    (0.07, {"SPE_E5": 0.5, "SPE_E3": 0.3, "M365_F1_COMM": 0.2}),
    (0.05, {"ENTERPRISEPACK": 1.0, "EMSPREMIUM": 0.7}),
)
_ADD_ONS: tuple[tuple[str, float, float, float], ...] = (
    # product, how many customers hold it, smallest and largest share of their seats
    ("Microsoft_365_Copilot", 0.40, 0.03, 0.30),
    ("MCOEV", 0.28, 0.20, 0.80),
    ("WIN_DEF_ATP", 0.18, 0.50, 1.00),
    ("ATP_ENTERPRISE", 0.22, 0.80, 1.00),
    ("TEAMS_EXPLORATORY", 0.12, 0.05, 0.20),
    ("FLOW_FREE", 0.35, 0.02, 0.15),
)
_CHURN_SHARE, _NEWCOMER_SHARE = 0.04, 0.14
_TRIAL_MONTHS = 9


@dataclass(frozen=True)
class Licences:
    """`seats`: customers x products x months; `paid`: customers x workloads x months (trials excluded)."""

    seats: Ints
    paid: Ints


def _levels(recipe: Recipe, draws: Draws, companies: Companies) -> Floats:
    # Seats stand still between orders: a month in four brings one. Now and then a merger or a cut.
    line = recipe.timeline
    count = companies.size
    age = (np.arange(line.size) - line.size + 1) / 12
    trend = companies.licences[:, None] * np.exp(companies.yearly_growth[:, None] * age)
    for share, low, high in ((0.10, 1.15, 1.60), (0.08, 0.62, 0.90)):
        when = draws.whole(line.first, line.size, count)[:, None]
        size = np.where(draws.chance(share, count), draws.between(low, high, count), 1.0)[:, None]
        trend = np.where(np.arange(line.size) >= when, trend * size, trend)
    orders = draws.chance(0.25, (count, line.size))
    orders[:, 0] = True
    last_order = np.maximum.accumulate(np.where(orders, np.arange(line.size), 0), axis=1)
    level = np.take_along_axis(trend, last_order, axis=1)
    joined = draws.whole(line.first + 1, line.size - 1, count)
    joined = np.where(draws.chance(_NEWCOMER_SHARE, count), joined, 0)
    left = draws.whole(line.first + 6, line.size, count)
    left = np.where(draws.chance(_CHURN_SHARE, count) & (left > joined + 6), left, line.size)
    months = np.arange(line.size)
    return np.where((months >= joined[:, None]) & (months < left[:, None]), level, 0.0)


def _shares(recipe: Recipe, draws: Draws, companies: Companies) -> Floats:
    # Customers x products x months: the share of a customer's seats that each product stands for.
    line = recipe.timeline
    count = companies.size
    held = np.zeros((count, len(skus())))
    for profiles, rows in ((_SMALL, companies.licences <= 300), (_LARGE, companies.licences > 300)):
        chosen = draws.pick([weight for weight, _ in profiles], count)
        for at, (_, profile) in enumerate(profiles):
            for product, share in profile.items():
                held[rows & (chosen == at), position(product)] = share
    shares = np.repeat(held[:, :, None], line.size, axis=2)
    months = np.arange(line.size)
    for product, likely, low, high in _ADD_ONS:
        has = draws.chance(likely, count)
        start = draws.whole(-line.size // 2, line.size - 2, count)[:, None]
        part = draws.between(low, high, count)[:, None]
        age = months - start
        steps = np.clip(0.3 + 0.12 * (age // 3), 0.3, 1.5)
        bought = part * steps if product == "Microsoft_365_Copilot" else part
        runs = (age >= 0) & ((product != "TEAMS_EXPLORATORY") | (age < _TRIAL_MONTHS))
        shares[:, position(product), :] = np.where(has[:, None] & runs, bought, 0.0)
    for includes in ("MCOEV", "WIN_DEF_ATP", "ATP_ENTERPRISE"):
        shares[held[:, position("SPE_E5")] > 0, position(includes), :] = 0.0
    return shares


def licences(recipe: Recipe, draws: Draws, companies: Companies) -> Licences:
    """Seats and what they entitle to, for one chunk of customers."""
    if recipe.is_dense:
        everything = np.zeros((companies.size, len(skus()), recipe.timeline.size), dtype=np.int64)
        everything[:, position("SPE_E5"), :] = companies.licences[:, None]
        return Licences(everything, np.einsum("nst,sw->nwt", everything, entitlements()))
    level = _levels(recipe, draws, companies)
    shares = _shares(recipe, draws, companies)
    seats = np.ceil(level[:, None, :] * shares - 1e-9).astype(np.int64)
    return Licences(seats, np.einsum("nst,sw->nwt", seats, entitlements()))
