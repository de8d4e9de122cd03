"""Pictures of frames: pure functions from a Polars frame to a Plotly figure, without Streamlit and without sums."""

from components.figures.alt import alt_text
from components.figures.bridge import money_waterfall, usage_bridge
from components.figures.calibration import calibration
from components.figures.customer import workload_histories
from components.figures.growth import growth_lines, stacked_bars
from components.figures.heatmaps import cohort_heatmap, customer_workload_heatmap, workload_month_heatmap
from components.figures.money import earned_and_potential, outlook
from components.figures.portfolio import movers, portfolio_scatter
from components.figures.progress import milestone_bullets, progress_bars, state_bars
from components.figures.score import score_history
from components.figures.sparkline import sparkline

__all__ = [
    "alt_text",
    "calibration",
    "cohort_heatmap",
    "customer_workload_heatmap",
    "earned_and_potential",
    "growth_lines",
    "milestone_bullets",
    "money_waterfall",
    "movers",
    "outlook",
    "portfolio_scatter",
    "progress_bars",
    "score_history",
    "sparkline",
    "stacked_bars",
    "state_bars",
    "usage_bridge",
    "workload_histories",
    "workload_month_heatmap",
]
