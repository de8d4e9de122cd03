"""Which histories and rules can there be? Strategies for the incentive properties.

A seed per history and rule book: Hypothesis' own small integers hardly ever meet a half cent or a cap inside a
month, which is where two implementations differ.
"""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from domain.incentive_rulebook import RuleBook
from domain.incentive_rules import Band, GrowthRules, MilestoneRules, RuleSet
from domain.incentives import Usage
from tests.data_access.incentive_book import month

WORKLOADS = ("EXO", "SPO", "TEAMS")
MONTHS = 14

seeds = st.integers(0, 2**32).map(Random)


def history(random: Random) -> list[Usage]:
    """Known months of one series: gaps, late or several associations, MAU above PAU, shrinking PAU, unknowns."""
    claims = sorted(
        date(2025, 6, 1) + timedelta(days=random.randrange(400)) for _ in range(random.choice([0, 1, 1, 2]))
    )
    turn = random.randrange(MONTHS)
    mau, pau = random.randrange(150), random.choice([120, 149, 150, 300, 600])
    facts = []
    for number in range(MONTHS):
        mau = max(0, mau + random.choice([-40, 0, 1, 3, 7, 20, 60]))
        pau = max(0, pau + random.choice([-30, 0, 0, 0, 1, 50]))
        if random.random() < 0.15:
            continue
        claimed = claims[0 if number < turn else -1] if claims else None
        facts.append(
            Usage(
                month=month(number),
                mau=None if random.random() < 0.04 else mau,
                pau=None if random.random() < 0.04 else pau,
                associated_on=claimed,
                baseline=random.randrange(200) if random.random() < 0.06 else None,
            )
        )
    return facts or [Usage(month=month(0), mau=mau, pau=pau)]


def growth_set(random: Random, name: str, start: date, end_before: date | None) -> GrowthRules:
    """Rates in half cents, and caps that a few months use up."""
    paying = random.sample(WORKLOADS, random.choice([1, 3, 3]))
    return GrowthRules(
        name=name,
        start=start,
        end_before=end_before,
        illustrative=True,
        source="drawn",
        rates_usd={code: Decimal(random.randrange(1400)) * 5 / 1000 for code in sorted(paying)},
        cap_usd=random.choice([None, *(Decimal(random.randrange(30_000)) / 100 for _ in range(3))]),
        cap_scope=random.choice(["customer_workload", "customer", "customer"]),
        minimum_pau=random.choice([0, 0, 150]),
        time_cap_months=random.choice([None, None, random.randint(1, 14)]),
    )


def milestone_set(random: Random, name: str, start: date, end_before: date | None) -> MilestoneRules:
    """One to three steps, one to three bands."""
    steps = tuple(sorted(random.sample(range(1, 110), random.randint(1, 3))))
    edges = sorted({random.randint(1, 150), *random.sample(range(151, 400), random.randint(0, 2))})
    amounts = [tuple(Decimal(random.randrange(90_000)) / 100 for _ in steps) for _ in edges]
    return MilestoneRules(
        name=name,
        start=start,
        end_before=end_before,
        illustrative=True,
        source="drawn",
        workloads=tuple(sorted(random.sample(WORKLOADS, random.choice([1, 3, 3])))),
        steps_percent=steps,
        bands=tuple(
            Band(name=f"B{edge}", from_pau=edge, amounts_usd=amount)
            for edge, amount in zip(edges, amounts, strict=True)
        ),
        minimum_pau=random.randint(edges[0], 200),
        time_cap_months=random.choice([None, None, random.randint(1, 14)]),
    )


def rule_book(random: Random) -> RuleBook:
    """Both families, each changing hands in a month; own sets may stand before the shipped ones."""
    first, second, third = (month(random.randint(-6, MONTHS)) for _ in range(3))
    shipped: list[RuleSet] = [
        growth_set(random, "growth_old", date(2025, 1, 1), first),
        growth_set(random, "growth_new", first, None),
        milestone_set(random, "milestone_old", date(2025, 1, 1), second),
        milestone_set(random, "milestone_new", second, None),
    ]
    own: list[RuleSet] = [
        growth_set(random, "growth_own", third, month(MONTHS + 1)),
        milestone_set(random, "milestone_own", third, month(MONTHS + 1)),
    ]
    return RuleBook(tuple(own if random.random() < 0.4 else ()), tuple(shipped))


def rising(random: Random) -> list[Usage]:
    """A series that earns in every month after its first."""
    users = [random.randrange(50)]
    for _ in range(6):
        users.append(users[-1] + random.randint(1, 60))
    return [
        Usage(month=month(number), mau=mau, pau=1000, associated_on=date(2025, 6, 1))
        for number, mau in enumerate(users)
    ]


def crowded_rules(random: Random) -> RuleBook:
    """One cap per customer, small enough to run out among three workloads."""
    rates = {code: Decimal(random.randrange(1, 1400)) * 5 / 1000 for code in WORKLOADS}
    cap = Decimal(random.randrange(1_000, 60_000)) / 100
    rules = GrowthRules(
        name="crowded",
        start=date(2025, 1, 1),
        illustrative=True,
        source="drawn",
        rates_usd=rates,
        cap_usd=cap,
        cap_scope="customer",
    )
    return RuleBook(shipped=(rules,))


rule_books = seeds.map(rule_book)
books = st.dictionaries(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(WORKLOADS)), seeds.map(history), min_size=1, max_size=8
)
