"""Does the README say what can be set?"""

from data_access.settings import as_markdown
from tests.architecture.tree import ROOT

START, END = "<!-- settings:start -->", "<!-- settings:end -->"


def test_the_table_of_settings_in_the_readme_is_the_one_the_settings_print() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, after = readme.partition(START)
    table, end, _ = after.partition(END)
    assert end, f"README.md has no section between {START} and {END}"
    assert table.strip() == as_markdown().strip()
