"""Does every code of the score questions have a sentence?"""

import pytest

from domain.eligibility_wording import reason_sentence, step_sentence
from domain.errors import UnknownName


@pytest.mark.parametrize("reason", ["added", "left", "grown", "shrunk", "deployed", "no-longer-deployed"])
def test_reasons_are_worded(reason: str) -> None:
    assert reason_sentence(reason)[0].isupper()


@pytest.mark.parametrize(
    ("step", "missing", "said"),
    [
        ("add-users", 12, "12 more active users"),
        ("add-licences", 1, "1 more paid licence in"),
        ("claim", 1, "claim one"),
        ("grow-users", 1, "1 paid licence not used yet"),
    ],
)
def test_steps_are_worded(step: str, missing: int, said: str) -> None:
    assert said in step_sentence(step, missing)


def test_other_codes_are_refused() -> None:
    with pytest.raises(UnknownName, match="expected one of added"):
        reason_sentence("luck")
    with pytest.raises(UnknownName, match="expected one of add-users"):
        step_sentence("luck", 1)
