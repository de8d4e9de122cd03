"""Which workspace is on screen, through which door is it asked, and who is asking?"""

import sys
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

import streamlit as st

from data_access.contract import Question
from data_access.home import chosen_workspace, sample_workspace, shown_workspace
from data_access.importing.updating import bring_up_to_date
from data_access.layout import is_of_this_code
from data_access.sample import ensure_sample
from data_access.settings import current_settings
from data_access.warehouse import Answer, Warehouse
from data_access.workspace import Workspace
from domain.scope import Role, Scope, Viewer

_VIEWER = "_viewer"
_doors: dict[Path, Warehouse] = {}
_lock = Lock()


def workspace() -> Workspace:
    """The workspace on screen: `--data DIR`, else the real one once it holds an import, else the sample."""
    found = shown_workspace(_data_option())
    if found.root == sample_workspace().root:
        ensure_sample(found, current_settings())
    return found


def door() -> Warehouse:
    """The data door of the workspace on screen; one per process and workspace."""
    found = workspace()
    with _lock:
        if found.root not in _doors:
            if not is_of_this_code(found.publication()):
                with st.spinner("A new version: building your book anew from its imports. Nothing is lost."):
                    bring_up_to_date(found, current_settings())
            # Claims may be filed before any usage is imported.
            _doors[found.root] = Warehouse(found, opens_empty=True, serves_pages=True)
        return _doors[found.root]


def import_target() -> Workspace:
    """Where files go: the workspace named, else the real one; never the sample."""
    return chosen_workspace(_data_option())


def is_sample() -> bool:
    return workspace().is_sample


def today() -> date:
    """Today, as this workspace counts it; the sample's is fixed."""
    return workspace().today()


def viewer(choice: str | None = None) -> Viewer:
    """The viewer of this run: the sample's choice, else CPOR_USER, CPOR_ROLE and CPOR_TEAM."""
    kind, _, code = (choice or "").partition(":")
    settings = current_settings()
    chosen = {
        "admin": Viewer("local-admin", Role.INCENTIVES_ADMIN),
        "executive": Viewer("executive", Role.EXECUTIVE),
        "team": Viewer(f"lead of {code}", Role.SALES_LEAD, code),
        "manager": Viewer(code, Role.ACCOUNT_MANAGER),
    }.get(kind, Viewer(settings.user, settings.role, settings.team))
    st.session_state[_VIEWER] = chosen
    return chosen


def me() -> Viewer:
    """The viewer the frame settled on."""
    found = st.session_state.get(_VIEWER)
    return found if isinstance(found, Viewer) else viewer()


def ask(question: Question, *, within: Scope | None = None, **parameters: Any) -> Answer:
    """Ask the door as this viewer; `within` narrows to a scope, without it the viewer's whole book is meant."""
    return door().ask(question, viewer=me(), scope=within, **parameters)


def _data_option() -> Path | None:
    """`--data DIR` after Streamlit's own `--`."""
    arguments = sys.argv[1:]
    if "--data" in arguments[:-1]:
        return Path(arguments[arguments.index("--data") + 1])
    return None
