"""A desk that files are dropped on: small files as text, the real importers, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from data_access.contract import Question
from data_access.importing.asked import Asked
from data_access.importing.run import Outcome, import_files, staged_files
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.scope import Role, Viewer

TODAY = date(2026, 11, 23)
ADMIN = Viewer("admin", Role.INCENTIVES_ADMIN)
MANAGER = Viewer("am-1", Role.ACCOUNT_MANAGER)
ONE = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
TWO = "3f2504e0-4f89-41d3-9a0c-0305e82c3302"

CPOR = (
    "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,"
    "ClaimId,MpnId,DateAssociated,PartnerAttributionType,Date"
)
OFFICE = (
    "PGAPartnerID,CustomerTenantId,CustomerTpid,WorkloadName,Month,PaidAvailableUnits,MonthlyActiveUsers,CustomerName,"
    "CustomerMarket,CustomerSegment,PartnerID,PartnerAttributionType,IsDuplicateRowForPGA"
)


def cpor(**cells: object) -> str:
    """One line of a CPOR usage file; the cells named take the place of the usual ones."""
    usual: dict[str, object] = {
        "tenant": ONE,
        "name": "Acme",
        "workload": "Exchange Online",
        "mau": 10,
        "pau": 20,
        "claim": "C1",
        "location": 4810011,
        "associated": 20260105,
        "attribution": "CPOR",
        "month": 20260901,
    }
    return ",".join(str(cell) for cell in (usual | cells).values())


def office(**cells: object) -> str:
    """One line of a Microsoft 365 usage file."""
    usual: dict[str, object] = {
        "global": 4810000,
        "tenant": ONE,
        "tpid": 7000001,
        "workload": "Exchange Online",
        "month": 20260901,
        "pau": 22,
        "mau": 12,
        "name": "Acme",
        "market": "Ireland",
        "segment": "SMC Commercial",
        "location": 4810011,
        "attribution": "CSP",
        "copy": 0,
    }
    return ",".join(str(cell) for cell in (usual | cells).values())


def table(*lines: str, end: str = "\n") -> str:
    return end.join(lines) + end


@dataclass(frozen=True)
class Desk:
    folder: Path

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.folder / "workspace")

    @property
    def settings(self) -> Settings:
        return Settings(threads=1, today=TODAY)

    @property
    def asked(self) -> Asked:
        return Asked(ADMIN, TODAY)

    def file(self, content: str | bytes, name: str = "export.csv") -> Path:
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def look(self, content: str | bytes, name: str = "export.csv", **said: Any) -> Outcome:
        """Check one table and write its facts, without publishing."""
        (outcome,) = self.look_into(self.file(content, name), **said)
        return outcome

    def look_into(self, *files: Path, **said: Any) -> list[Outcome]:
        work = self.folder / f"work-{len(list(self.folder.iterdir()))}"
        return list(staged_files(self.workspace, files, replace(self.asked, **said), self.settings, work))

    def take(self, *files: Path, **said: Any) -> list[Outcome]:
        """Import and publish."""
        return import_files(self.workspace, files, replace(self.asked, **said), self.settings)

    def door(self) -> Warehouse:
        return Warehouse(self.workspace, self.settings)

    def answer(self, question: Question, **parameters: Any) -> pl.DataFrame:
        door = self.door()
        try:
            return door.ask(question, viewer=ADMIN, **parameters).frame
        finally:
            door.close()


def facts(outcome: Outcome, fact: str = "usage") -> pl.DataFrame:
    """What a table became, one row a fact."""
    assert outcome.staged, outcome.sentence
    return pl.read_parquet(outcome.staged.folder / f"{fact}.parquet")


def values(outcome: Outcome, *columns: str, fact: str = "usage") -> list[tuple[Any, ...]]:
    """These columns of the facts, in order."""
    return sorted(facts(outcome, fact).select(columns).rows(), key=str)


def refusals(outcome: Outcome) -> list[tuple[Any, ...]]:
    """(line, column, value, reason) of each refused row."""
    return outcome.refused().drop("file").rows()


def receipt(outcome: Outcome) -> Mapping[str, Any]:
    assert outcome.staged, outcome.sentence
    return outcome.staged.receipt.model_dump()
