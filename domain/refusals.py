"""Why does usage earn nothing, in words, and can the partner do something about it?

Microsoft's codes and who can act: DOCS-23 earnings-revenue.md. Our own codes mark what an estimate does not know
or what happened before Microsoft would look at it; they never stand among the refusal codes expected.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason by its code. `is_actionable`: the partner can mend it and become eligible again."""

    code: str
    words: str
    is_actionable: bool = False
    is_ours: bool = False


_MICROSOFTS = (
    Refusal("PAULWPHWM", "Paid units do not exceed the prior high-water mark"),
    Refusal("MAULWPHWM", "Active users do not exceed the prior high-water mark"),
    Refusal("MINTHNTMT", "The minimum size is not met"),
    Refusal("MXTMCPMT", "The time during which this association can earn is over"),
    Refusal("CUSPUBSEC", "The customer is in the public sector; a proof of execution can be requested", True),
    Refusal("CUSEQPTR", "Customer and partner are the same organisation"),
    Refusal("CUSNOTNEW", "The customer's tenant was not created in the required period"),
    Refusal("IVDCUST", "The customer already counted in an earlier customer-add earning"),
    Refusal("IVDADV", "An advanced specialization is required and not held", True),
    Refusal("IVDCOMP", "A required competency is not held or has expired", True),
    Refusal("IVDCOSELL", "Co-sell eligibility is missing or has expired", True),
    Refusal("IVDMPA", "The Microsoft Partner Agreement is not signed or has expired", True),
    Refusal("IVDPOE", "The proof of execution is not approved", True),
    Refusal("IVDMPN", "This partner location cannot take part in the engagement"),
    Refusal("IVDGEO", "This partner location's country cannot take part in the engagement"),
    Refusal("IVDPTRROLE", "The partner's role does not earn in this engagement"),
    Refusal("IVDCLD", "The customer's cloud does not earn in this engagement"),
    Refusal("INVTNXACO", "The customer is using an Azure credit offer"),
    Refusal("CHREVNONCH", "Chinese revenue cannot be paid to a partner outside China"),
)

_OURS = (
    Refusal("NORULES", "No rule set pays for this workload in this month", True, True),
    Refusal("NOTCLAIMED", "The workload was not associated in this month", True, True),
    Refusal("CLAIMEDABOVE", "Usage was already above the step when the workload was associated", False, True),
    Refusal("HWMUNKNOWN", "The prior high-water mark is unknown: nothing is known before this month", True, True),
    Refusal(
        "HISTORYUNKNOWN",
        "Usage stood above the step in the first known month; when it got there is unknown",
        True,
        True,
    ),
    Refusal("USAGEUNKNOWN", "Active users or paid units are unknown for this month", True, True),
    Refusal("OTHERRULES", "The step was reached while other rules were in force", False, True),
    Refusal("CAPCUT", "The cap cut this month's amount", False, True),
    Refusal("CAPUSED", "The cap was used up before this month", False, True),
)

REFUSALS = {refusal.code: refusal for refusal in (*_MICROSOFTS, *_OURS)}


def refusal(code: str) -> Refusal:
    """The reason of a code; an unknown code speaks for itself.

    >>> refusal("MAULWPHWM").words, refusal("XNEW").words
    ('Active users do not exceed the prior high-water mark', 'XNEW')
    """
    return REFUSALS.get(code.strip().upper(), Refusal(code, code))


def refusal_words(codes: str | None) -> str:
    """Comma-separated codes in words, for a table's cell.

    >>> refusal_words("MAULWPHWM,MINTHNTMT")
    'Active users do not exceed the prior high-water mark. The minimum size is not met.'
    """
    return " ".join(f"{refusal(code).words}." for code in (codes or "").split(",") if code)
