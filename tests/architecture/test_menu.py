"""Is the menu what lies on disk?"""

import tomllib

from pages import MENU
from tests.architecture.tree import ROOT


def test_every_page_on_disk_is_in_the_menu_once_and_nothing_else_is() -> None:
    pages = ROOT / "pages"
    on_disk = [file.relative_to(pages).with_suffix("").as_posix() for file in pages.glob("*/*.py")]
    assert sorted(entry.path for entry in MENU) == sorted(path for path in on_disk if not path.endswith("/__init__"))


def test_no_page_lies_where_a_deep_link_would_open_it_without_the_frame() -> None:
    # Streamlit runs a flat pages/x.py by itself after a restart: no scope bar, no viewer.
    assert [file.name for file in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


def test_a_bare_string_in_a_page_is_code_and_never_on_screen() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["runner"]["magicEnabled"] is False
