"""What did the person importing say about the files: whose they are, how new, how to read a column?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from data_access.importing.mapping import ColumnMapping
from domain.scope import Viewer


@dataclass(frozen=True)
class Said:
    """What was said of one file. `conventions`: column to convention, as `cells.conventions_of` spells them."""

    as_of: date | None = None
    tenant: str | None = None
    conventions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """`as_of`, `tenant` and `conventions` hold for every file; `by_file` says more of one, by the name shown.

    `named_workloads` maps spellings to codes, `mapped` header keys to columns: the workspace's own come by themselves.
    `at` is the moment to record, where that is not the clock's: the sample has a today of its own.
    """

    viewer: Viewer
    today: date
    as_of: date | None = None
    tenant: str | None = None
    conventions: Mapping[str, str] = field(default_factory=dict)
    by_file: Mapping[str, Said] = field(default_factory=dict)
    named_workloads: Mapping[str, str] = field(default_factory=dict)
    mapped: Mapping[str, ColumnMapping] = field(default_factory=dict)
    at: datetime | None = None

    @property
    def moment(self) -> datetime:
        """When the import is recorded to have happened."""
        return self.at or datetime.now(UTC)

    def about(self, file_name: str) -> Said:
        """What holds for this file: its own answers first; an archive's member also goes by its own name."""
        member = file_name.rpartition(" > ")[2]
        own = self.by_file.get(file_name) or self.by_file.get(member) or Said()
        return Said(
            own.as_of or self.as_of,
            own.tenant or self.tenant,
            {**self.conventions, **own.conventions},
        )
