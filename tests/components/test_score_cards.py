"""Does the page of scores say which metrics have nothing more to give?"""

import polars as pl

from components.score_cards import at_maximum, maximum_in_words

TRACK = pl.DataFrame(
    {
        "metric": ["adds", "growth", "skills"],
        "metric_name": ["Net customer adds", "Usage growth", "Certifications"],
        "points": [20.0, 12.0, 0.0],
        "max_points": [20.0, 30.0, 0.0],
        "is_known": [True, True, False],
    }
)


def test_a_metric_with_all_its_points_gives_no_more() -> None:
    assert at_maximum(TRACK) == {"adds": "Net customer adds"}
    assert maximum_in_words(at_maximum(TRACK)) == "Net customer adds has all points: more adds none."


def test_without_a_full_metric_nothing_is_said() -> None:
    assert maximum_in_words(at_maximum(TRACK.tail(2))) is None
