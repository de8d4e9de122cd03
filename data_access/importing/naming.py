"""Which workload does a spelling nobody knew mean? Named once by the viewer, remembered in the workspace."""

import json
from pathlib import Path

from data_access.workspace import Workspace, replace_file
from domain.errors import BadInput, NotAllowed
from domain.scope import Viewer
from domain.workloads import folded, known_workloads, workload_code


def named_workloads(workspace: Workspace) -> dict[str, str]:
    """Spelling to code, as named so far."""
    try:
        stored = json.loads(_file(workspace).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return {str(spelling): str(code) for spelling, code in stored.items()}


def name_workload(workspace: Workspace, spelling: str, code: str | None, viewer: Viewer) -> dict[str, str]:
    """Remember what a spelling means (`code`: a code or a known name), or forget it again with None.

    The next import, or `run.rebuild`, takes it up. Returns every name remembered now.
    """
    if not viewer.role.may_import:
        raise NotAllowed("Only an incentives admin names workloads.")
    if not folded(spelling):
        raise BadInput("Expected the spelling of a workload, such as “Whiteboard”.")
    names = {own: to for own, to in named_workloads(workspace).items() if folded(own) != folded(spelling)}
    if code is not None:
        found = code if code in known_workloads() else workload_code(code)
        if found is None:
            raise BadInput(f"“{code}” is no workload; expected a code such as EXO or a name such as Teams Phone.")
        names[spelling] = found
    workspace.root.mkdir(parents=True, exist_ok=True)
    replace_file(_file(workspace), json.dumps(names, indent=1, ensure_ascii=False, sort_keys=True).encode())
    return names


def _file(workspace: Workspace) -> Path:
    return workspace.root / "workload_names.json"
