"""What does an import leave behind, beside its facts? A receipt: what came in, from whom, read how."""

from datetime import date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from data_access.importing.layouts import layout_of
from data_access.workspace import Workspace, replace_file


class Receipt(BaseModel):
    """One import. `as_of_basis` is `given`, `file` (a date inside it), `last month` or `import`."""

    model_config = ConfigDict(frozen=True)

    import_id: str
    file_name: str
    sha256: str
    format: str
    title: str
    source: str | None
    tenant_id: str | None
    as_of_on: date
    as_of_basis: str
    rows_read: int
    rows_kept: int
    rows_refused: int
    first_month: date | None
    last_month: date | None
    customers_count: int
    unknown_workloads: tuple[str, ...]
    conventions: dict[str, str]
    imported_by: str
    imported_at: datetime
    facts: dict[str, int]

    @property
    def rank(self) -> int:
        """Orders imports that speak of the same thing: the better source first, then the newer as-of date."""
        layout = layout_of(self.format)
        return (10 - layout.precedence) * 10**8 + self.as_of_on.toordinal()

    def is_same_file(self, other: "Receipt") -> bool:
        """The same bytes of the same customer, perhaps read another way."""
        return (self.sha256, self.tenant_id) == (other.sha256, other.tenant_id)


def write_receipt(folder: Path, receipt: Receipt) -> None:
    replace_file(folder / "receipt.json", receipt.model_dump_json(indent=1).encode())


def receipt_of(workspace: Workspace, import_id: str) -> Receipt:
    return Receipt.model_validate_json((workspace.imports / import_id / "receipt.json").read_bytes())
