"""What if another version of this program built the book? It is built anew from the imports, before anybody asks."""

from data_access.importing.asked import Asked
from data_access.importing.publishing import serve
from data_access.layout import is_of_this_code
from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.scope import Role, Viewer


def bring_up_to_date(workspace: Workspace, settings: Settings) -> None:
    """Takes as long as the marts of an import, once after an update; otherwise nothing."""
    if is_of_this_code(workspace.publication()):
        return
    with workspace.import_lock():
        # Another process may have done it while this one waited.
        if not is_of_this_code(workspace.publication()):
            asked = Asked(Viewer("update", Role.INCENTIVES_ADMIN), workspace.today())
            serve(workspace, workspace.publication(), settings, asked)
