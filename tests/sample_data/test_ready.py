"""Is the shipped ready set what the generator makes, and is it described?"""

from hashlib import sha256
from pathlib import Path

import sample_data
from sample_data.ready import READY, hashes_of, make_ready

FOLDER = Path(sample_data.__file__).parent


def test_ready_zip_is_what_the_generator_makes(ready_folder: Path) -> None:
    made = {file.name: sha256(file.read_bytes()).hexdigest() for file in ready_folder.iterdir()}
    assert hashes_of(READY) == made, "run: python -m sample_data --ready"


def test_ready_zip_is_small_and_always_the_same(tmp_path: Path) -> None:
    assert READY.stat().st_size <= 5_000_000
    one, two = make_ready(tmp_path / "one.zip"), make_ready(tmp_path / "two.zip")
    assert one.read_bytes() == two.read_bytes()


def test_dictionary_describes_every_file_and_column(ready_folder: Path) -> None:
    dictionary = (FOLDER / "dictionary.md").read_text(encoding="utf-8")
    for file in ready_folder.glob("*.csv"):
        for name in file.read_bytes().split(b"\n", 1)[0].decode("utf-8-sig").rstrip("\r").split(","):
            assert f"`{name}`" in dictionary, f"{name} of {file.name}"
