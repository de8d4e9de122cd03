"""What surrounds every page? Page settings, menu, viewer, sample banner, and the box for what nobody expected."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Protocol

import streamlit as st

from components.failure import show_failure
from components.first_import import nothing_imported
from components.history import one_act_one_entry
from components.links import follow, link
from components.look import dress
from domain.scope import Role

NAME = "CPOR Insights"
_IMPORTS = "data/imports"
_STATIC = Path(__file__).parents[1] / "static"
_ABOUT = (
    "See every CPOR customer's workload adoption, growth and incentives. "
    "An independent project, not affiliated with Microsoft."
)


class MenuEntry(Protocol):
    """One line of the menu: `path` is "<section folder>/<page>", empty `roles` means everybody."""

    @property
    def section(self) -> str:
        """The menu's heading."""

    @property
    def path(self) -> str:
        """Where its file is, under pages/, without ".py"."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def icon(self) -> str:
        """A Material symbol."""

    @property
    def roles(self) -> Sequence[Role]:
        """Who may open it."""

    @property
    def needs_scope(self) -> bool:
        """Whether the scope bar narrows it."""


@cache
def settle() -> None:
    """Once per process, after the first complete page: what was loaded stays, and is not searched for garbage again.

    Streamlit collects all garbage after every run. With Polars, Plotly and the frame loaded that took 95 of 122 ms of
    processor time per change; frozen once, a change takes 28 ms. What sessions leave behind is collected as before.
    """
    gc.collect()
    gc.freeze()


class Opened:
    """The page the address asks for, and its line of the menu; `is_empty` when there is no usage to show at all."""

    def __init__(self, entry: MenuEntry, page: st.Page, *, may_import: bool) -> None:
        self.entry = entry
        self.is_empty = False
        self.may_import = may_import
        self._page = page

    def run(self) -> None:
        """Run it under a last-resort box: no stack trace reaches the viewer."""
        follow()
        if self.is_empty and self.entry.needs_scope:
            st.title(self.entry.title, anchor=False)
            nothing_imported(may_import=self.may_import)
            return
        with last_resort(self.entry.title):
            self._page.run()


def configure() -> None:
    """Settings of the browser page and the style sheet; the first call of every run."""
    st.set_page_config(
        page_title=NAME,
        # A file: a Material symbol here would be fetched from a host outside.
        page_icon=str(_STATIC / "mark.svg"),
        layout="wide",
        # Without an entry of its own the menu is hidden, and with it the choice between light and dark.
        menu_items={"About": _ABOUT},
    )
    st.logo(str(_STATIC / "logo.svg"), icon_image=str(_STATIC / "mark.svg"))
    dress()
    one_act_one_entry()


def menu(entries: Sequence[MenuEntry], role: Role, *, landing: str, badges: Mapping[str, int] | None = None) -> Opened:
    """Draw the menu this role has and return the page the address names.

    `landing` is the path opened at "/": that address only forwards, so every page keeps an address of its own that
    works for every role (Streamlit serves a default page at "/" alone). `badges` counts what needs action, by path.
    """
    allowed = [entry for entry in entries if not entry.roles or role in entry.roles]
    pages = {entry.path: _page(entry, (badges or {}).get(entry.path, 0)) for entry in allowed}
    sections: dict[str, list[st.Page]] = {}
    for entry in allowed:
        sections.setdefault(entry.section, []).append(pages[entry.path])
    home = st.Page(lambda: None, title=NAME, url_path="home", default=True, visibility="hidden")
    opened = st.navigation({"": [home], **sections}, expanded=True)
    asked = next((one for one in allowed if pages[one.path].url_path == opened.url_path), None)
    if asked is None:
        # Parameters of widgets already drawn in this session go along by themselves and may not be set.
        brought = {key: st.query_params[key] for key in st.query_params if key not in st.session_state}
        st.switch_page(pages[landing], query_params=brought)
    return Opened(asked, opened, may_import=_IMPORTS in pages)


def _page(entry: MenuEntry, waiting: int) -> st.Page:
    title = f"{entry.title} ({waiting})" if waiting else entry.title
    return st.Page(f"pages/{entry.path}.py", title=title, icon=entry.icon, url_path=entry.path.rsplit("/", 1)[-1])


@contextmanager
def last_resort(what: str) -> Iterator[None]:
    """Whatever fails inside ends in a sentence with a reference."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the frame's promise: a sentence, never a trace
        show_failure(error, what=what)


def sample_banner(*, may_import: bool, imports: str = _IMPORTS) -> None:
    """Say that the numbers are made up, and to those who may where to bring their own."""
    with st.container(key="sample_banner", horizontal=True, vertical_alignment="center"):
        st.markdown(":material/science: **Sample data.** Customers and numbers are made up.", width="stretch")
        if may_import:
            link("Import your own", imports, icon=":material/upload_file:")


def viewer_switch(names: Mapping[str, str]) -> str | None:
    """The viewer to look as, where the workspace offers a choice; None elsewhere."""
    if not names:
        return None
    return st.sidebar.selectbox(
        "View as", list(names), format_func=lambda code: names[code], key="view_as", persist_state="session"
    )
