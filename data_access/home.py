"""Which workspace does this process use: the one named, the real one, or the sample?"""

from functools import cache
from pathlib import Path

from data_access.settings import Settings, current_settings
from data_access.workspace import Workspace


def chosen_workspace(data: Path | None = None, settings: Settings | None = None) -> Workspace:
    """The workspace of a command: `--data DIR`, else CPOR_DATA_DIR, else home's real one."""
    settings = settings or current_settings()
    named = data or settings.data_dir
    return Workspace(_absolute(named)) if named else real_workspace(settings)


def real_workspace(settings: Settings | None = None) -> Workspace:
    return Workspace(_absolute((settings or current_settings()).home) / "real")


def sample_workspace(settings: Settings | None = None) -> Workspace:
    return Workspace(_absolute((settings or current_settings()).home) / "sample")


def shown_workspace(data: Path | None = None, settings: Settings | None = None) -> Workspace:
    """What the dashboard shows: a named workspace, else the real one once it holds an import, else the sample."""
    settings = settings or current_settings()
    chosen = chosen_workspace(data, settings)
    named = data or settings.data_dir
    if named or chosen.publication().snapshot:
        return chosen
    return sample_workspace(settings)


@cache
def _absolute(folder: Path) -> Path:
    """Worked out once a process: it looks at every part of the path, and a page asks some thirty times a run."""
    return folder.expanduser().resolve()
