"""What can be set, under which name, and what is it by default?"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.scope import Role


class Settings(BaseSettings):
    """Read once from the environment, prefix `CPOR_`; units are in the names."""

    model_config = SettingsConfigDict(env_prefix="CPOR_", frozen=True, extra="ignore")

    home: Path = Field(Path.home() / ".cpor-insights", description="Folder of the real and the sample workspace.")
    data_dir: Path | None = Field(None, description="One workspace to use instead of home's (same as --data).")
    user: str = Field("local-admin", description="The viewer's account_manager_id or sign-in name.")
    role: Role = Field(
        Role.INCENTIVES_ADMIN,
        description="The viewer's role: account-manager, sales-lead, executive or incentives-admin.",
    )
    team: str | None = Field(None, description="The viewer's team; a sales lead sees this team's customers.")
    today: date | None = Field(None, description="Fixes today's date for claims' clocks (default: the clock).")
    threads: int = Field(
        2, ge=1, description="Threads DuckDB may use; a page asks two questions at a time, of half of them each."
    )
    memory_limit_mb: int = Field(1400, ge=256, description="Memory DuckDB may use, in megabytes.")
    query_timeout_seconds: float = Field(30.0, gt=0, description="Time limit of one question.")
    answer_cache_mb: int = Field(256, ge=0, description="Answers kept in memory, in megabytes.")
    answers_ahead: int = Field(
        200, ge=0, description="Answers of the last hour made anew in the background after a publication (0: none)."
    )
    upload_limit_mb: int = Field(2048, ge=1, description="Largest file an import takes, unpacked, in megabytes.")
    archive_member_limit: int = Field(200, ge=1, description="Most files inside one .zip.")
    archive_ratio_limit: int = Field(200, ge=2, description="Most an archive may grow when unpacked.")
    line_limit_kb: int = Field(1024, ge=16, description="Longest line of a file, in kilobytes.")
    first_paying_month_offset: int = Field(
        0, ge=0, le=12, description="Months after the association month until units count (0: that month counts)."
    )
    earnings_month_column: Literal["transaction_on", "earning_on"] = Field(
        "transaction_on", description="Which date of an earnings row is its usage month."
    )
    late_source_months: int = Field(
        3, ge=1, description="A source silent for longer than this is stopped rather than late."
    )
    usage_complete_day: int = Field(20, ge=1, le=28, description="Day of the next month usage is complete by.")
    earnings_complete_day: int = Field(16, ge=1, le=28, description="Day of the next month earnings are due by.")
    forecast_after_import: bool = Field(True, description="Make a forecast in the background after each import.")
    snapshots_kept: int = Field(3, ge=2, description="Published snapshots kept on disk.")


@cache
def current_settings() -> Settings:
    """The process's settings. Tests build their own `Settings(...)` instead."""
    return Settings()
