"""Are codes said in words where there is a code, and left unknown where there is none?"""

import polars as pl

from components.translated import in_words


def test_codes_become_words_and_null_stays_null() -> None:
    frame = pl.DataFrame({"one": ["a", None], "two": ["b", "c"], "three": [1, 2]})
    assert in_words(frame, str.upper, "one", "two").to_dict(as_series=False) == {
        "one": ["A", None],
        "two": ["B", "C"],
        "three": [1, 2],
    }
    assert in_words(frame.clear(), str.upper, "one").schema["one"] == pl.String
