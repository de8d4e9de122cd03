"""Why does a reported amount differ from the expected one, in words?"""

CAUSES = {
    "agrees": "Expected and reported amount are the same",
    "before_export": "The month lies before the earnings that were imported",
    "after_export": "Earnings of this month have not been imported yet",
    "claim": "The export names a claim that the usage files do not know",
    "refused": "Microsoft lists this usage as ineligible",
    "date_shift": "The same amount stands one month earlier or later",
    "rules": "Our rules refuse the month, Microsoft paid it",
    "cap": "The cap cut our estimate; Microsoft paid another part of it",
    "rate": "Same units, another rate than on the rule card",
    "units": "The export counts other units than the usage files",
    "missing": "Expected, but not in the earnings export",
    "unexplained": "No rule explains the difference",
}
"""Cause to sentence, in the order in which they are tried (data_access/sql/marts_incentives)."""


def cause_words(cause: str) -> str:
    """The sentence of a cause; an unknown one speaks for itself.

    >>> cause_words("missing")
    'Expected, but not in the earnings export'
    """
    return CAUSES.get(cause, cause)
