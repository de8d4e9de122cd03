"""A small book of four customers with a forecast made of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from data_access.forecasts.making import make_forecast
from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.periods import plus_months
from tests.data_access.usage_book import ADMIN

SETTINGS = Settings(threads=1)
TENANTS = [f"00000000-0000-4000-8000-{number:012}" for number in range(4)]
HEADER = (
    "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,DateAssociated,"
    "PartnerAttributionType,Date"
)


MONTHS: Mapping[str, Sequence[int | None]] = {
    TENANTS[0]: [300] * 18,
    TENANTS[1]: [100 + 20 * at for at in range(18)],
    TENANTS[2]: [600 - 10 * at for at in range(18)],
    TENANTS[3]: [None] * 16 + [50, 50],
}


def book(folder: Path, months: Mapping[str, Sequence[int | None]] = MONTHS) -> Path:
    """Customers of 1,000 seats from May 2025 on; as given: flat at 300, rising, falling, and one of two months."""
    lines = [HEADER]
    for tenant, users in months.items():
        at = TENANTS.index(tenant)
        for number, mau in enumerate(users):
            day = plus_months(date(2025, 5, 1), number)
            if mau is not None:
                lines.append(f"{tenant},C{at},Exchange,{mau},1000,K{at},1,20250601,CPOR,{day:%Y%m%d}")
    file = folder / "usage.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def forecast_book(root: Path) -> Workspace:
    """The book, imported and forecast."""
    workspace = Workspace(root / "workspace")
    import_files(workspace, [book(root)], Asked(ADMIN, workspace.today(SETTINGS)), SETTINGS)
    assert make_forecast(workspace, SETTINGS).is_new
    return workspace
