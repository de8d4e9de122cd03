"""What do the tests of the sample share? The ready recipe, written once."""

from pathlib import Path

import polars as pl
import pytest

from sample_data.recipe import Recipe
from sample_data.writing import write


@pytest.fixture(scope="session")
def ready_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ready set, unzipped: what the default recipe writes."""
    folder = tmp_path_factory.mktemp("ready")
    write(Recipe(), folder)
    return folder


@pytest.fixture(scope="session")
def ready(ready_folder: Path) -> dict[str, pl.DataFrame]:
    """Every CSV file of the ready set by its stem, all cells as text."""
    files = ready_folder.glob("*.csv")
    return {file.stem: pl.read_csv(file, infer_schema=False) for file in files}
