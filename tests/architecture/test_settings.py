"""Do the README and docs/settings.md say what can be set?"""

import pytest
from pydantic_settings import BaseSettings

from data_access.settings_table import FURTHER, MAIN, as_markdown
from tests.architecture.tree import ROOT

START, END = "<!-- settings:start -->", "<!-- settings:end -->"


@pytest.mark.parametrize(("file", "models"), [("README.md", MAIN), ("docs/settings.md", FURTHER)])
def test_the_table_of_settings_is_the_one_the_settings_print(file: str, models: tuple[type[BaseSettings], ...]) -> None:
    _, _, after = (ROOT / file).read_text(encoding="utf-8").partition(START)
    table, end, _ = after.partition(END)
    assert end, f"{file} has no section between {START} and {END}"
    assert table.strip() == as_markdown(models).strip()


def test_every_setting_says_what_it_does() -> None:
    silent = [
        f"{model.__name__}.{name}"
        for model in (*MAIN, *FURTHER)
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert silent == []
