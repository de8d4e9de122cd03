"""How does the sample workspace come to be? The shipped export files, through the very same importers."""

import json
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path
from threading import Lock

from data_access.importing.asked import Asked, Said
from data_access.importing.run import import_files
from data_access.importing.updating import bring_up_to_date
from data_access.settings import Settings
from data_access.workspace import Workspace, replace_file, said_in
from domain.scope import Role, Viewer
from sample_data.constants import AS_OF, TODAY

READY_SET = Path(__file__).parents[1] / "sample_data" / "ready.zip"
IMPORTED_AT = datetime.combine(TODAY, time(8), UTC)
_building = Lock()


def ensure_sample(workspace: Workspace, settings: Settings) -> None:
    """Import the ready set once. The sample has its own fixed today, so that its clocks do not rot; its imports are
    of that day too: by the real clock they would happen in the future, or long after.
    """
    if _is_whole(workspace):
        return
    with _building:
        if _is_whole(workspace):
            return
        workspace.root.mkdir(parents=True, exist_ok=True)
        marker = {"sample": True, "today": TODAY.isoformat()}
        replace_file(_marker(workspace), json.dumps(marker).encode())
        asked = Asked(
            Viewer("sample", Role.INCENTIVES_ADMIN), TODAY, as_of=AS_OF, by_file=_said_of_files(), at=IMPORTED_AT
        )
        import_files(workspace, [READY_SET], asked, settings)
        # What an earlier version began and left is imported already, and of its layout.
        bring_up_to_date(workspace, settings)
        # Here, because only the first start needs the document libraries behind it.
        from data_access.sample_claims import enter_claims

        enter_claims(workspace, READY_SET)
        replace_file(_marker(workspace), json.dumps(marker | {"is_whole": True}).encode())


def _is_whole(workspace: Workspace) -> bool:
    return bool(said_in(_marker(workspace)).get("is_whole"))


def _marker(workspace: Workspace) -> Path:
    return workspace.root / "workspace.json"


def _said_of_files() -> dict[str, Said]:
    """Whose report a file is, where it does not say so itself; the set's manifest knows."""
    with zipfile.ZipFile(READY_SET) as ready:
        manifest = json.loads(ready.read("manifest.json"))
    return {f"{READY_SET.name} > {one['name']}": Said(tenant=one["tenant"]) for one in manifest["files"]}
