"""Which of a table's columns are which of ours, when no export has that header? Asked once, remembered per header."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path
from types import MappingProxyType

from data_access.importing import claims_list, mapped_usage, own_customers
from data_access.importing.detection import Detected
from data_access.importing.layout import Layout, folded_header, header_key
from data_access.workspace import Workspace, replace_file
from domain.errors import BadInput, NotAllowed
from domain.scope import Viewer

TARGETS: Mapping[str, Layout] = MappingProxyType(
    {"usage": mapped_usage.LAYOUT, "customers": own_customers.LAYOUT, "claims": claims_list.LAYOUT}
)
"""What a table of one's own can be: usage facts, our customers file, a list of claims."""

_ALIKE = 0.72


@dataclass(frozen=True)
class ColumnMapping:
    """`columns`: our column to the file's header cell, as spelled there; `header`: all of the file's cells."""

    target: str
    columns: Mapping[str, str]
    header: tuple[str, ...] = ()

    def detected(self, header: tuple[str, ...]) -> Detected:
        """Where this mapping's columns stand in a header."""
        places = {folded_header(cell): index for index, cell in reversed(list(enumerate(header)))}
        positions = {name: places[folded_header(cell)] for name, cell in self.columns.items()}
        return Detected(TARGETS[self.target], positions, len(positions) / max(len(header), 1), is_mapped=True)


def suggested_mapping(header: tuple[str, ...], target: str) -> dict[str, str]:
    """Our columns to header cells, by known spelling, else by likeness; each header cell at most once."""
    layout = target_layout(target)
    exact = {name: header[index] for name, index in layout.matched(list(header)).items()}
    free = [cell for cell in header if cell and cell not in exact.values()]
    for column in layout.columns:
        if column.name in exact or not free:
            continue
        names = (column.name, *column.spellings)
        likeness, cell = max((max(_likeness(cell, name) for name in names), cell) for cell in free)
        if likeness >= _ALIKE:
            exact[column.name] = cell
            free.remove(cell)
    return exact


def remember_mapping(
    workspace: Workspace, header: tuple[str, ...], target: str, columns: Mapping[str, str], viewer: Viewer
) -> ColumnMapping:
    """Keep a mapping for every later file with this header; `BadInput` says which column is missing or unknown."""
    if not viewer.role.may_import:
        raise NotAllowed("Only an incentives admin maps columns.")
    layout = target_layout(target)
    known, cells = {column.name for column in layout.columns}, {folded_header(cell) for cell in header}
    for name, cell in columns.items():
        if name not in known:
            raise BadInput(f"“{name}” is no column of {target}; expected some of {', '.join(sorted(known))}.")
        if folded_header(cell) not in cells:
            raise BadInput(f"“{cell}” is no column of this file; expected one of {', '.join(header[:20])}.")
    if len({folded_header(cell) for cell in columns.values()}) < len(columns):
        raise BadInput("One column of the file stands for two of ours; expected each at most once.")
    lacking = [" or ".join(group) for group in layout.recognised_by if not any(name in columns for name in group)]
    lacking += [column.name for column in layout.columns if column.is_key and column.name not in columns]
    if lacking:
        raise BadInput(f"Name the column of {', '.join(dict.fromkeys(lacking))} too: {target} cannot do without.")
    content = {
        "target": target,
        "header": list(header),
        "columns": dict(columns),
        "saved_by": viewer.user,
        "saved_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    file = _file(workspace, header)
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, json.dumps(content, indent=1, ensure_ascii=False).encode())
    return ColumnMapping(target, dict(columns), header)


def forget_mapping(workspace: Workspace, header: tuple[str, ...], viewer: Viewer) -> None:
    """Ask again next time; what was imported by the mapping stays."""
    if not viewer.role.may_import:
        raise NotAllowed("Only an incentives admin maps columns.")
    _file(workspace, header).unlink(missing_ok=True)


def remembered_mappings(workspace: Workspace) -> dict[str, ColumnMapping]:
    """Every mapping of this workspace, by header key."""
    found = {}
    for file in sorted(_folder(workspace).glob("*.json")):
        stored = json.loads(file.read_text(encoding="utf-8"))
        found[file.stem] = ColumnMapping(stored["target"], stored["columns"], tuple(stored["header"]))
    return found


def target_layout(target: str) -> Layout:
    if target not in TARGETS:
        raise BadInput(f"“{target}” is no target of a mapping; expected one of {', '.join(TARGETS)}.")
    return TARGETS[target]


def _folder(workspace: Workspace) -> Path:
    return workspace.root / "mappings"


def _file(workspace: Workspace, header: tuple[str, ...]) -> Path:
    return _folder(workspace) / f"{header_key(header)}.json"


def _likeness(cell: str, known: str) -> float:
    one, other = folded_header(cell), folded_header(known)
    if len(other) > 3 and other in one:
        return _ALIKE + len(other) / (len(one) * 4)
    return SequenceMatcher(None, one, other).ratio()
