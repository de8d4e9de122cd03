"""Which day is "today" in the shipped sample, and how large is it?"""

from datetime import date

LAST_MONTH = date(2026, 10, 1)
"""The last month the usage files hold (Insights usage lags one month)."""

AS_OF = date(2026, 11, 18)
"""The day the sample's files were downloaded."""

TODAY = date(2026, 11, 23)
"""The sample workspace's fixed "today": its freshness and its clocks are read against it."""

READY_CUSTOMERS = 200
READY_MONTHS = 36
READY_SEED = 20261123

CHUNK = 1_000
"""Customers generated and written at a time: bounds memory, and is part of what a seed means."""

HIDDEN_MONTHS = 12
"""Months simulated before the files begin: Microsoft's high-water mark can know more than the files."""

OFFICE_MONTHS = 13
"""How far the Insights usage pages look back."""
