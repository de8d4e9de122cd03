"""What can go wrong, and which sentence does the viewer get?"""


class InsightsError(Exception):
    """Root of every expected failure; `sentence` is written for the person at the screen."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadInput(InsightsError):
    """A file, field or parameter is not what was expected; the sentence says what was."""


class UnknownName(BadInput):
    """A question, parameter, workload or format of this name does not exist."""


class NotAllowed(InsightsError):
    """The viewer's role does not permit this."""


class Conflict(InsightsError):
    """Something with the same identity exists already; the sentence names it."""


class TooSlow(InsightsError):
    """A question met its time limit and was stopped."""


class Unavailable(InsightsError):
    """What was asked cannot be answered now: nothing imported yet, or a file is missing."""


class OutOfDate(InsightsError):
    """Another version of this program built what is served, while this one ran."""
