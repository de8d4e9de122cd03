"""What may still be paid under a cap, and who gets what when it runs out inside a month?"""

from collections.abc import Hashable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TypeVar

Payee = TypeVar("Payee", bound=Hashable)

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


def cents(amount: Decimal) -> Decimal:
    """An amount of money, rounded half-even to the cent.

    >>> cents(Decimal("0.125")), cents(Decimal("0.135"))
    (Decimal('0.12'), Decimal('0.14'))
    """
    return amount.quantize(CENT, ROUND_HALF_EVEN)


def cap_balance(cap: Decimal, earned_so_far: Decimal) -> Decimal:
    """What a cap has left (KB-1319).

    >>> cap_balance(Decimal(10000), Decimal(7400))
    Decimal('2600')
    """
    return max(NOTHING, cap - earned_so_far)


def capped_units(payable: Decimal, rate: Decimal) -> int | None:
    """Whole units a payment stands for; None at a rate of nothing.

    >>> capped_units(Decimal("2000.00"), Decimal(5))
    400
    """
    return int(payable // rate) if rate else None


def shared(amounts: Mapping[Payee, Decimal], balance: Decimal) -> dict[Payee, Decimal]:
    """Amounts in cents cut to a balance: pro rata, the odd cents to the largest remainders.

    Equal remainders are served in the order of the payees.

    >>> shared({"EXO": Decimal(100), "SPO": Decimal(50)}, Decimal("100.00"))
    {'EXO': Decimal('66.67'), 'SPO': Decimal('33.33')}
    """
    wanted = {payee: int(amount / CENT) for payee, amount in amounts.items()}
    total, left = sum(wanted.values()), int(balance / CENT)
    if total <= left:
        return dict(amounts)
    paid = {payee: amount * left // total for payee, amount in wanted.items()}
    served = sorted(wanted, key=lambda payee: (-(wanted[payee] * left % total), str(payee)))
    for payee in served[: left - sum(paid.values())]:
        paid[payee] += 1
    return {payee: amount * CENT for payee, amount in paid.items()}
