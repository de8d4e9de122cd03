"""Frames such as the questions return, small enough to read."""

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from components import figures
from components.answer import Draw

OCT, NOV, DEC, JAN = (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))
TENANT = "00000000-0000-0000-0000-000000000001"

MONTHLY = pl.DataFrame(
    {
        "month": [OCT, NOV, JAN, OCT, NOV, DEC, JAN],
        "slice": ["EXO", "EXO", "EXO", "INTUNE", "INTUNE", "INTUNE", "INTUNE"],
        "mau": [100, 120, 160, 40, None, 60, 70],
        "pau": [200, 200, 200, 100, 100, 100, 100],
        "usage_share": [0.5, 0.6, 0.8, 0.4, None, 0.6, 0.7],
    }
)
HISTORY = pl.DataFrame(
    {
        "workload": ["EXO", "EXO", "EXO"],
        "month": [OCT, NOV, DEC],
        "mau": [100, 120, None],
        "pau": [200, 200, None],
        "prior_hwm": [None, 100, None],
        "associated_on": [date(2026, 11, 5), date(2026, 11, 5), None],
        "forecast_mau": [None, None, 130.0],
        "low_mau": [None, None, 125.0],
        "high_mau": [None, None, 140.0],
    }
)
CELLS = pl.DataFrame(
    {
        "tenant_id": [TENANT, TENANT],
        "name": ["Contoso", "Contoso"],
        "workload": ["EXO", "INTUNE"],
        "month": [OCT, NOV],
        "cohort": [OCT, OCT],
        "months_since": [0, 1],
        "usage_share": [0.25, 1.2],
    }
)
CUSTOMERS = pl.DataFrame(
    {
        "tenant_id": [TENANT, "2"],
        "name": ["<b>Contoso</b>", "Fabrikam"],
        "pau": [1000, 50],
        "usage_share": [0.5, 1.1],
        "potential_usd": [Decimal("2000.00"), Decimal("0.00")],
        "mau_change": [120, -80],
        "reason": ["Teams Phone rolled out", None],
    }
)
BRIDGE = pl.DataFrame(
    {
        "opening": [100],
        "newly_associated": [20],
        "expansion": [10],
        "contraction": [5],
        "lost": [15],
        "closing": [110],
    }
)
STEPS = pl.DataFrame(
    {
        "label": ["New units x rate", "Above cap", "Payable"],
        "amount": [Decimal("3000.00"), Decimal("-1000.00"), Decimal("2000.00")],
        "is_total": [True, False, True],
    }
)
LADDER = pl.DataFrame(
    {"workload": ["EXO", "INTUNE"], "usage_share": [0.91, None], "remark": ["top step reached", "no data yet"]}
)
POINTS = pl.DataFrame({"label": ["Usage growth", "Deployments"], "points": [24.0, None], "max_points": [30.0, 25.0]})
STATES = pl.DataFrame({"state": ["Draft", "Submitted"], "claims_count": [4, 6], "overdue_count": [0, 2]})
MONEY = pl.DataFrame(
    {
        "workload": ["EXO", "INTUNE"],
        "reported_usd": [Decimal("1234.50"), None],
        "potential_usd": [Decimal("10.00"), Decimal("20.00")],
    }
)
PLAN = pl.DataFrame(
    {
        "month": [OCT, NOV, DEC],
        "reported_usd": [Decimal("10.00"), Decimal("12.00"), None],
        "forecast": [None, None, 14.0],
        "low": [None, None, 11.0],
        "high": [None, None, 17.0],
        "target": [Decimal("11.00"), Decimal("12.00"), Decimal("13.00")],
    }
)
PROMISES = pl.DataFrame({"predicted_share": [0.2, 0.6], "observed_share": [0.25, None], "evidence_count": [120, 40]})

# One line per figure: how a page calls it.
FIGURES: dict[str, tuple[Draw, pl.DataFrame, dict[str, Any]]] = {
    "growth_lines": (figures.growth_lines, MONTHLY, {"metric": "usage_share"}),
    "stacked_bars": (figures.stacked_bars, MONTHLY, {"metric": "mau"}),
    "workload_histories": (figures.workload_histories, HISTORY, {}),
    "workload_month_heatmap": (figures.workload_month_heatmap, CELLS, {}),
    "customer_workload_heatmap": (figures.customer_workload_heatmap, CELLS, {}),
    "cohort_heatmap": (figures.cohort_heatmap, CELLS, {}),
    "portfolio_scatter": (figures.portfolio_scatter, CUSTOMERS, {}),
    "movers": (figures.movers, CUSTOMERS, {}),
    "usage_bridge": (figures.usage_bridge, BRIDGE, {}),
    "money_waterfall": (figures.money_waterfall, STEPS, {}),
    "milestone_bullets": (figures.milestone_bullets, LADDER, {"steps": (0.15, 0.4)}),
    "progress_bars": (figures.progress_bars, POINTS, {}),
    "state_bars": (figures.state_bars, STATES, {}),
    "earned_and_potential": (figures.earned_and_potential, MONEY, {}),
    "outlook": (figures.outlook, PLAN, {"metric": "reported_usd"}),
    "calibration": (figures.calibration, PROMISES, {}),
}
