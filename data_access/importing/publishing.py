"""How does what was staged become what is served? Facts move into place, one snapshot is built, the pointer moves."""

from collections.abc import Iterable
from dataclasses import replace

from data_access.forecasts.starting import start_forecast
from data_access.importing.asked import Asked
from data_access.importing.naming import named_workloads
from data_access.importing.receipt import receipt_of
from data_access.importing.staging import Staged, discard
from data_access.settings import Settings
from data_access.snapshot import Progress, build_snapshot, nothing_said
from data_access.workspace import Publication, Workspace
from domain.errors import BadInput


def publish_staged(
    workspace: Workspace,
    fresh: Iterable[Staged],
    asked: Asked,
    settings: Settings,
    progress: Progress = nothing_said,
) -> Publication:
    """Serve these tables too. The same bytes read another way take the earlier reading's place."""
    served = workspace.publication()
    imports, undone = list(served.imports), dict(served.undone)
    workspace.imports.mkdir(parents=True, exist_ok=True)
    for staged in fresh:
        import_id = staged.receipt.import_id
        if import_id in imports:
            continue
        for known in list(imports):
            if staged.receipt.is_same_file(receipt_of(workspace, known)):
                imports.remove(known)
                undone[known] = _undoing(asked)
        discard(workspace.imports / import_id)
        staged.folder.rename(workspace.imports / import_id)
        imports.append(import_id)
        undone.pop(import_id, None)
    return serve(workspace, replace(served, imports=tuple(imports), undone=undone), settings, asked, progress)


def without_import(workspace: Workspace, import_id: str, asked: Asked) -> Publication:
    """What would be served if an import were taken back; its receipt stays in the history."""
    served = workspace.publication()
    if import_id not in served.imports:
        raise BadInput("This import is not in force; it was undone already or never made.")
    left = tuple(known for known in served.imports if known != import_id)
    return replace(served, imports=left, undone={**served.undone, import_id: _undoing(asked)})


def serve(
    workspace: Workspace,
    wanted: Publication,
    settings: Settings,
    asked: Asked,
    progress: Progress = nothing_said,
) -> Publication:
    """Build the snapshot of `wanted` and move the pointer to it."""
    names = {**named_workloads(workspace), **asked.named_workloads}
    built = build_snapshot(workspace, wanted, settings, progress, names)
    workspace.publish(built)
    progress("Published", 1.0)
    _prune(workspace, built, settings)
    start_forecast(workspace, settings)
    return built


def _undoing(asked: Asked) -> dict[str, str]:
    return {"undone_by": asked.viewer.user, "undone_at": asked.moment.isoformat()}


def _prune(workspace: Workspace, built: Publication, settings: Settings) -> None:
    """Drop snapshots nobody needs any more; one still open elsewhere (Windows) is left for the next time."""
    oldest_kept = built.version - settings.snapshots_kept + 1
    for file in workspace.snapshots.glob("snapshot_*.duckdb*"):
        number = file.name.removeprefix("snapshot_").split(".")[0]
        is_leftover = ".partial" in file.name
        if number.isdigit() and (int(number) < oldest_kept or is_leftover):
            try:
                file.unlink()
            except OSError:
                continue
